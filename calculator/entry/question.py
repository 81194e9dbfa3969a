"""What every question has: one JSON object at the top, and a day for which something is held."""

import re
from datetime import date

from calculator.entry.fields import Fields, Problems
from calculator.entry.raw_json import BadJson, Pairs, Raw, read
from calculator.words.problem import BadVisit
from calculator.words.sentences import listed

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def top(text: str, names: dict[str, str], path: str, *, once: bool = True) -> Pairs:
    """Return the fields of a question, or refuse the whole text at `path`.

    With `once`, a field that stands twice is a reason to refuse it all.
    """
    try:
        given = read(text)
    except BadJson as error:
        takes, problems = _takes(names), Problems()
        problems.add(path, text.strip(), takes, f"{path.capitalize()}: {error}; takes {takes}.")
        raise BadVisit(tuple(problems.met)) from error
    return opened(given, names, path, once=once)


def opened(given: Raw, names: dict[str, str], path: str, *, once: bool = True) -> Pairs:
    """Return the fields of what was parsed already, or refuse it likewise."""
    value = given.value
    if isinstance(value, Pairs) and not (once and value.repeated):
        return value
    why = f"{listed(value.repeated)} twice" if isinstance(value, Pairs) else "no JSON object"
    takes, problems = _takes(names), Problems()
    problems.add(path, given.text, takes, f"{path.capitalize()}: got {why}; takes {takes}.")
    raise BadVisit(tuple(problems.met))


def _takes(names: dict[str, str]) -> str:
    return f"one JSON object with {listed(names)}, each once"


def held_day(fields: Fields, days: tuple[date, date], nothing: str, answered: str) -> date | None:
    """Read the date, and refuse a day for which nothing is held.

    `nothing` and `answered` say so: "No edits are held", "those held answer".
    """
    first, last = days
    day = fields.read("date", f"a day from {first} to {last} as YYYY-MM-DD", iso_day)
    if day and not first <= day <= last:
        says = f"{nothing} for {day}; {answered} {first} to {last}."
        fields.refuse("date", f"a day from {first} to {last}", says)
        return None
    return day


def iso_day(raw: Raw) -> date | None:
    """Read a day of the calendar written as YYYY-MM-DD."""
    if not isinstance(raw.value, str) or not _DAY.fullmatch(raw.value):
        return None
    try:
        return date.fromisoformat(raw.value)
    except ValueError:
        return None
