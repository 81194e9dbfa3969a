"""One visit of a CSV, worked out as its own door would: a short result, or why there is none."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from calculator import audit as auditing, many
from calculator.entry.audit_json import read_audit
from calculator.entry.visit_columns import KEYS
from calculator.entry.visit_json import read_visit
from calculator.entry.visits_asked import AskedVisit, asked
from calculator.entry.visits_csv import CsvVisit
from calculator.evaluate import evaluate
from calculator.reference.bundle import Reference
from calculator.render import many as shown
from calculator.words.problem import BadVisit

Written = dict[str, Any]


def work_out(
    given: CsvVisit, for_all: Mapping[str, str], totals: many.Totals, reference: Reference
) -> Written:
    """Answer a visit and count it in: its cells and record, its question, its rows if refused."""
    ready = asked(given, for_all, reference)
    reasons = ready.reasons
    outcome = many.Outcome(many.REFUSED)
    if not reasons:
        try:
            outcome = _outcome(ready, reference)
        except BadVisit as refused:
            reasons = [*ready.refused(refused.problems, given.rows[0].line)]
    totals.add(outcome)
    lines = (given.rows[0].line, given.rows[-1].line)
    said = [f"Line {line}: {says}" for line, says in reasons]
    cells = shown.cells(given.name, lines, str(ready.visit.get("date", "")), outcome, said)
    return {
        "cells": cells,
        "marks": outcome.marks,
        "record": shown.record(cells),
        "question": "" if reasons else json.dumps(ready.question, separators=(",", ":")),
        "bad": [*_bad(given, reasons)],
    }


def _outcome(ready: AskedVisit, reference: Reference) -> many.Outcome:
    question = json.dumps(ready.question)
    if ready.billed:
        visit, billed = read_audit(question, reference)
        return many.audited(auditing.audit(visit, billed, reference))
    return many.answered(evaluate(read_visit(question, reference), reference))


def _bad(given: CsvVisit, reasons: list[tuple[int, str]]) -> Iterator[Written]:
    """Write every row of a refused visit, so that it can be mended and brought again."""
    elsewhere = f"refused with line {reasons[0][0]}" if reasons else ""
    for row in given.rows if reasons else ():
        mine = " ".join(says for line, says in reasons if line == row.line)
        cells = [*(row.cells.get(key, "") for key in KEYS), mine or elsewhere]
        yield {"line": row.line, "says": mine, "record": shown.record(cells)}


def bad_heads() -> str:
    """Write the heads of the bad rows' CSV."""
    return shown.record((*KEYS, shown.REASON))
