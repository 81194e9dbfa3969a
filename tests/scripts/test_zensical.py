"""What is told of a second builder's pages beside the first one's."""

import shutil
from pathlib import Path

import pytest

from scripts import zensical

ROOT = Path(__file__).resolve().parents[2]
PAGE = (
    '<meta charset="utf-8"><title>A</title><article><h2 id="a">A</h2>'
    '<p>One &amp; two</p><a href="../b/">B</a></article>'
)


def told(theirs: str) -> list[str]:
    """Compare one page; the lines that differ."""
    lines = zensical.differences({"a/index.html": PAGE}, {"a/index.html": theirs})
    return [line for line in lines if not line.startswith("alike")]


def test_a_page_that_only_looks_different_inside_is_alike() -> None:
    same = PAGE.replace("<p>", '<p class="x">\n ').replace("&amp;", "&#38;")

    assert told(same.replace("../b/", "./../b/")) == []


@pytest.mark.parametrize(
    ("was", "now", "aspect"),
    [
        ("One", "1", "text"),
        ('id="a"', 'id="a_1"', "headings"),
        ("../b/", "../../b/", "where links lead"),
        ("<title>A", "<title>B", "titles"),
        ("One", "{!figures/one.md!}", "includes put in"),
        ("<p>", '<p style="margin: 0">', "pages that the policy lets be"),
    ],
)
def test_what_differs_is_named_with_its_page(was: str, now: str, aspect: str) -> None:
    lines = told(PAGE.replace(was, now))

    assert any(line.startswith(f"differs  {aspect}: 1 of 1, as a/index.html") for line in lines)


def test_the_settings_are_those_of_the_site_seen_from_the_build_folder(tmp_path: Path) -> None:
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "build").mkdir()
    text = zensical.settings(tmp_path).read_text()

    assert "site_dir: zensical" in text
    assert "docs_dir: docs\n" in text


def test_a_setting_that_has_gone_is_named(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_dir: elsewhere")
    with pytest.raises(SystemExit, match="got no line 'docs_dir"):
        zensical.settings(tmp_path)
