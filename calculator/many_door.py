"""The JSON door for many visits: a CSV in slices in, a short result of each visit out.

A file is looked at first, which finds its columns and counts its rows, and then answered. What was
read so far is kept between two slices, so each file begins with a slice that is the `first`.
"""

import json
from collections.abc import Callable, Iterator, Mapping

from calculator import many
from calculator.entry.csv_records import BadCsv, Records
from calculator.entry.refusal import refusal
from calculator.entry.visit_columns import NEEDED, guessed, is_private
from calculator.entry.visits_csv import CsvVisit, Visits
from calculator.many_rows import Written, work_out
from calculator.reference import bundle
from calculator.reference.bundle import Reference
from calculator.render import many as shown
from calculator.words.problem import LONGEST_GOT, Problem
from calculator.words.sentences import listed

TAKES = (
    'one JSON object: {"look": text, "first": true or false, "last": true or false}, or with'
    ' "answer" for "look", where the first one has "columns" and "for_all" as well'
)
ASSUMED = {
    "qualifying_apm": "false",
    "threshold_used": "0.00",
    "threshold_used_other": "0.00",
    "deductible_remaining": "0.00",
}


class Work:
    """One file at a time: what of it was looked at or answered so far."""

    def __init__(self, reference: Reference) -> None:
        """Take the figures that visits are answered from."""
        self.reference = reference
        self.begin({}, {})

    def begin(self, columns: Mapping[str, int], for_all: Mapping[str, str]) -> None:
        """Begin a file: the column of each field, and what fills a field that no row says."""
        self.records, self.heads, self.looked = Records(), list[str](), 0
        self.visits, self.for_all, self.totals = Visits(columns), for_all, many.Totals()

    def one(self, visit: CsvVisit) -> Written:
        """Work one visit of the file out."""
        return work_out(visit, self.for_all, self.totals, self.reference)


def load(text: str) -> Work:
    """Read reference.json for a work of its own."""
    return begin(bundle.load(text))


def begin(reference: Reference) -> Work:
    """Make the work that `many` is handed with each slice."""
    return Work(reference)


def many_visits(question_json: str, work: Work, root: str | None = None) -> str:  # noqa: ARG001 -- as every door is called
    """Take a slice of a CSV as JSON and answer what ends in it; a refusal has `ok` false."""
    try:
        question = json.loads(question_json)
    except (ValueError, RecursionError):
        return _refused(question_json)
    match question:
        case {"look": str(text), "first": bool(first), "last": bool(last)}:
            if first:
                work.begin({}, {})
            return _written(lambda: look(work, text, last=last))
        case {"answer": str(text), "first": bool(first), "last": bool(last)}:
            if first:
                work.begin(question.get("columns", {}), question.get("for_all", {}))
            return _written(lambda: answer(work, text, last=last))
    return _refused(question_json)


def table(text: str, work: Work) -> Iterator[str]:
    """Write the results of a CSV as records of another; raises `BadCsv`.

    Columns are found by their heads. What no row says of conversion factor, threshold and
    deductible is ASSUMED.
    """
    found = look(work, text, last=True)
    if found["missing"]:
        takes = f"columns {listed(NEEDED)}, each by this head or one like it"
        raise BadCsv(1, f"Line 1: got no column {listed(found['missing'], 'or')}; takes {takes}.")
    work.begin(found["columns"], ASSUMED)
    yield shown.record(shown.HEADS)
    for visit in work.visits.feed(text, last=True):
        yield work.one(visit)["record"]


def look(work: Work, text: str, *, last: bool) -> Written:
    """Find heads and columns of a file and count its rows; raises `BadCsv`."""
    for _, cells in work.records.feed(text, last=last):
        if work.heads:
            work.looked += 1
        else:
            work.heads = cells
    columns = guessed(work.heads)
    return {
        "ok": True,
        "heads": ["" if is_private(head) else head for head in work.heads],
        "left_out": [head for head in work.heads if is_private(head)],
        "columns": columns,
        "missing": [key for key in NEEDED if key not in columns],
        "rows": work.looked,
        "problems": [],
    }


def answer(work: Work, text: str, *, last: bool) -> Written:
    """Answer the visits that end in a slice; raises `BadCsv`."""
    met = [*work.visits.feed(text, last=last)]
    results = [work.one(each) for each in met]
    return {
        "ok": True,
        "rows": work.visits.rows,
        "results": results,
        "totals": shown.totals(work.totals, work.reference),
        "sentence": shown.sentence(work.totals),
        "hidden": [each.rows[0].line for each in met if each.hides],
        "problems": [],
    }


def _written(make: Callable[[], Written]) -> str:
    try:
        return json.dumps(make())
    except BadCsv as bad:
        return json.dumps(refusal((Problem("file", f"line {bad.line}", "a CSV", str(bad)),)))


def _refused(got: str) -> str:
    says = f"Slice: got {got[:LONGEST_GOT]}; takes {TAKES}."
    return json.dumps(refusal((Problem("question", got[:LONGEST_GOT], TAKES, says),)))
