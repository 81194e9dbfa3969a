"""What is read at the root of the project and on the site, from one source."""

from pathlib import Path

import pytest

from scripts.pages import from_root
from scripts.stages import Refused


def test_a_page_gets_the_text_below_the_heading(tmp_path: Path) -> None:
    for name in from_root.SHOWN:
        (tmp_path / name).write_text(f"# {name}\n\nText.\n")

    assert dict(from_root.fragments(tmp_path)) == {
        f"root/{name}": "Text.\n" for name in from_root.SHOWN
    }


def test_a_file_without_a_heading_is_refused(tmp_path: Path) -> None:
    for name in from_root.SHOWN:
        (tmp_path / name).write_text("Text.\n")
    with pytest.raises(Refused, match=r"CHANGELOG.md:1: got 'Text.', takes a heading"):
        list(from_root.fragments(tmp_path))
