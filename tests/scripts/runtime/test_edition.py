"""The folder of an edition: its name, what leads to it, what lists its files."""

import json
import shutil
from pathlib import Path

import pytest

from scripts.runtime import edition
from scripts.runtime.responses import ASKED_AGAIN, FOR_EVER, kept

PAGE = """<link href="{up}assets/a.css"><script src="{up}assets/a.js"></script>
<script type="application/json">{{"search": "{up}assets/a.js#javascripts/w.js"}}</script>
<p>every file of assets/ has to be there</p>"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two pages and three assets."""
    site = tmp_path / "site"
    for name, text in {
        "index.html": PAGE.format(up="./"),
        "deep/er/index.html": PAGE.format(up="../../"),
        "assets/a.css": "p {}",
        "assets/a.js": "1",
        "assets/runtime/b.zip": "zip",
    }.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text)
    return site


def test_every_address_of_an_asset_leads_into_the_folder_and_words_stay(site: Path) -> None:
    named = edition.place(site)

    folder = f"assets/{named}/"
    assert edition.folder(site) == folder
    for up, page in {"./": "index.html", "../../": "deep/er/index.html"}.items():
        text = (site / page).read_text()
        assert text.count(f'"{up}{folder}') == 3
        assert "every file of assets/ has to be there" in text
    assert (site / folder / "runtime/b.zip").read_text() == "zip"
    assert [each.name for each in (site / "assets").iterdir()] == [named]


def test_the_same_files_make_the_same_name_and_a_changed_one_another(
    site: Path, tmp_path: Path
) -> None:
    same, other = tmp_path / "same", tmp_path / "other"
    shutil.copytree(site, same)
    shutil.copytree(site, other)
    (other / "assets/a.js").write_text("2")

    first = edition.place(site)
    assert edition.place(same) == first
    assert edition.place(other) != first


def test_the_folder_lists_its_files_with_checksums_as_browsers_take_them(site: Path) -> None:
    edition.place(site)

    listed = json.loads((site / edition.folder(site) / edition.FILES).read_text())
    assert list(listed["files"]) == ["a.css", "a.js", "runtime/b.zip"]
    assert listed["files"]["a.js"] == "sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s="
    assert listed["types"][".wasm"] == "application/wasm"


@pytest.mark.parametrize(
    ("path", "long"),
    [
        ("assets/0123456789ab/a.js", FOR_EVER),
        ("assets/a.js", ASKED_AGAIN),
        ("assets/0123/a.js", ASKED_AGAIN),
        ("codes/97530/", ASKED_AGAIN),
        ("site.json", ASKED_AGAIN),
        ("x/assets/0123456789ab/a.js", ASKED_AGAIN),
    ],
)
def test_only_what_lies_in_an_edition_is_kept_for_ever(path: str, long: str) -> None:
    assert kept(path) == long
