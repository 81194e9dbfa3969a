"""Visits in the order in which their claims were received, and what was used before the first."""

from calculator.entry import amounts
from calculator.entry.fields import Fields, Problems
from calculator.entry.question import top
from calculator.entry.raw_json import LONGEST, Pairs, Raw
from calculator.entry.values import rows, whole
from calculator.entry.within import given, visit_in
from calculator.reference.bundle import Reference
from calculator.words.problem import BadVisit
from calculator.words.running import Year
from calculator.words.sentences import listed
from calculator.words.visit import Visit
from calculator.words.vocabulary import Bucket

FIELDS = {"visits": "Visits", "years": "Years"}
YEAR_FIELDS = {
    "year": "Calendar year",
    "threshold_used": "Threshold used before",
    "deductible_remaining": "Deductible left before",
}
BUCKETS = {str(bucket): str(bucket) for bucket in Bucket}
RUNNING = ("threshold_used", "threshold_used_other", "deductible_remaining")
UNUSED = {each: Raw('"0.00"', "0.00") for each in RUNNING}
MOST_VISITS = 100


def read_sequence(text: str, reference: Reference) -> tuple[tuple[Visit, ...], dict[int, Year]]:
    """Read visits and each year's beginning, or raise `BadVisit` with every problem."""
    problems = Problems()
    fields = Fields(top(text, FIELDS, "question"), FIELDS, problems)
    fields.refuse_strangers()
    takes = f"a list of 1 to {MOST_VISITS} visits"
    received = fields.read("visits", takes, rows(1, MOST_VISITS)) or ()
    visits = [_visit(fields, row, place, reference) for place, row in enumerate(received)]
    years = _years(fields, reference)
    for year in sorted({visit.day.year for visit in visits if visit} - {*years}):
        takes = f"an entry for {year}, in which a visit lies"
        fields.refuse("years", takes, f"Years: takes {takes}.")
    if problems.met:
        raise BadVisit(tuple(problems.met))
    return tuple(visit for visit in visits if visit), years


def _visit(fields: Fields, row: Raw, place: int, reference: Reference) -> Visit | None:
    at = f"visits[{place}]"
    had = row.value.values if isinstance(row.value, Pairs) else {}
    own = [each for each in RUNNING if each in had]
    for key in own:
        takes = "no such field here: what is used and left runs through all visits"
        says = f"Visit {place + 1}, {key}: takes {takes}."
        fields.problems.add(f"{at}.{key}", had[key].text, takes, says)
    return None if own else visit_in(fields, row, at, reference, UNUSED)


def _years(fields: Fields, reference: Reference) -> dict[int, Year]:
    takes = "a list with an entry for each calendar year"
    entries = fields.read("years", takes, rows(0, LONGEST)) or ()
    years: dict[int, Year] = {}
    for place, row in enumerate(entries):
        year = _year(row, place, reference, fields)
        if year and year.year in years:
            takes = f"{year.year} once"
            says = f"Years: got {year.year} twice; takes {takes}."
            fields.problems.add(f"years[{place}].year", str(year.year), takes, says)
        elif year:
            years[year.year] = year
    return years


def _year(row: Raw, place: int, reference: Reference, question: Fields) -> Year | None:
    named = f", entry {place + 1}"
    fields = question.inside(row, f"years[{place}]", YEAR_FIELDS, named)
    if fields is None:
        return None
    first, last = (day.year for day in reference.days)
    year = fields.read("year", f"a year from {first} to {last}", whole(first, last))
    used = fields.read("threshold_used", f"an object with {listed(BUCKETS)}", given)
    inner = fields.inside(used, "threshold_used", BUCKETS, named) if used else None
    read = (
        {each: inner.read(each, amounts.TAKES, amounts.dollars) for each in Bucket} if inner else {}
    )
    before = {each: amount for each, amount in read.items() if amount is not None}
    left = fields.read("deductible_remaining", amounts.TAKES, amounts.dollars)
    if year is None or left is None or len(before) < len(Bucket):
        return None
    return Year(year, before, left)
