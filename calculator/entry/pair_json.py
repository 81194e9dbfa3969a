"""A question about two codes as the page hands it in: one JSON object, or why it is refused."""

import re

from calculator.entry.fields import Fields, Problems
from calculator.entry.question import held_day, top
from calculator.entry.raw_json import Raw
from calculator.entry.values import word
from calculator.reference.edits import Edits
from calculator.rules.edits import Pair
from calculator.words.problem import BadVisit
from calculator.words.vocabulary import Setting

FIELDS = {
    "first": "First code",
    "second": "Second code",
    "setting": "Setting",
    "date": "Date of service",
}
CODE = "a code of five characters, such as 97530"

_CODE = re.compile(r"[A-Z0-9][0-9]{3}[A-Z0-9]")


def read_pair(text: str, edits: Edits) -> Pair:
    """Read a pair to be looked up, or raise `BadVisit` with every problem it has."""
    problems = Problems()
    fields = Fields(top(text, FIELDS, "question"), FIELDS, problems)
    fields.refuse_strangers()
    first = fields.read("first", CODE, _code)
    second = fields.read("second", CODE, _code)
    setting = fields.read("setting", "practitioner or hospital", word(Setting))
    day = held_day(fields, edits.days, "No edits are held", "those held answer")
    if problems.met or first is None or second is None or setting is None or day is None:
        raise BadVisit(tuple(problems.met))
    return Pair(
        first=first,
        second=second,
        setting=setting,
        day=day,
        known=(edits.codes.get(first), edits.codes.get(second)),
        strangers=tuple(code for code in dict.fromkeys((first, second)) if not edits.names(code)),
    )


def _code(raw: Raw) -> str | None:
    return raw.value if isinstance(raw.value, str) and _CODE.fullmatch(raw.value) else None
