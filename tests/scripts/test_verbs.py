"""The verbs: each documented, each one line over scripts/, and CI calls the one that it needs."""

import re
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from scripts import check, clean, lock

ROOT = Path(__file__).resolve().parents[2]
RULES = dict(
    re.findall(r"^([a-z]+):.*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text(), re.MULTILINE)
)
VERBS = {
    *("setup", "serve", "build", "test", "check", "format", "update", "impact", "trace"),
    *("reproduce", "package", "bench", "mutate", "workflow", "smoke", "zensical", "lock", "clean"),
}


def test_make_alone_lists_every_verb() -> None:
    said = subprocess.check_output(["make", "--no-print-directory"], cwd=ROOT, text=True)
    assert set(re.findall(r"^  make ([a-z]+) +\S", said, re.MULTILINE)) == {"help", *VERBS}
    assert set(RULES) == {"help", *VERBS}


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_a_verb_is_one_line_over_its_script(verb: str) -> None:
    assert len(RULES[verb].splitlines()) == 1
    assert f"-m scripts.{verb}" in RULES[verb]
    assert find_spec(f"scripts.{verb}")


def test_ci_runs_the_suite_and_nothing_else() -> None:
    lines = (ROOT / ".ci/run").read_text().splitlines()
    assert lines[-1] == "make test"
    assert all(line.startswith(("#!", "set ", "cd ")) for line in lines[:-1])


def test_clean_removes_what_is_generated_and_keeps_what_is_installed(tmp_path: Path) -> None:
    for name in ("build", "site", "dist", ".venv", "docs"):
        (tmp_path / name / "inside").mkdir(parents=True)
    clean.main(tmp_path)
    assert {folder.name for folder in tmp_path.iterdir()} == {".venv", "docs"}


def test_what_clean_removes_is_kept_out_of_git() -> None:
    ignored = (ROOT / ".gitignore").read_text().splitlines()
    assert all(f"/{name}/" in ignored for name in clean.GENERATED)


def test_a_failing_check_is_shown_with_what_it_said_and_what_mends_it() -> None:
    bad = check.Check("form", ("sh", "-c", "echo line 3 is too long; exit 1"), "make format")
    told = check.report(check.outcome(bad))
    assert told.startswith("FAILED  form")
    assert "line 3 is too long" in told
    assert told.endswith("mend with: make format")


def test_a_passing_check_is_one_line() -> None:
    good = check.Check("form", ("sh", "-c", "echo nine files looked at"), "make format")
    told = check.report(check.outcome(good))
    assert told.startswith("ok      form")
    assert "\n" not in told


@pytest.mark.parametrize(("name", "python"), lock.LOCKS.items())
def test_a_lock_is_solved_for_its_oldest_python_with_hashes(name: str, python: str) -> None:
    command = " ".join(lock.solve(name, python, []))
    assert f"--universal --python-version {python} --generate-hashes" in command
    assert f"--output-file requirements/{name}.txt requirements/{name}.in" in command
