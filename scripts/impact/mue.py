"""Which MUEs moved: what was told of a code and setting before, and what is told now.

Of a code that a quarter's table lacks, the quarter that saw it last goes on telling: so each row is
held against the newest one before it, and a row that is lacking has not moved.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scripts.content.joined import Mue
from scripts.content.model.updates import Moved
from scripts.impact.state import State
from scripts.impact.tables import pairs

FOLDER = "mue/"


@dataclass(frozen=True, slots=True)
class Compared:
    """The MUEs that moved, and sentences about codes that a new table lacks."""

    moved: tuple[Moved, ...]
    notes: tuple[str, ...]


def moved(before: State, after: State) -> Compared:
    """Hold every row of a table that is new or differs against what was told before it."""
    moves: list[Moved] = []
    notes: list[str] = []
    for _, table in pairs(before.content, after.content):
        if not table.path.startswith(FOLDER):
            continue
        for code, held in after.facts.library.codes.items():
            known = before.facts.library.codes.get(code)
            moves += _of_code(code, known.mue if known else (), held.mue, table.release.release)
        notes += _lacking(after, table.release.release)
    return Compared(tuple(moves), tuple(notes))


def _of_code(code: str, old: Iterable[Mue], new: Iterable[Mue], release: str) -> Iterator[Moved]:
    for now in new:
        if now.release == release:
            told = (each for each in old if each.setting == now.setting and each.start <= now.start)
            was = next(told, None)
            if was is None or (was.value, was.mai) != (now.value, now.mai):
                what = f"{code}, {now.setting}"
                page = f"codes/{code.lower()}/"
                yield Moved(what=what, before=_said(was), now=_said(now), page=page)


def _said(mue: Mue | None) -> str | None:
    return f"{mue.value} a day, MAI {mue.mai} ({mue.release})" if mue else None


def _lacking(after: State, release: str) -> Iterator[str]:
    """Say of how many codes a table has nothing where another quarter has, by setting."""
    for setting in ("practitioner", "hospital"):
        older = [
            code.code
            for code in after.facts.library.codes.values()
            if any(each.setting == setting for each in code.mue)
            and not any((each.setting, each.release) == (setting, release) for each in code.mue)
        ]
        if older:
            yield f"{release}, {setting}: no row for {len(older)} codes, which stay as last seen."
