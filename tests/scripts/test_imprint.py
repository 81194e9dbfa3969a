"""Release and commit: what git says, what an archive says, and where it goes."""

import json
import subprocess
from pathlib import Path

import pytest

from scripts import imprint

ROOT = Path(__file__).resolve().parents[2]
WHO = ("-c", "user.name=a", "-c", "user.email=a@example.org")


def git(folder: Path, *asked: str) -> str:
    """Ask git in a folder."""
    ran = subprocess.run(
        ["git", *WHO, *asked], cwd=folder, check=True, capture_output=True, text=True
    )
    return ran.stdout.strip()


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Make a checkout with one commit."""
    (tmp_path / "page.md").write_text("one")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "one")
    return tmp_path


def test_a_clean_tree_is_its_commit(tree: Path) -> None:
    assert imprint.commit(tree) == git(tree, "rev-parse", "HEAD")[:12]


@pytest.mark.parametrize("name", ["page.md", "new.md"])
def test_a_file_that_differs_from_the_commit_is_owned_up_to(tree: Path, name: str) -> None:
    (tree / name).write_text("two")

    assert imprint.commit(tree).endswith(", and changes")


def test_an_archive_says_that_it_knows_no_commit_even_inside_a_checkout(tree: Path) -> None:
    unpacked = tree / "unpacked"
    unpacked.mkdir()

    assert imprint.commit(unpacked) == "unknown: built from an archive without git"


def test_a_machine_without_git_knows_no_commit(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    assert imprint.commit(tree).startswith("unknown")


def test_the_placeholders_of_a_page_are_filled_in_text_and_in_addresses(tmp_path: Path) -> None:
    page = tmp_path / "site/codes/index.html"
    page.parent.mkdir(parents=True)
    page.write_text('<p>@release@, @commit@ <a href="?site=@release-and-commit@">')
    facts = tmp_path / "imprint.json"
    facts.write_text(json.dumps({"release": "1.2.3", "commit": "f00, and changes"}))
    imprint.fill(tmp_path / "site", facts)

    assert page.read_text() == (
        '<p>1.2.3, f00, and changes <a href="?site=1.2.3%20%28f00%2C%20and%20changes%29">'
    )


def test_the_change_log_begins_with_the_release_of_the_program() -> None:
    log = (ROOT / "CHANGELOG.md").read_text()
    first = next(line for line in log.splitlines() if line.startswith("## "))

    assert first == f"## {imprint.release(ROOT)}"
