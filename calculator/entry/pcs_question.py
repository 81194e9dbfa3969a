"""A question about a PCS code: one JSON object with text and day, or every reason against it."""

import re
from dataclasses import dataclass
from datetime import date

from calculator.entry.fields import Fields, Problems
from calculator.entry.raw_json import BadJson, Pairs, Raw, read
from calculator.reference.pcs import LENGTH, Tables
from calculator.rules.pcs import tidy
from calculator.words.problem import BadVisit
from calculator.words.sentences import listed

FIELDS = {"code": "PCS code", "date": "Day"}
TEXT = f"at most {LENGTH} characters"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Question:
    """A text to be read as a code of section F, and the day whose tables it is held against."""

    code: str
    day: date


def read_question(text: str, tables: Tables) -> Question:
    """Read a question that the tables can answer, or raise `BadVisit` with all its problems."""
    problems = Problems()
    fields = Fields(_top(text), FIELDS, problems)
    fields.refuse_strangers()
    code = fields.read("code", TEXT, _code)
    day = _day_held(fields, tables)
    if problems.met or code is None or day is None:
        raise BadVisit(tuple(problems.met))
    return Question(code, day)


def _top(text: str) -> Pairs:
    takes = f"one JSON object with {listed(FIELDS)}, each once"
    problems = Problems()
    try:
        given = read(text)
    except BadJson as error:
        problems.add("question", text.strip(), takes, f"Question: {error}; takes {takes}.")
        raise BadVisit(tuple(problems.met)) from error
    if isinstance(given.value, Pairs):
        return given.value
    problems.add("question", given.text, takes, f"Question: got no JSON object; takes {takes}.")
    raise BadVisit(tuple(problems.met))


def _day_held(fields: Fields, tables: Tables) -> date | None:
    first, last = tables.release.start, tables.release.end
    day = fields.read("date", f"a day from {first} to {last} as YYYY-MM-DD", _day)
    if day and not first <= day <= last:
        says = f"No PCS tables are held for {day}; held are {first} to {last}."
        fields.refuse("date", f"a day from {first} to {last}", says)
        return None
    return day


def _code(raw: Raw) -> str | None:
    return raw.value if isinstance(raw.value, str) and len(tidy(raw.value)) <= LENGTH else None


def _day(raw: Raw) -> date | None:
    if not isinstance(raw.value, str) or not _DAY.fullmatch(raw.value):
        return None
    try:
        return date.fromisoformat(raw.value)
    except ValueError:
        return None
