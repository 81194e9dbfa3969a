"""What tests of the pages ask for: the facts that all pages are made of."""

from pathlib import Path

import pytest

from scripts.pages.facts import Facts, load


@pytest.fixture(scope="session")
def facts() -> Facts:
    """Read the content and the figures the site was built with."""
    return load(Path())
