"""The same sources give the same bytes, wherever and whenever they are built."""

import gzip
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from scripts import reproduce

ROOT = Path(__file__).resolve().parents[2]
# All that the site builder is given. `make reproduce` compares what it makes of it as well.
MADE = ("reference.json", "doors", "docs", "include", "runtime", "schema", "wheel")


@pytest.mark.usefixtures("site")
def test_built_elsewhere_on_another_day_everything_for_the_site_builder_is_the_same() -> None:
    with TemporaryDirectory(prefix="built elsewhere ") as scratch:
        copy = Path(scratch, "copy")
        reproduce.elsewhere(ROOT, copy, last="pages")
        found = [
            fault
            for name in MADE
            for fault in reproduce.differing(ROOT / "build" / name, copy / "build" / name)
        ]

    assert found == []


def test_the_map_of_the_site_tells_no_day_of_building(site: Path) -> None:
    packed = (site / "sitemap.xml.gz").read_bytes()
    stamped = datetime.fromtimestamp(int.from_bytes(packed[4:8], "little"), UTC)

    assert gzip.decompress(packed) == (site / "sitemap.xml").read_bytes()
    assert b"lastmod" not in gzip.decompress(packed)
    assert stamped.year == 1980


def test_what_two_folders_do_not_have_alike_is_named_with_its_place(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    for folder, text in ((here, "built on Monday"), (there, "built on Sunday")):
        (folder / "inside").mkdir(parents=True)
        (folder / "inside/page.html").write_text(text)
        (folder / "same.txt").write_text("same")
    (there / "more.txt").touch()

    assert list(reproduce.differing(here, there)) == [
        "inside/page.html: byte 9: b'built on Monday' and b'built on Sunday'",
        f"more.txt: only in {there}",
    ]
