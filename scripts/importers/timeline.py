"""The days each release answers for, where several of one series are held."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from scripts.importers import quarters
from scripts.importers.imported import Refused

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """A release at its path: the day it is published for, and the days it answers for."""

    path: str
    release: str
    own: date
    start: date
    end: date


def cut(held: Sequence[Span], new: Span, *, fills_year: bool) -> list[Span]:
    """Give the spans of a series with a new one among them; no two answer for one day."""
    others = [span for span in held if span.path != new.path]
    for span in others:
        if span.own == new.own:
            found = f"{new.release} begins on {new.own}, as {span.release} in {span.path} does"
            raise Refused(f"{found}; expected a day of its own. Remove the one that is not wanted.")
    spans = sorted((*others, new), key=lambda span: span.own)
    return _filled(spans, new.own.year) if fills_year else _cut(spans, spans.index(new))


def _filled(spans: list[Span], number: int) -> list[Span]:
    """Let the releases of a year share its days; those of other years stay."""
    whole = quarters.year(number)
    mine = [span for span in spans if span.own.year == number]
    starts = [whole.start, *(span.own for span in mine[1:])]
    ends = [*(after.own - DAY for _, after in pairwise(mine)), whole.end]
    shared = {
        span.path: replace(span, start=start, end=end)
        for span, start, end in zip(mine, starts, ends, strict=True)
    }
    return [shared.get(span.path, span) for span in spans]


def _cut(spans: list[Span], place: int) -> list[Span]:
    new = spans[place]
    if place + 1 < len(spans):
        new = replace(new, end=min(new.end, spans[place + 1].start - DAY))
    spans[place] = new
    if place:
        before = spans[place - 1]
        spans[place - 1] = replace(before, end=min(before.end, new.start - DAY))
    return spans


def note(span: Span) -> str | None:
    """Say of a fee schedule release that it answers for other quarters than its own."""
    named = quarters.rvu_start(span.release)
    if named is None:
        return None
    own, words = (
        quarters.quarter(named.year, named.month),
        f"{quarters.NAMES[named.month]} {named.year}",
    )
    if (span.start, span.end) == (own.start, own.end):
        return None
    if (span.start, span.end) == (date(named.year, 1, 1), date(named.year, 12, 31)):
        rest = f"for the whole year: no other release of {named.year} is held here."
    else:
        rest = f"from {span.start} to {span.end}: no other release is held here for these days."
    return f"The {words} release answers {rest}"
