"""The archive, made once of the built site, its large files not packed as hard as for readers."""

from pathlib import Path

import pytest

from scripts import build
from scripts.intranet import archive
from scripts.intranet.origin import Origin, origin

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def made_from() -> Origin:
    """The present commit."""
    return origin(ROOT)


@pytest.fixture(scope="session")
def files(site: Path, made_from: Origin) -> dict[str, bytes]:
    """Every file of the archive."""
    return archive.contents(ROOT, site, ROOT / build.HEADERS, made_from, brotli_at=2)
