"""Run the steps of the publishing workflow here, as its file has them. `make workflow`.

What one computer cannot do is named with the reason: steps of the host, and what loads from
outside the package registries. So is whatever stands on such a step.
"""

import argparse
import itertools
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
FILE = ".github/workflows/pages.yml"
WORK = "build/workflow"
EXPRESSION = re.compile(r"\$\{\{\s*(.+?)\s*\}\}")
ACTIONS = {
    "actions/checkout": "this folder stands for it",
    "actions/setup-python": "Python {}.{} of this computer stands for it",
    "actions/setup-node": "the Node of this computer stands for it",
    "actions/upload-artifact": "only the host keeps artefacts",
    "actions/upload-pages-artifact": "only the host keeps artefacts",
    "actions/deploy-pages": "only the host publishes",
}
OUTSIDE = (
    (re.compile(r"\bpyodide xbuildenv\b"), "downloads Pyodide's cross-build environment"),
    (re.compile(r"\bpyodide build\b"), "needs Pyodide's cross-build environment"),
    (re.compile(r"\bpyodide venv\b"), "downloads Pyodide's own Python"),
)
# A lock that is solved for later Pythons than the oldest one of the project.
NEEDS_PYTHON = (("requirements/pyodide-build.txt", (3, 12)),)


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its job, what it is called, its command or none, and why it is left out, if it is."""

    job: str
    name: str
    command: str | None
    env: Mapping[str, str]
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class Here:
    """This computer: its Python, and what it knows of the expressions of a workflow."""

    python: tuple[int, int]
    known: Mapping[str, str]

    def fill(self, text: str, matrix: Mapping[str, str]) -> str | None:
        """Put values in the place of expressions; None where one is not known here."""
        values = {**self.known, **{f"matrix.{name}": value for name, value in matrix.items()}}
        if any(asked not in values for asked in EXPRESSION.findall(text)):
            return None
        return EXPRESSION.sub(lambda found: values[found[1]], text)


def plan(workflow: Mapping[str, Any], here: Here) -> Iterator[Step]:
    """Yield every step of every job, in an order in which each job follows those it needs."""
    left: set[str] = set()
    for name, job in _ordered(workflow["jobs"]):
        before = sorted(left.intersection(_needs(job)))
        steps = list(_job(name, job, here, f"follows {before[0]}" if before else ""))
        if all(step.left_out for step in steps):
            left.add(name)
        yield from steps


def _ordered(jobs: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield jobs as the file has them, each after those that it needs."""
    waiting, done = dict(jobs), set[str]()
    while waiting:
        ready = [name for name, job in waiting.items() if done.issuperset(_needs(job))]
        if not ready:
            raise SystemExit(f"{FILE}: got jobs that wait for each other: {', '.join(waiting)}")
        done.add(ready[0])
        yield ready[0], waiting.pop(ready[0])


def _needs(job: Mapping[str, Any]) -> list[str]:
    needs = job.get("needs", [])
    return [needs] if isinstance(needs, str) else list(needs)


def _job(name: str, job: Mapping[str, Any], here: Here, why: str) -> Iterator[Step]:
    """Yield a job's steps, once for each combination of its matrix."""
    matrix = job.get("strategy", {}).get("matrix", {})
    for place, values in enumerate(itertools.product(*matrix.values())):
        chosen = dict(zip(matrix, map(str, values), strict=True))
        title = f"{name} ({', '.join(chosen.values())})" if chosen else name
        # Every one would be the same Python here.
        again = "as the job before, with another Python" if place else ""
        yield from _steps(title, job, here, chosen, why or again)


def _steps(
    title: str, job: Mapping[str, Any], here: Here, matrix: Mapping[str, str], why: str
) -> Iterator[Step]:
    for step in job["steps"]:
        if "uses" in step:
            action = str(step["uses"]).partition("@")[0]
            reason = why or ACTIONS.get(action, "an action of the host").format(*here.python)
            yield Step(title, str(step.get("name", action)), None, {}, reason)
            continue
        env = {**job.get("env", {}), **step.get("env", {})}
        filled = {key: here.fill(str(value), matrix) for key, value in env.items()}
        command = here.fill(str(step["run"]).strip(), matrix)
        known = {key: value for key, value in filled.items() if value is not None}
        outside = _outside(command, here)
        yield Step(title, str(step.get("name", command)), command, known, outside or why)
        if outside and not why:
            why = "follows a step that is left out"


def _outside(command: str | None, here: Here) -> str:
    """Say why a command cannot run here; empty where it can."""
    if command is None:
        return "stands on what only the host knows"
    for lock, oldest in NEEDS_PYTHON:
        if lock in command and here.python < oldest:
            return f"needs Python {oldest[0]}.{oldest[1]} or later"
    return next((reason for pattern, reason in OUTSIDE if pattern.search(command)), "")


def run(steps: Iterable[Step], root: Path) -> bool:
    """Run each step that is not left out; after one that fails, no more of its job."""
    environment = _environment(root)
    failed: set[str] = set()
    for step in steps:
        if step.left_out or step.command is None or step.job in failed:
            print(f"left out  {step.job}: {step.name}: {step.left_out or 'the job failed'}")
            continue
        print(f"runs      {step.job}: {step.name}", flush=True)
        begun = time.monotonic()
        command = ["bash", "-e", "-c", step.command]
        ended = subprocess.run(command, cwd=root, check=False, env={**environment, **step.env})
        said = "FAILED" if ended.returncode else "ok"
        print(f"{said:<10}{step.job}: {step.name}, {time.monotonic() - begun:.0f} s", flush=True)
        if ended.returncode:
            failed.add(step.job)
    return not failed


def _environment(root: Path) -> dict[str, str]:
    """Give what every step finds around it, as on the host; this make's own words left out."""
    work = root / WORK
    shutil.rmtree(work, ignore_errors=True)
    (work / "bin").mkdir(parents=True)
    # The host's python; here it is the one that made .venv, and no environment of its own.
    for name in ("python", "python3"):
        (work / "bin" / name).symlink_to(Path(sys.base_prefix) / "bin" / "python3")
    (work / "summary.md").touch()
    own = {
        name: value
        for name, value in os.environ.items()
        if name not in ("MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MAKEOVERRIDES", "ARGS")
    }
    return own | {
        "CI": "true",
        "GITHUB_STEP_SUMMARY": str(work / "summary.md"),
        "PATH": f"{work / 'bin'}{os.pathsep}{os.environ['PATH']}",
    }


def here(root: Path) -> Here:
    """Describe this computer: a pull request would be compared with where it left main."""
    asked = ["git", "merge-base", "HEAD", "main"]
    base = subprocess.run(asked, cwd=root, check=False, capture_output=True, text=True)
    known = {}
    if base.returncode == 0:
        known["github.event.pull_request.base.sha"] = base.stdout.strip()
    return Here(sys.version_info[:2], known)


def options(arguments: list[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="make workflow", description=__doc__)
    parser.add_argument("jobs", nargs="*", help="only these jobs")
    parser.add_argument("--list", action="store_true", help="name the steps and run none")
    return parser.parse_args(arguments)


def main() -> None:
    """Run the workflow, or the jobs that are named; status 1 where a step fails."""
    asked = options()
    workflow = yaml.safe_load((ROOT / FILE).read_text(encoding="utf-8"))
    unknown = sorted(set(asked.jobs) - set(workflow["jobs"]))
    if unknown:
        sys.exit(f"got {', '.join(unknown)}, takes jobs of {', '.join(workflow['jobs'])}")
    steps = [
        step
        for step in plan(workflow, here(ROOT))
        if not asked.jobs or step.job.partition(" ")[0] in asked.jobs
    ]
    if asked.list:
        for step in steps:
            print(f"{'left out' if step.left_out else 'runs':<10}{step.job}: {step.name}", end="")
            print(f": {step.left_out}" if step.left_out else "")
        return
    if not run(steps, ROOT):
        sys.exit("A step failed.")


if __name__ == "__main__":
    main()
