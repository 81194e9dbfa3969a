"""The JSON door for taking an answer away: every text, file and receipt of one visit."""

import json

from calculator import door, receipt, versions
from calculator.disagreements import disagreements
from calculator.distances import distances
from calculator.entry.refusal import refusal
from calculator.entry.take_away_json import read_take_away
from calculator.evaluate import evaluate
from calculator.reference.bundle import Reference
from calculator.render import differences, forms, sentence, take_away as shown, text
from calculator.versions import Held
from calculator.words.answer import Answer
from calculator.words.problem import BadVisit
from calculator.words.same_day import Judge

load = versions.load


def take_away(
    question_json: str, held: Held, root: str | None = None, judge: Judge | None = None
) -> str:
    """Answer {"visit", "clock"} as JSON; a refusal has `ok` false. `clock` may be left out.

    With `root`, the way from a page to the site's root, an answer also has what a page shows.
    """
    reference = held.reference
    try:
        visit, given, clock = read_take_away(question_json, reference)
    except BadVisit as refused:
        return json.dumps(refusal(refused.problems))
    answer = evaluate(visit, reference, judge)
    record = door.record_of(answer, reference, judge)
    used = versions.versions(held)
    made = receipt.make(given, record, used, clock)
    cms, ub = forms.cms_1500(answer), forms.ub_04(answer, reference)
    written: dict[str, object] = {
        "ok": True,
        "cms_1500": {"plain": forms.spaced(cms), "tabs": forms.tabbed(cms)},
        "ub_04": {"plain": forms.spaced(ub), "tabs": forms.tabbed(ub)},
        "explanation": _explanation(answer, reference, judge),
        "csv": shown.comma_separated(answer),
        "json": json.dumps({"visit": given, "answer": record}, indent=1) + "\n",
        "receipt": json.dumps(made, indent=1) + "\n",
        "sentence": sentence.whole(answer),
        "problems": [],
    }
    if root is not None:
        written["html"] = shown.card(answer, reference, root)
        written["ub_04_html"] = shown.ub_04(ub, answer, reference, root)
        written["receipt_html"] = shown.receipt(made, used)
    return json.dumps(written)


def _explanation(answer: Answer, reference: Reference, judge: Judge | None) -> str:
    near = tuple(each.says for each in distances(answer))
    differing = differences.lines(disagreements(answer, reference, judge))
    return text.answer(answer, reference, (*near, *differing))
