"""The JSON door for one visit on two days: what moved, and why."""

import json

from calculator import compare as comparing
from calculator.entry.compare_json import read_comparison
from calculator.entry.refusal import refusal
from calculator.reference import bundle
from calculator.reference.bundle import Reference
from calculator.render import compare as shown, record
from calculator.words.answer import Answer
from calculator.words.claim import Line
from calculator.words.money import plain
from calculator.words.problem import BadVisit, placed

load = bundle.load


def compare(question_json: str, reference: Reference, root: str | None = None) -> str:
    """Answer {"visit", "dates"} as JSON; a refusal has `ok` false.

    With `root`, the way from a page to the site's root, an answer also has `html` for that page.
    """
    try:
        visit, days = read_comparison(question_json, reference)
    except BadVisit as refused:
        return json.dumps(refusal(refused.problems))
    try:
        compared = comparing.compare(visit, days, reference)
    except BadVisit as refused:
        return json.dumps(refusal(placed(refused.problems, "visit")))
    written = _answer(compared)
    if root is not None:
        written["html"] = shown.region(compared, reference, root)
    return json.dumps(written)


def _answer(compared: comparing.Comparison) -> dict[str, object]:
    return {
        "ok": True,
        "dates": [_sums(each) for each in (compared.first, compared.second)],
        "lines": [
            {"was": _line(was), "becomes": _line(becomes)}
            for was, becomes in comparing.side_by_side(compared.first, compared.second)
        ],
        "moves": [
            {"what": move.key, **_changes(move.before, move.after), **record.step(move.step)}
            for move in compared.moves
        ],
        "change": _changes(compared.first, compared.second),
        "unmoved": list(compared.unmoved),
        "sentence": shown.sentence(compared),
        "problems": [],
    }


def _sums(answer: Answer) -> dict[str, str | None]:
    amounts = dict(zip(comparing.SUMS, comparing.sums(answer), strict=True))
    return {"date": str(answer.visit.day), **_written(amounts)}


def _changes(before: Answer, after: Answer) -> dict[str, str | None]:
    return _written(comparing.changes(before, after))


def _written(amounts: comparing.Amounts) -> dict[str, str | None]:
    return {name: None if each is None else plain(each) for name, each in amounts.items()}


def _line(line: Line | None) -> dict[str, object] | None:
    if line is None:
        return None
    return {**record.line(line), "amount": None if line.amount is None else plain(line.amount)}
