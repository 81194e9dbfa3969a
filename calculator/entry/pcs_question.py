"""A question about a PCS code: one JSON object with text and day, or every reason against it."""

from dataclasses import dataclass
from datetime import date

from calculator.entry.fields import Fields, Problems
from calculator.entry.question import held_day, top
from calculator.entry.raw_json import Raw
from calculator.reference.pcs import LENGTH, Tables
from calculator.rules.pcs import tidy
from calculator.words.problem import BadVisit

FIELDS = {"code": "PCS code", "date": "Day"}
TEXT = f"at most {LENGTH} characters"


@dataclass(frozen=True, slots=True)
class Question:
    """A text to be read as a code of section F, and the day whose tables it is held against."""

    code: str
    day: date


def read_question(text: str, tables: Tables) -> Question:
    """Read a question that the tables can answer, or raise `BadVisit` with all its problems."""
    problems = Problems()
    fields = Fields(top(text, FIELDS, "question", once=False), FIELDS, problems)
    fields.refuse_strangers()
    code = fields.read("code", TEXT, _code)
    days = (tables.release.start, tables.release.end)
    day = held_day(fields, days, "No PCS tables are held", "held are")
    if problems.met or code is None or day is None:
        raise BadVisit(tuple(problems.met))
    return Question(code, day)


def _code(raw: Raw) -> str | None:
    return raw.value if isinstance(raw.value, str) and len(tidy(raw.value)) <= LENGTH else None
