"""What is taken away of a visit, as the page asks: the visit, and what the reader's clock reads."""

import json
import re
from typing import Any

from calculator.entry.fields import Fields, Problems
from calculator.entry.question import top
from calculator.entry.raw_json import Raw
from calculator.entry.within import given, visit_in
from calculator.reference.bundle import Reference
from calculator.words.problem import BadVisit
from calculator.words.visit import Visit

FIELDS = {"visit": "Visit", "clock": "Clock"}
RECEIPT = {"receipt": "Receipt"}
TIME = "the time as 2026-03-02T10:42:07+01:00"
_TIME = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9]{2}:[0-9]{2})"
)


def read_take_away(text: str, reference: Reference) -> tuple[Visit, Any, str | None]:
    """Read the visit, the same as its JSON was given, and the time; raises `BadVisit`."""
    problems = Problems()
    fields = Fields(top(text, FIELDS, "question"), FIELDS, problems)
    fields.refuse_strangers()
    visit = visit_in(fields, fields.read("visit", "a visit", given), "visit", reference)
    clock = fields.read_if_given("clock", TIME, _time, None)
    if problems.met or visit is None:
        raise BadVisit(tuple(problems.met))
    return visit, json.loads(fields.text("visit")), clock


def read_receipt(text: str) -> str:
    """Read the text that is to be looked at as a receipt; raises `BadVisit`."""
    problems = Problems()
    fields = Fields(top(text, RECEIPT, "question"), RECEIPT, problems)
    fields.refuse_strangers()
    receipt = fields.read("receipt", "the text of a receipt", _string)
    if problems.met or receipt is None:
        raise BadVisit(tuple(problems.met))
    return receipt


def _string(raw: Raw) -> str | None:
    return raw.value if isinstance(raw.value, str) else None


def _time(raw: Raw) -> str | None:
    return raw.value if isinstance(raw.value, str) and _TIME.fullmatch(raw.value) else None
