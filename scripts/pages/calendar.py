"""A calendar of the days on which figures end and others are needed: the same at every build."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time

from icalendar import Calendar, Event

from scripts.content.model.awaited import Awaited
from scripts.content.values import Dated

MAKER = "-//Therapy Coding Reference//Freshness//EN"
NAME = "Therapy coding: last days of figures"
PLACE = "therapy-coding-reference"


def written(ends: Iterable[tuple[str, str, Dated]], awaited: Iterable[Awaited]) -> str:
    """Write the calendar; `ends` are key, words and period of what is held."""
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("name", NAME)
    calendar.add("x-wr-calname", NAME)
    for event in (*_ends(ends), *_needed(awaited)):
        calendar.add_component(event)
    return str(calendar.to_ical().decode())


def _ends(ends: Iterable[tuple[str, str, Dated]]) -> Iterator[Event]:
    for key, what, period in ends:
        says = f"{what}, {period.release}: nothing later is held in this edition of the site."
        yield _event(f"ends-{key}", period.end, f"Last day of {period.release}: {what}", says)


def _needed(awaited: Iterable[Awaited]) -> Iterator[Event]:
    for each in awaited:
        yield _event(
            f"needed-{each.key}", each.needed_from, f"Needed from today: {each.what}", each.says
        )


def _event(key: str, day: date, summary: str, says: str) -> Event:
    """Make an all-day event that keeps nobody busy; its stamp is its own day, not the build's."""
    event = Event()
    event.add("uid", f"{key.replace('/', '-')}@{PLACE}")
    event.add("dtstamp", datetime.combine(day, time(), UTC))
    event.add("dtstart", day)
    event.add("summary", summary)
    event.add("description", says)
    event.add("transp", "TRANSPARENT")
    return event
