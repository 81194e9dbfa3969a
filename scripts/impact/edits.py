"""Which NCCI edits moved: begun, ended, another indicator, or no longer listed.

A file of edits is silent about pairs that it was not read for. Such a pair has not moved: it is
counted and told apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from calculator.reference.edits import Edit, Edits, Release
from scripts.content.model.updates import Moved
from scripts.impact.state import State
from scripts.impact.tables import AnyTable, pairs

FOLDER = "ptp/"
PAGE = "exclusions/"
UNLISTED = "not listed"
Directed = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Compared:
    """The edits that moved, and sentences about those that were read in one of both files only."""

    moved: tuple[Moved, ...]
    notes: tuple[str, ...]


def edits(before: State, after: State) -> Compared:
    """Hold every file of edits that is new or differs against the one before it."""
    moved: list[Moved] = []
    notes: list[str] = []
    for old, new in pairs(before.content, after.content):
        if new.path.startswith(FOLDER):
            now = _release(after.facts.edits, new)
            if old is None:
                notes.append(f"{_named(now)}: {len(now.edits)} edits, the first that are held.")
                continue
            was = _release(before.facts.edits, old)
            moved += _moved(was, now)
            notes += _apart(was, now)
    return Compared(tuple(moved), tuple(notes))


def _release(held: Edits, table: AnyTable) -> Release:
    """Find a table as the calculator reads it."""
    setting = table.path.removeprefix(FOLDER).partition("-")[0]
    start = table.release.start
    found = (each for each in held.releases if (each.setting.value, each.start) == (setting, start))
    return next(found)


def _moved(was: Release, now: Release) -> Iterator[Moved]:
    old, new = _by_pair(was), _by_pair(now)
    for pair in sorted(old.keys() | new.keys()):
        one, other = old.get(pair), new.get(pair)
        unread = (one is None and not _would_hold(was, other)) or (
            other is None and not _would_hold(now, one)
        )
        if not unread and _said(one) != _said(other):
            what = f"{pair[0]} with {pair[1]}, {now.setting.value}"
            yield Moved(what=what, before=_said(one), now=_said(other), page=PAGE)


def _apart(was: Release, now: Release) -> Iterator[str]:
    old, new = _by_pair(was), _by_pair(now)
    read = sum(not _would_hold(was, new[pair]) for pair in new.keys() - old.keys())
    lost = sum(not _would_hold(now, old[pair]) for pair in old.keys() - new.keys())
    if read:
        yield f"{_named(now)}: {read} edits of pairs that {was.release} was not read for."
    if lost:
        yield f"{_named(now)}: not read for {lost} of the edits that {was.release} has."


def _named(release: Release) -> str:
    return f"{release.release}, {release.setting.value}"


def _by_pair(release: Release) -> dict[Directed, Edit]:
    """Keep one edit of each pair: the one that is in force, else the one that ended last."""
    found: dict[Directed, Edit] = {}
    for edit in sorted(release.edits, key=lambda each: (each.deleted is None, each.deleted)):
        found[(edit.column_one, edit.column_two)] = edit
    return found


def _would_hold(release: Release, edit: Edit | None) -> bool:
    """Tell whether an edit like this would stand in the file, were it active."""
    return edit is not None and release.scope.would_hold(edit)


def _said(edit: Edit | None) -> str:
    if edit is None:
        return UNLISTED
    if edit.never_in_force:
        return "never in force"
    if edit.deleted:
        return f"deleted, last day {edit.deleted}, indicator {edit.indicator}"
    return f"in force, indicator {edit.indicator}"
