"""A visit that stands inside another question: read by its own reader, refused at its own path."""

from calculator.entry.fields import Fields
from calculator.entry.raw_json import Pairs, Raw
from calculator.entry.visit_json import read_visit
from calculator.reference.bundle import Reference
from calculator.words.problem import BadVisit, placed
from calculator.words.sentences import capitalised
from calculator.words.visit import Visit

OBJECT = "a visit, as the calculator takes it"


def given(raw: Raw) -> Raw:
    """Take whatever stands at a field: its own reader comes next."""
    return raw


def visit_in(
    fields: Fields, raw: Raw | None, key: str, reference: Reference, with_: str = ""
) -> Visit | None:
    """Read a visit at `key`, or report every problem it has at a path that begins with `key`.

    `with_` is JSON of fields that the question answers for all its visits, and each visit gets.
    """
    if raw is None:
        return None
    if not isinstance(raw.value, Pairs):
        fields.problems.add(
            fields.at + key, raw.text, OBJECT, f"{capitalised(key)}: takes {OBJECT}."
        )
        return None
    try:
        return read_visit(_joined(raw, with_), reference)
    except BadVisit as refused:
        fields.problems.met += placed(refused.problems, fields.at + key)
        return None


def _joined(raw: Raw, with_: str) -> str:
    if not with_:
        return raw.text
    inside = raw.text.strip()[1:-1].strip()
    return f"{{{inside}{',' if inside else ''}{with_}}}"
