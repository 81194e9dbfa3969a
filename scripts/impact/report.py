"""The report: what moved between two states, what disagrees now, and what is left to do by hand."""

from dataclasses import dataclass
from pathlib import Path

from scripts.content.model.updates import Moved, Moves
from scripts.impact import answers, edits, mue, pages, periods, prices, tables, todo
from scripts.impact.state import State

APART = (edits.FOLDER, mue.FOLDER)  # tables with a section of their own


@dataclass(frozen=True, slots=True)
class Report:
    """What moved; `disagreements` stop the build, `todo` are sentences that name their files."""

    moved: Moves
    disagreements: tuple[str, ...]
    todo: tuple[str, ...]

    @property
    def nothing(self) -> bool:
        """Tell whether there is nothing to tell."""
        return self.moved.nothing and not self.disagreements and not self.todo


def compare(before: State, after: State, root: Path) -> Report:
    """Compare two states; written pages and conformance cases are those below `root`."""
    old, new = (pages.written(state, root) for state in (before, after))
    read = pages.compared(before, after, old, new)
    paired = edits.edits(before, after)
    limits = mue.moved(before, after)
    rows: list[Moved] = []
    first: list[str] = []
    for was, now in tables.pairs(before.content, after.content):
        if now.path.startswith(APART):
            continue
        if was is None:
            first.append(f"{now.release.release}: {len(now.rows)} rows, the first that are held.")
            continue
        rows.extend(tables.rows(was, now))
    unpriced = prices.unpriced(before, after)
    moved = Moves(
        releases=tuple(periods.releases(before.facts.library, after.facts.library)),
        figures=tuple(periods.values(before.facts.library, after.facts.library)),
        rows=tuple(rows),
        mue=limits.moved,
        edits=paired.moved,
        prices=tuple(prices.moved(before, after)),
        pages=read.moved,
        dated=read.dated,
        examples=tuple(answers.of_examples(before, after)),
        vectors=tuple(answers.of_vectors(before, after, root)),
        notes=(*first, *paired.notes, *limits.notes, *map(_unpriced, unpriced)),
    )
    return Report(moved, new.disagreements, tuple(todo.todo(before, after, moved, new, unpriced)))


def _unpriced(day: object) -> str:
    return f"No conversion factor is held for {day}: no price of that day is worked out."
