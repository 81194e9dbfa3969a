"""The JSON door for PCS codes: a text and a day in, its breakdown or a refusal out.

Page, command line and build all come through here.
"""

import json

from calculator.entry.pcs_question import read_question
from calculator.entry.refusal import refusal
from calculator.reference.pcs import Code, Tables, Value, load
from calculator.render import pcs, record
from calculator.rules.pcs import Breakdown, Position, break_down
from calculator.words.explained import Explained
from calculator.words.problem import BadVisit

__all__ = ["breakdown", "load"]  # the page's worker asks for both by name


def breakdown(question_json: str, tables: Tables, root: str | None = None) -> str:
    """Break one text down as JSON; a refusal is JSON too, with `ok` false.

    With `root`, the way from a page to the site's root, an answer also has `html` for that page.
    """
    try:
        question = read_question(question_json, tables)
    except BadVisit as refused:
        return json.dumps(refusal(refused.problems))
    explained = break_down(question.code, question.day, tables)
    written = _answer(explained)
    if root is not None:
        written["html"] = pcs.region(explained, tables, root)
    return json.dumps(written)


def _answer(explained: Explained[Breakdown]) -> dict[str, object]:
    value = explained.value
    return {
        "ok": True,
        "code": value.text,
        "date": str(value.day),
        "valid": value.code is not None,
        "sentence": value.says,
        "fitting": value.fitting,
        **_code(value),
        "positions": [_position(position) for position in value.positions],
        "near": [{"code": code.code, "title": code.title} for code in value.near],
        "problems": [],
        "findings": [record.finding(each) for each in explained.findings],
        "steps": [record.step(each) for each in explained.steps],
    }


def _code(value: Breakdown) -> dict[str, object]:
    """Write what is held of a valid code; all of it is null for any other text."""
    code: Code | None = value.code
    return {
        "title": code and code.title,
        "from": code and str(code.start),
        "to": code and str(code.end),
        "new": code and code.is_new,
        "row": value.row.number if value.row and value.row.is_known else None,
        "msdrg_945_946": code and code.counts_for_rehabilitation(value.day),
    }


def _position(position: Position) -> dict[str, object]:
    return {
        "position": position.number,
        "axis": position.axis,
        "value": position.character,
        "state": position.state,
        "meaning": position.meaning and position.meaning.title,
        "definition": position.meaning and _definition(position.meaning),
        "elsewhere": position.elsewhere or None,
        "allowed": [
            {
                "value": choice.value,
                "title": choice.title,
                "leads_to": choice.leads_to,
                "keeps": choice.keeps,
            }
            for choice in position.choices
        ],
    }


def _definition(value: Value) -> str | None:
    return value.definition.whole if value.definition else None
