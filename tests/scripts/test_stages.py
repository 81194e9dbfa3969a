"""Stages: run once, skipped while nothing changes, run again when something does."""

from pathlib import Path

import pytest

from scripts import stages
from scripts.stages import Refused, Stage


class Copying:
    """A stage's work that copies its input and counts how often it ran."""

    def __init__(self) -> None:
        self.runs = 0

    def __call__(self, root: Path) -> str:
        """Copy."""
        self.runs += 1
        (root / "out").write_text((root / "in/a").read_text())
        return "a copy"


@pytest.fixture
def work(tmp_path: Path) -> Copying:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a").write_text("one")
    return Copying()


def run(root: Path, work: Copying) -> list[str]:
    """Run the one stage; what it says."""
    said: list[str] = []
    stages.run(root, (Stage("copy", ("in",), ("out",), work),), said.append)
    return said


def test_a_stage_is_named_with_its_place_and_what_it_made(tmp_path: Path, work: Copying) -> None:
    begun, ended = run(tmp_path, work)

    assert begun == "1/1 copy …"
    assert ended.startswith("1/1 copy: a copy, ")


def test_a_second_run_does_nothing(tmp_path: Path, work: Copying) -> None:
    run(tmp_path, work)

    assert run(tmp_path, work) == ["1/1 copy: unchanged"]
    assert work.runs == 1


@pytest.mark.parametrize("name", ["in/a", "in/b"])
def test_a_changed_or_a_new_file_runs_it_again(tmp_path: Path, work: Copying, name: str) -> None:
    run(tmp_path, work)
    (tmp_path / name).write_text("two")

    run(tmp_path, work)
    assert work.runs == 2


def test_a_renamed_file_runs_it_again(tmp_path: Path, work: Copying) -> None:
    (tmp_path / "in/b").write_text("")
    run(tmp_path, work)
    (tmp_path / "in/b").rename(tmp_path / "in/c")

    run(tmp_path, work)
    assert work.runs == 2


def test_lost_work_is_done_again(tmp_path: Path, work: Copying) -> None:
    run(tmp_path, work)
    (tmp_path / "out").unlink()

    run(tmp_path, work)
    assert work.runs == 2


def test_compiled_python_is_no_change(tmp_path: Path, work: Copying) -> None:
    run(tmp_path, work)
    (tmp_path / "in/__pycache__").mkdir()
    (tmp_path / "in/__pycache__/a.pyc").write_text("x")

    assert run(tmp_path, work) == ["1/1 copy: unchanged"]


def test_a_stage_that_failed_is_not_taken_for_done(tmp_path: Path, work: Copying) -> None:
    run(tmp_path, work)
    (tmp_path / "in/a").write_text("bad")

    def refuse(_: Path) -> str:
        raise Refused("in/a:1: got bad, takes good")

    failing = (Stage("copy", ("in",), ("out",), refuse),)
    for _ in range(2):
        with pytest.raises(Refused):
            stages.run(tmp_path, failing, lambda _: None)
