"""Take in an official file: import, lint, tell what moved, build. `make update FILE=rvu27a.zip`."""

import argparse
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from scripts import build, faults, importers, stages
from scripts.content.problems import ContentRefused
from scripts.impact import record, report, revision, state, tell, undo
from scripts.impact.report import Report
from scripts.impact.state import State
from scripts.importers import Imported
from scripts.stages import Refused

ROOT = Path(__file__).resolve().parent.parent
CONTENT = "content"
MARKDOWN = "build/impact.md"
TAKES = "an official file as it was published: make update FILE=path/to/rvu27a.zip"
STAGES = ("read", "before", "write", "lint", "impact", "build")
Say = Callable[[str], None]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Round:
    """A file taken in: what it was, what it changed, and what that moved."""

    imported: Imported
    changed: tuple[Path, ...]
    after: State
    report: Report

    @property
    def stopped(self) -> bool:
        """Tell whether something is left to mend before the site can be built."""
        return bool(self.report.disagreements or self.after.problems)


def run(root: Path, file: Path, builds: Callable[[Path], None], say: Say) -> Round:
    """Take a file into content/ of `root`; every stage is said as it goes.

    Raises `Refused` where content/ cannot be read, and the importers' own where the file cannot.
    """
    content = root / CONTENT

    def stage(name: str, work: Callable[[], T], told: Callable[[T], str]) -> T:
        head = f"{STAGES.index(name) + 1}/{len(STAGES)} {name}"
        return stages.timed(head, work, told, say)

    imported = stage("read", lambda: importers.read(file, content), _brings)
    before = stage("before", lambda: _load(content, root), _holds)
    changed = stage("write", lambda: importers.write(imported, content), _changes)
    after = stage("lint", lambda: _load(content, root), _problems)
    # What was taken in earlier and is not committed is told again, after mending.
    old = before if changed else _committed(root) or before
    made = stage("impact", lambda: report.compare(old, after, root), lambda _: "compared")
    if changed:
        changed = (*changed, record.keep(content, imported, made.moved))
    done = Round(imported, changed, after, made)
    stage("build", lambda: None if done.stopped else builds(root), lambda _: _built(done))
    return done


def tell_all(root: Path, done: Round, dirty: frozenset[str], say: Say) -> None:
    """Say the report, where it lies as Markdown, and what takes the update back."""
    for note in done.imported.notes:
        say(note)
    say(f"\n{tell.text(done.report, done.after)}")
    markdown = root / MARKDOWN
    markdown.parent.mkdir(exist_ok=True)
    of = f"What {done.imported.release} moved"
    markdown.write_text(tell.markdown(done.report, done.after, of), encoding="utf-8")
    say(f"\nFor a pull request: {MARKDOWN}")
    if done.changed:
        say("This takes the update back:")
        for line in undo.commands(root, done.changed, dirty):
            say(f"  {line}")


def _load(content: Path, root: Path) -> State:
    try:
        return state.load(content, root)
    except ContentRefused as refused:
        raise Refused("\n".join(f"{CONTENT}/{each}" for each in refused.problems)) from refused


def _committed(root: Path) -> State | None:
    """Read content/ of the last commit; None where there is none."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            return _load(revision.unpack(root, "HEAD", Path(folder)), root)
        except Refused:
            return None


def _brings(imported: Imported) -> str:
    rows = sum(len(table.rows) for table in imported.tables)
    return f"{imported.release}, {rows} rows, {len(imported.figures)} figures"


def _holds(before: State) -> str:
    return f"{len(before.facts.library.releases)} releases held"


def _changes(changed: tuple[Path, ...]) -> str:
    return f"{len(changed)} files" if changed else "nothing, all of it is held already"


def _problems(after: State) -> str:
    return f"{len(after.problems)} problems" if after.problems else "in order"


def _built(done: Round) -> str:
    return "left out, what is listed below would stop it" if done.stopped else "done"


def options(arguments: list[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m scripts.update", description=__doc__)
    parser.add_argument("file", type=Path, nargs="?", help="zip, member or folder, as published")
    return parser.parse_args(arguments)


def main(arguments: list[str] | None = None) -> None:
    """Take the file in; whatever keeps it out ends in plain lines and status 1."""
    file = options(arguments).file
    if file is None:
        sys.exit(f"FILE: got nothing, takes {TAKES}")
    if not file.exists():
        sys.exit(f"FILE: got {file}, where nothing is; takes {TAKES}")

    def say(line: str) -> None:
        print(line, flush=True)

    try:
        dirty = undo.dirty(ROOT)
        done = run(ROOT, file, build.build, say)
        tell_all(ROOT, done, dirty, say)
    except importers.Refused as refused:
        sys.exit(f"\nNot taken in; {CONTENT}/ is as it was:\n{refused}")
    except Refused as refused:
        sys.exit(f"\nNot finished:\n{refused}")
    except Exception as error:  # noqa: BLE001  whatever it is, the reader gets its place
        sys.exit(f"\nNot finished:\n{faults.plain(ROOT, error)}")
    if done.stopped:
        sys.exit("\nNot built. Mend what is listed above, then: make build")


if __name__ == "__main__":
    main()
