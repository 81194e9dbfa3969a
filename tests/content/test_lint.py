"""Each lint refuses its bad fixture with the message that stands in the fixture's first line.

A fixture is laid over the small content of `good`; it holds only the files that make it bad.
"""

import shutil
from pathlib import Path

import pytest

from scripts.content.library import load
from scripts.content.lint import LINTS, problems_in
from scripts.content.load import read
from scripts.content.problems import ContentRefused

FIXTURES = Path(__file__).parent / "fixtures"
BAD = FIXTURES / "bad"


def due(folder: Path) -> str:
    first_lines = (path.read_text().split("\n")[0] for path in folder.rglob("*") if path.is_file())
    messages = [line.removeprefix("# ") for line in first_lines if line.startswith("# ")]

    assert len(messages) == 1, f"{folder} needs the message due as a comment in one first line"

    return messages[0]


def test_the_good_fixture_passes_every_lint() -> None:
    assert problems_in(read(FIXTURES / "good")) == []


def test_every_lint_has_a_bad_fixture_and_every_fixture_a_lint() -> None:
    assert {folder.name for folder in BAD.iterdir()} == set(LINTS)


@pytest.mark.parametrize("name", LINTS)
def test_a_lint_refuses_its_fixture_and_says_what_would_be_right(name: str, tmp_path: Path) -> None:
    shutil.copytree(FIXTURES / "good", tmp_path, dirs_exist_ok=True)
    shutil.copytree(BAD / name, tmp_path, dirs_exist_ok=True)

    with pytest.raises(ContentRefused) as refused:
        load(tmp_path)

    assert str(refused.value) == due(BAD / name)


@pytest.mark.parametrize("name", LINTS)
def test_a_lint_says_what_it_ensures(name: str) -> None:
    assert LINTS[name].__doc__
