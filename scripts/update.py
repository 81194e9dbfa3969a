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
    """A file taken in: what it was, what it changed, and what that moved.

    `uncommitted` are files that it changed in a round before, where this one changed nothing.
    """

    imported: Imported
    changed: tuple[Path, ...]
    after: State
    report: Report
    uncommitted: tuple[Path, ...] = ()

    @property
    def stopped(self) -> bool:
        """Tell whether something is left to mend before the site can be built."""
        return bool(self.report.disagreements or self.after.problems)


def run(
    root: Path,
    file: Path,
    builds: Callable[[Path], None],
    say: Say,
    dirty: frozenset[str] = frozenset(),
) -> Round:
    """Take a file into content/ of `root`; every stage is said as it goes, and then the report.

    `dirty` are the files that had changes before. Raises `Refused` where content/ cannot be read,
    the importers' own where the file cannot, and what `builds` raises. Whatever it raises, what
    takes the update back is said first.
    """
    content = root / CONTENT
    imported = _stage(say, "read", lambda: importers.read(file, content), _brings)
    before = _stage(say, "before", lambda: _load(content, root), _holds)
    changed = _stage(say, "write", lambda: importers.write(imported, content), _changes)
    try:
        done = _compared(root, imported, before, changed, say)
    except BaseException:
        if changed:
            say(f"\n{CONTENT}/ was changed; this takes it back:")
            _say_undo(undo.commands(root, changed, dirty), say)
        raise
    try:
        _stage(say, "build", lambda: None if done.stopped else builds(root), lambda _: _built(done))
    finally:
        tell_all(root, done, dirty, say)
    return done


def _stage(say: Say, name: str, work: Callable[[], T], told: Callable[[T], str]) -> T:
    return stages.timed(f"{STAGES.index(name) + 1}/{len(STAGES)} {name}", work, told, say)


def _compared(
    root: Path, imported: Imported, before: State, changed: tuple[Path, ...], say: Say
) -> Round:
    """Lint what was written, compare it, and keep a record of it."""
    content = root / CONTENT
    after = _stage(say, "lint", lambda: _load(content, root), _problems)
    # What was taken in earlier and is not committed is told again, after mending.
    committed, uncommitted = (None, ()) if changed else _committed(root, imported)
    old = committed or before
    made = _stage(say, "impact", lambda: report.compare(old, after, root), lambda _: "compared")
    if changed:
        changed = (*changed, record.keep(content, imported, made.moved))
    return Round(imported, changed, after, made, uncommitted)


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
        _say_undo(undo.commands(root, done.changed, dirty), say)
    elif done.uncommitted:
        say("This takes the update back, with what was changed by hand in the same files:")
        _say_undo(undo.commands(root, done.uncommitted, frozenset()), say)


def _say_undo(commands: list[str], say: Say) -> None:
    for line in commands:
        say(f"  {line}")


def _load(content: Path, root: Path) -> State:
    try:
        return state.load(content, root)
    except ContentRefused as refused:
        raise Refused("\n".join(f"{CONTENT}/{each}" for each in refused.problems)) from refused


def _committed(root: Path, imported: Imported) -> tuple[State | None, tuple[Path, ...]]:
    """Read content/ of the last commit, and find what the file changes in it.

    Gives None where there is no commit, and the changed files as they lie below `root`.
    """
    with tempfile.TemporaryDirectory() as folder:
        try:
            content = revision.unpack(root, "HEAD", Path(folder))
            old = _load(content, root)
            names = [each.relative_to(content) for each in importers.write(imported, content)]
        except (Refused, importers.Refused):
            return None, ()
    if names:
        names.append(Path(record.FOLDER) / f"{record.key(imported)}.yaml")
    files = (root / CONTENT / name for name in names)
    return old, tuple(file for file in files if file.exists())


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
        done = run(ROOT, file, build.build, say, dirty)
    except importers.Refused as refused:
        sys.exit(f"\nNot taken in; {CONTENT}/ is as it was:\n{refused}")
    except Refused as refused:
        sys.exit(f"\nNot finished:\n{refused}")
    except Exception as error:  # noqa: BLE001  whatever it is, the reader gets its place
        sys.exit(f"\nNot finished:\n{faults.plain(ROOT, error)}")
    if done.stopped:
        sys.exit(f"\nNot built. Mend what is listed above, then again: make update FILE={file}")


if __name__ == "__main__":
    main()
