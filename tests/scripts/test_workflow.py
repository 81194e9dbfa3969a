"""The workflow that publishes the site: what it runs, with which rights, from which locks."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOW = yaml.safe_load((ROOT / ".github/workflows/pages.yml").read_text())
JOBS: dict[str, Any] = WORKFLOW["jobs"]
STEPS = [step for job in JOBS.values() for step in job["steps"]]


def test_nothing_is_allowed_that_a_job_does_not_ask_for() -> None:
    assert WORKFLOW["permissions"] == {}
    for name, job in JOBS.items():
        may_write = {"pages", "id-token"} if name == "deploy" else set()
        assert {right for right, how in job["permissions"].items() if how == "write"} == may_write


def test_only_what_was_checked_and_tested_on_main_is_published() -> None:
    assert "site" in JOBS["deploy"]["needs"]
    assert "refs/heads/main" in JOBS["deploy"]["if"]
    assert [step["run"] for step in JOBS["site"]["steps"] if "run" in step] == [
        "make check",
        "make test",
    ]


@pytest.mark.parametrize("action", sorted({step["uses"] for step in STEPS if "uses" in step}))
def test_an_action_is_named_by_its_full_version(action: str) -> None:
    assert re.fullmatch(r"actions/[a-z-]+@v\d+\.\d+\.\d+", action)


@pytest.mark.parametrize(
    "run", sorted({step["run"] for step in STEPS if "pip install" in str(step)})
)
def test_whatever_is_installed_comes_from_a_lock_or_was_just_built(run: str) -> None:
    lock = re.search(r"--require-hashes .*-r (requirements/[a-z-]+\.txt)", run)
    assert "--no-deps" in run or (lock and (ROOT / lock[1]).is_file())
