"""A comparison as programs and the page hand it in: a visit, and the two days to answer it for."""

from datetime import date

from calculator.entry.fields import Fields, Problems
from calculator.entry.question import iso_day, top
from calculator.entry.raw_json import Raw
from calculator.entry.values import rows
from calculator.entry.within import given, visit_in
from calculator.reference.bundle import Reference
from calculator.words.problem import BadVisit
from calculator.words.visit import Visit

FIELDS = {"visit": "Visit", "dates": "Dates"}
TWO = 2


def read_comparison(text: str, reference: Reference) -> tuple[Visit, tuple[date, date]]:
    """Read a visit and two days, or raise `BadVisit` with every problem."""
    problems = Problems()
    fields = Fields(top(text, FIELDS, "question"), FIELDS, problems)
    fields.refuse_strangers()
    visit = visit_in(fields, fields.read("visit", "a visit", given), "visit", reference)
    dates = fields.read("dates", "a list of two days", rows(TWO, TWO)) or ()
    days = [_day(row, place, reference, problems) for place, row in enumerate(dates)]
    if len(days) == TWO and days[0] and days[0] == days[1]:
        fields.refuse("dates", "two days that differ")
    if problems.met or visit is None or days[0] is None or days[1] is None:
        raise BadVisit(tuple(problems.met))
    return visit, (days[0], days[1])


def _day(raw: Raw, place: int, reference: Reference, problems: Problems) -> date | None:
    first, last = reference.days
    day = iso_day(raw)
    if day and first <= day <= last:
        return day
    takes = f"a day from {first} to {last} as YYYY-MM-DD"
    says = f"Date {place + 1}: got {raw.text[:80]}; takes {takes}."
    problems.add(f"dates[{place}]", raw.text, takes, says)
    return None
