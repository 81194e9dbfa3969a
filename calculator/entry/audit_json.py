"""An audit as programs and the page hand it in: a visit, and the lines billed for it."""

import re

from calculator.entry.fields import Fields, Problems
from calculator.entry.question import top
from calculator.entry.raw_json import Raw
from calculator.entry.values import known, rows, whole
from calculator.entry.within import given, visit_in
from calculator.reference.bundle import Reference
from calculator.words.billed import BilledLine
from calculator.words.problem import BadVisit
from calculator.words.visit import Visit

FIELDS = {"visit": "Visit", "billed": "Billed lines"}
LINE_FIELDS = {"code": "Code", "units": "Units", "modifiers": "Modifiers"}
MOST_LINES = 500
MOST_UNITS = 999  # three places on the claim form
MOST_MODIFIERS = 4
MODIFIERS = f"a list of at most {MOST_MODIFIERS} modifiers of two characters, each once"

_MODIFIER = re.compile(r"[A-Z0-9]{2}")


def read_audit(text: str, reference: Reference) -> tuple[Visit, tuple[BilledLine, ...]]:
    """Read a visit and what was billed for it, or raise `BadVisit` with every problem."""
    problems = Problems()
    fields = Fields(top(text, FIELDS, "question"), FIELDS, problems)
    fields.refuse_strangers()
    visit = visit_in(fields, fields.read("visit", "a visit", given), "visit", reference)
    takes = f"a list of 1 to {MOST_LINES} lines"
    given_lines = fields.read("billed", takes, rows(1, MOST_LINES)) or ()
    lines = [_line(row, place, reference, fields) for place, row in enumerate(given_lines)]
    billed = tuple(line for line in lines if line)
    if problems.met or visit is None:
        raise BadVisit(tuple(problems.met))
    return visit, billed


def _line(row: Raw, place: int, reference: Reference, question: Fields) -> BilledLine | None:
    named = f", billed line {place + 1}"
    fields = question.inside(row, f"billed[{place}]", LINE_FIELDS, named)
    if fields is None:
        return None
    code = fields.read("code", "a code of the family", known(reference.codes))
    units = fields.read("units", f"a whole number from 1 to {MOST_UNITS}", whole(1, MOST_UNITS))
    modifiers = fields.read("modifiers", MODIFIERS, _modifiers)
    if code is None or units is None or modifiers is None:
        return None
    return BilledLine(code, units, modifiers)


def _modifiers(raw: Raw) -> tuple[str, ...] | None:
    if not isinstance(raw.value, tuple):
        return None
    given = [each.value for each in raw.value]
    read = tuple(each for each in given if isinstance(each, str) and _MODIFIER.fullmatch(each))
    whole = len(read) == len(given) == len(set(read)) <= MOST_MODIFIERS
    return read if whole else None
