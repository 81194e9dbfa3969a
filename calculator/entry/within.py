"""A visit that stands inside another question: read by its own reader, refused at its own path."""

from calculator.entry.fields import Fields
from calculator.entry.raw_json import Pairs, Raw
from calculator.entry.visit_json import visit_given
from calculator.reference.bundle import Reference
from calculator.words.problem import BadVisit, placed
from calculator.words.sentences import capitalised
from calculator.words.visit import Visit

OBJECT = "a visit, as the calculator takes it"


def given(raw: Raw) -> Raw:
    """Take whatever stands at a field: its own reader comes next."""
    return raw


def visit_in(
    fields: Fields,
    raw: Raw | None,
    key: str,
    reference: Reference,
    with_: dict[str, Raw] | None = None,
) -> Visit | None:
    """Read a visit at `key`, or report every problem it has at a path that begins with `key`.

    `with_` are fields that the question answers for all its visits, and each visit gets.
    """
    if raw is None:
        return None
    if not isinstance(raw.value, Pairs):
        fields.problems.add(
            fields.at + key, raw.text, OBJECT, f"{capitalised(key)}: takes {OBJECT}."
        )
        return None
    try:
        whole = Pairs(raw.value.values | (with_ or {}), raw.value.repeated)
        return visit_given(Raw(raw.text, whole), reference)
    except BadVisit as refused:
        fields.problems.met += placed(refused.problems, fields.at + key)
        return None
