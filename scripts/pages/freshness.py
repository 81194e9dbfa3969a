"""How long each release and figure holds, what is awaited next, and a calendar of those days."""

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.content.model.awaited import Awaited
from scripts.content.values import Dated
from scripts.pages import calendar, figures, releases
from scripts.pages.facts import Facts
from scripts.pages.template import render

CALENDAR = "freshness/therapy-coding.ics"


@dataclass(frozen=True, slots=True)
class Held:
    """A release, or the newest period of a figure; `key` as `follows` in awaited.yaml has it."""

    key: str
    what: str
    value: str
    period: Dated
    awaited: Awaited | None


def pages(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the calendar."""
    ends = [(each.key, each.what, each.period) for each in newest(facts)]
    yield CALENDAR, calendar.written(ends, facts.library.awaited)


def fragments(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the tables of what holds, of what is awaited, and of what is older."""
    held = newest(facts)
    yield "freshness/held.html", render("freshness.html", rows=held)
    sources = facts.library.sources
    awaited = sorted(facts.library.awaited, key=lambda each: each.needed_from)
    yield "freshness/awaited.html", render("awaited.html", rows=awaited, sources=sources)
    kept = {each.key for each in held}
    older = [
        (releases.kind(path), release)
        for path, release in facts.library.releases.items()
        if path not in kept
    ]
    older.sort(key=lambda each: each[1].end, reverse=True)
    yield "freshness/older.html", render("older.html", rows=older)


def newest(facts: Facts) -> list[Held]:
    """List the newest release of each kind and the newest period of each figure, by last day."""
    library = facts.library
    found = [
        Held(path, releases.kind(path), "", release, _awaited(facts, path))
        for path, release in releases.newest(library.releases).items()
    ]
    for key, series in library.figures.items():
        name, period = f"figures/{key}", series.periods[-1]
        value = figures.written(series, period.value)
        found.append(Held(name, series.label, value, period, _awaited(facts, name)))
    return sorted(found, key=lambda each: (each.period.end, each.what))


def _awaited(facts: Facts, key: str) -> Awaited | None:
    return next((each for each in facts.library.awaited if key in each.follows), None)
