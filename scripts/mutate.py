"""Change each rule in one small place after another, and see that its test notices every time.

mutmut makes the changed rules (mutants) and runs each rule's own test on them, in build/mutation/.
What the test does not notice survives. Survivors that change no answer are listed, each with its
reason, in EQUIVALENT; any other one is a test that is missing, and the verb ends with status 1.
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from scripts import setup

ROOT = Path(__file__).resolve().parent.parent
RULES = "calculator/rules"
TESTS = "tests/calculator"
WORK = ROOT / "build/mutation"
LOCK = ROOT / "requirements/mutation.txt"
EQUIVALENT = ROOT / TESTS / "rules/equivalent_mutants.yaml"
# What the tests read. tests/conftest.py is for a real browser and stays out.
COPIED = ("calculator", TESTS, "content/pcs", "build/doors")
SINGLE = ("build/reference.json",)
# Seen by a test that fails, that does not end, or that takes the process down with it.
NOTICED = {"killed", "timeout", "segfault"}
# The profile "ci" of hypothesis draws the same examples every time and knows no deadline.
SETTINGS = """
[tool.mutmut]
source_paths = ["calculator"]
only_mutate = ["{rules}/{rule}.py"]
also_copy = ["build", "content"]
pytest_add_cli_args = ["--hypothesis-profile=ci"]
pytest_add_cli_args_test_selection = ["{test}"]
use_git_change_detection = false
"""


@dataclass(frozen=True, slots=True)
class Survivor:
    """A change that no test noticed: where, what stood there, what was put in its place."""

    rule: str
    function: str
    was: str
    becomes: str

    def __str__(self) -> str:
        """Show the change as a diff does."""
        return f"{self.rule}, {self.function}:\n  was:     {self.was}\n  becomes: {self.becomes}"


def rules() -> list[str]:
    """Name every rule: each has a file, and a test named like it."""
    return sorted(file.stem for file in (ROOT / RULES).glob("[a-z]*.py"))


def prepare() -> None:
    """Make the folder anew in which rules are changed."""
    shutil.rmtree(WORK, ignore_errors=True)
    for place in COPIED:
        shutil.copytree(ROOT / place, WORK / place, ignore=shutil.ignore_patterns("__pycache__"))
    for place in SINGLE:
        shutil.copy(ROOT / place, WORK / place)


def settle(rule: str) -> None:
    """Tell mutmut which rule to change, and that its own test has to notice."""
    settings = SETTINGS.format(rules=RULES, rule=rule, test=f"{TESTS}/rules/test_{rule}.py")
    ours = (ROOT / "pyproject.toml").read_text("utf-8")
    (WORK / "pyproject.toml").write_text(ours + settings, "utf-8")


def mutmut(*words: str) -> str:
    """Run mutmut there and return what it said; the program ends where it fails."""
    command = [sys.executable, "-m", "mutmut", *words]
    ran = subprocess.run(
        command,
        check=False,
        cwd=WORK,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if ran.returncode:
        raise SystemExit(f"{ran.stdout}\nmutmut failed: {' '.join(words)}")
    return ran.stdout


def outcomes() -> dict[str, bool]:
    """Tell of each mutant, by mutmut's name, whether it was noticed."""
    lines = mutmut("results", "--all", "true").splitlines()
    told = dict(line.strip().rsplit(": ", 1) for line in lines if ": " in line)
    return {name: outcome in NOTICED for name, outcome in told.items()}


def mutate(rule: str, at_once: int) -> tuple[int, list[Survivor]]:
    """Change this rule wherever it can be changed; return how often, and what survived."""
    prepare()
    settle(rule)
    mutmut("run", "--max-children", str(at_once))
    noticed = outcomes()
    return len(noticed), [survivor(rule, name) for name, was in noticed.items() if not was]


def survivor(rule: str, name: str) -> Survivor:
    """Read from mutmut's diff what it changed; its own numbers of mutants move with the code."""
    lines = mutmut("show", name).splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith("@@"))
    function = name.rpartition(".")[2].rpartition("__mutmut_")[0].removeprefix("x_")
    was, becomes = (
        plain(" ".join(line[1:] for line in lines[start:] if line.startswith(sign)))
        for sign in "-+"
    )
    return Survivor(rule, function, was, becomes)


@dataclass(frozen=True, slots=True)
class Equivalents:
    """The changes that change no answer: named one by one, or alike wherever they are made."""

    listed: frozenset[Survivor]
    everywhere: tuple[tuple[str, str], ...]

    def has(self, each: Survivor) -> bool:
        """Tell whether this change is listed."""
        return each in self.listed or any(
            was in each.was and plain(each.was.replace(was, becomes, 1)) == each.becomes
            for was, becomes in self.everywhere
        )


def plain(line: str) -> str:
    """Write code in one line with single blanks."""
    return " ".join(line.split())


def equivalents(text: str) -> Equivalents:
    """Read the list; whoever adds to it says why."""
    held: dict[str, list[dict[str, Any]]] = yaml.safe_load(text)
    everywhere = [
        (change["was"], becomes)
        for change in held.pop("everywhere")
        for becomes in change["becomes"]
    ]
    listed = [
        Survivor(rule, change["function"], change["was"], becomes)
        for rule, changes in held.items()
        for change in changes
        for becomes in change["becomes"]
    ]
    return Equivalents(frozenset(listed), tuple(everywhere))


def report(rule: str, made: int, left: list[Survivor], known: Equivalents) -> list[str]:
    """Say what is wrong with this rule's tests or with the list, one text each."""
    missing = [each for each in left if not known.has(each)]
    gone = [each for each in known.listed if each.rule == rule and each not in left]
    print(f"{rule}: {made} mutants, {made - len(left)} noticed, ", end="")
    print(f"{len(left) - len(missing)} equivalent, {len(missing)} survived", flush=True)
    faults = [f"No test notices this change of {each}" for each in missing]
    return faults + [f"Listed as equivalent, but no survivor: {each}" for each in gone]


def run(names: Iterable[str], at_once: int) -> list[str]:
    """Change these rules one after another; return all that is wrong."""
    known = equivalents(EQUIVALENT.read_text("utf-8"))
    faults = []
    for rule in names:
        found = report(rule, *mutate(rule, at_once), known)
        print(*found, sep="\n", end="\n" if found else "", flush=True)
        faults += found
    return faults


def main() -> None:
    """Change the rules named, or all; exit 1 where a test is missing."""
    parser = argparse.ArgumentParser(prog="make mutate", description=__doc__)
    parser.add_argument("rules", nargs="*", metavar="rule", help="units, mppr ... (all of them)")
    parser.add_argument("--at-once", type=int, default=os.cpu_count(), metavar="N")
    asked = parser.parse_args()
    unknown = set(asked.rules) - set(rules())
    if unknown:
        parser.error(f"got {', '.join(sorted(unknown))}; takes {', '.join(rules())}")
    built = subprocess.call([sys.executable, "-m", "scripts.build"])
    if built:
        raise SystemExit(built)
    made_from = setup.digest([LOCK], sys.version)
    setup.stage(ROOT, "mutmut", made_from, lambda: setup.install(ROOT, LOCK))
    faults = run(asked.rules or rules(), asked.at_once)
    if faults:
        raise SystemExit(f"{len(faults)} to mend: a test, or {EQUIVALENT.relative_to(ROOT)}")
    print("every change of an answer is noticed")


if __name__ == "__main__":
    main()
