"""The workflow that publishes the site: what it runs, with which rights, and what runs here."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts import workflow
from scripts.workflow import Here, Step

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / workflow.FILE).read_text()
WORKFLOW = yaml.safe_load(TEXT)
JOBS: dict[str, Any] = WORKFLOW["jobs"]
STEPS = [step for job in JOBS.values() for step in job["steps"]]
OLD = Here((3, 11), {})


def planned(jobs: dict[str, Any], here: Here = OLD) -> list[Step]:
    """Plan a workflow of these jobs."""
    return list(workflow.plan({"jobs": jobs}, here))


def test_nothing_is_allowed_that_a_job_does_not_ask_for() -> None:
    assert WORKFLOW["permissions"] == {}
    for name, job in JOBS.items():
        may_write = {"pages", "id-token"} if name == "deploy" else set()
        assert {right for right, how in job["permissions"].items() if how == "write"} == may_write


def test_only_what_was_checked_and_tested_on_main_is_published() -> None:
    assert {"check", "site", "pythons", "pyodide"} == set(JOBS["deploy"]["needs"])
    assert "refs/heads/main" in JOBS["deploy"]["if"]
    done = [step.get("run", step.get("name")) for step in JOBS["site"]["steps"][3:]]
    assert done.index("make test") < done.index("Hand the tested site over")
    assert JOBS["check"]["steps"][-1]["run"] == "make check"


def test_a_pull_request_gets_the_site_and_its_impact_to_look_at() -> None:
    attached = [step["with"]["name"] for step in STEPS if "upload-artifact" in str(step)]
    assert attached == ["preview", "impact"]
    assert "pull_request" in JOBS["impact"]["if"]


@pytest.mark.parametrize("line", sorted(set(re.findall(r"uses: (.+)", TEXT))))
def test_an_action_is_named_by_its_commit_and_the_version_beside_it(line: str) -> None:
    assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)


@pytest.mark.parametrize(
    "run", sorted({step["run"] for step in STEPS if "pip install" in str(step)})
)
def test_whatever_is_installed_comes_from_a_lock_or_was_just_built(run: str) -> None:
    lock = re.search(r"--require-hashes .*-r (requirements/[a-z-]+\.txt)", run)
    assert "--no-deps" in run or (lock and (ROOT / lock[1]).is_file())


def test_every_command_is_run_here_or_left_out_with_a_reason() -> None:
    steps = planned(JOBS, Here((3, 11), {"github.event.pull_request.base.sha": "f00"}))
    runs = [step.command for step in steps if not step.left_out]

    assert runs.count("make check") == runs.count("make test") == 1
    assert "python -m venv build/bare" in runs
    left = {str(step.command): step.left_out for step in steps if step.left_out and step.command}
    for verb in ("xbuildenv install", "build build/wheel-source", "venv build/pyodide-venv"):
        reasons = [why for command, why in left.items() if f"pyodide {verb}" in command]
        assert [bool(re.search("downloads|cross-build", why)) for why in reasons] == [True]
    assert left['make smoke URL="$URL"'] == "follows deploy"


def test_jobs_are_run_in_the_order_of_their_needs() -> None:
    step = {"run": "true"}
    jobs = {"b": {"needs": "a", "steps": [step]}, "a": {"steps": [step]}}

    assert [each.job for each in planned(jobs)] == ["a", "b"]


def test_jobs_that_wait_for_each_other_are_refused() -> None:
    with pytest.raises(SystemExit, match="wait for each other: a, b"):
        planned({"a": {"needs": "b", "steps": []}, "b": {"needs": ["a"], "steps": []}})


def test_a_matrix_is_run_once_with_the_python_that_is_here() -> None:
    job = {"strategy": {"matrix": {"python": ["3.12", "3.13"]}}, "steps": [{"run": "true"}]}

    assert [(step.job, step.left_out) for step in planned({"wheel": job})] == [
        ("wheel (3.12)", ""),
        ("wheel (3.13)", "as the job before, with another Python"),
    ]


def test_what_follows_a_step_that_is_left_out_is_left_out_too() -> None:
    commands = ("make build", "pyodide venv there", "there/bin/pytest")
    steps = planned({"pyodide": {"steps": [{"run": each} for each in commands]}})

    assert [step.left_out for step in steps] == [
        "",
        "downloads Pyodide's own Python",
        "follows a step that is left out",
    ]


def test_a_command_that_only_the_host_can_fill_in_is_left_out() -> None:
    job = {"env": {"AT": "${{ github.x }}"}, "steps": [{"run": "echo ${{ github.x }}"}]}
    (left,) = planned({"a": job})
    (runs,) = planned({"a": job}, Here((3, 11), {"github.x": "there"}))

    assert (left.left_out, left.env) == ("stands on what only the host knows", {})
    assert (runs.command, runs.env) == ("echo there", {"AT": "there"})


def test_after_a_step_that_fails_its_job_ends_and_others_go_on(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    jobs = {
        "a": {"steps": [{"run": "exit 3"}, {"run": "touch never"}]},
        "b": {"steps": [{"run": 'echo said >> "$GITHUB_STEP_SUMMARY"'}]},
    }

    assert not workflow.run(planned(jobs), tmp_path)
    assert not (tmp_path / "never").exists()
    assert (tmp_path / workflow.WORK / "summary.md").read_text() == "said\n"
    assert "FAILED    a: exit 3" in capfd.readouterr().out
