"""On which days a diagnosis code could be billed: what releases say, and what follows from them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from scripts.content.diagnosis_rows import IcdRow
from scripts.content.load import Content
from scripts.content.model import ReleaseFile
from scripts.content.model.diagnoses import DiagnosisFile, Edge
from scripts.content.values import Standing

DAY = timedelta(days=1)
BETWEEN = "the same in the releases before and after"
WEAKEST_FIRST: tuple[Standing, ...] = ("disputed", "unverified", "secondary")
TOLD = "as its sources say"


@dataclass(frozen=True, slots=True)
class Validity:
    """Days on which a code could, or could not, be billed."""

    start: date
    end: date
    billable: bool
    release: str
    standing: Standing
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """What one release says of a code."""

    release: ReleaseFile
    row: IcdRow


def held_rows(content: Content, code: str) -> list[Held]:
    """List what each release says of a code, the oldest first."""
    tables = content.icd10cm
    return [Held(table.release, row) for table in tables for row in table.rows if row.code == code]


def periods(file: DiagnosisFile, held: list[Held], oldest: date) -> Iterator[Validity]:
    """Yield what the releases say, and between and before them what follows from the edges.

    Nothing before `oldest`, the first day of the oldest list held: an edge alone does not reach it.
    """
    before: Held | None = None
    for now in held:
        yield from _between(file, before, now) if before else _earlier(file, now, oldest)
        release, billable = now.release, now.row.billable
        known = (release.release, release.standing, release.sources)
        yield Validity(release.start, release.end, billable, *known)
        before = now


def _earlier(file: DiagnosisFile, first: Held, oldest: date) -> Iterator[Validity]:
    """Yield what is known of the days from the oldest list to the first release with the code."""
    last = first.release.start - DAY
    begins, ends = file.begins, file.ends
    if ends and ends.day <= last and not first.row.billable:
        yield from _from(oldest, ends, oldest, ends.day, billable=True)
        yield from _from(oldest, ends, ends.day + DAY, last, billable=False)
    elif begins and begins.day <= first.release.start and first.row.billable:
        yield from _from(oldest, begins, oldest, begins.day - DAY, billable=False)
        yield from _from(oldest, begins, begins.day, last, billable=True)


def _between(file: DiagnosisFile, before: Held, after: Held) -> Iterator[Validity]:
    """Yield what is known of the days between two releases."""
    start, end = before.release.end + DAY, after.release.start - DAY
    old, new = before.row.billable, after.row.billable
    edge = file.ends if old else file.begins
    if old == new and start <= end:
        sources = (*before.release.sources, *after.release.sources)
        standings = {before.release.standing, after.release.standing}
        weaker: Standing = next((each for each in WEAKEST_FIRST if each in standings), "derived")
        yield Validity(start, end, old, BETWEEN, weaker, tuple(dict.fromkeys(sources)))
    elif old != new and edge:
        first = edge.day + DAY if old else edge.day  # of the new state
        if first > start:
            yield _of(edge, start, first - DAY, billable=old)
        if first <= end:
            yield _of(edge, first, end, billable=new)


def _from(
    oldest: date, edge: Edge, start: date, end: date, *, billable: bool
) -> Iterator[Validity]:
    first = max(oldest, start)
    if first <= end:
        yield _of(edge, first, end, billable=billable)


def _of(edge: Edge, start: date, end: date, *, billable: bool) -> Validity:
    return Validity(start, end, billable, TOLD, edge.standing, edge.sources)
