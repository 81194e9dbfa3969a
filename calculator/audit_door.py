"""The JSON door for an audit: a visit and what was billed for it in, a verdict out."""

import json
from decimal import Decimal

from calculator import audit as auditing
from calculator.entry.audit_json import read_audit
from calculator.entry.refusal import refusal
from calculator.reference import bundle
from calculator.reference.bundle import Reference
from calculator.render import audit as shown, record
from calculator.words.billed import Compared
from calculator.words.money import plain
from calculator.words.problem import BadVisit, placed
from calculator.words.same_day import Judge

load = bundle.load


def audit(
    question_json: str,
    reference: Reference,
    root: str | None = None,
    judge: Judge | None = None,
) -> str:
    """Answer {"visit", "billed"} as JSON; a refusal has `ok` false.

    With `root`, the way from a page to the site's root, an answer also has `html` for that page.
    `judge` looks up the pairs of a visit that names its setting; without it 59 is not judged.
    """
    try:
        visit, billed = read_audit(question_json, reference)
    except BadVisit as refused:
        return json.dumps(refusal(refused.problems))
    try:
        held = auditing.audit(visit, billed, reference, judge)
    except BadVisit as refused:
        return json.dumps(refusal(placed(refused.problems, "visit")))
    written = _answer(held)
    if root is not None:
        written["html"] = shown.region(held, reference, root)
    return json.dumps(written)


def _answer(held: auditing.Held) -> dict[str, object]:
    worth = held.worth
    return {
        "ok": True,
        "verdict": held.audited.verdict,
        "lines": [_compared(each) for each in held.audited.compared],
        "modifiers": [
            {
                "field": f"billed[{place}].modifiers",
                "missing": list(each.missing),
                "extra": list(each.extra),
                "contradicting": list(each.contradicting),
                "not_judged": list(each.unjudged),
            }
            for place, each in enumerate(held.carried)
        ],
        "allocations": held.answer.allocations,
        "allowed_claims": [[*map(record.line, lines)] for lines in held.claims],
        "nearest": held.audited.nearest,
        "billed_amount": _money(worth.billed),
        "supported_amount": _money(worth.supported),
        "billed_assistant_reduction": _money(worth.billed_reduction),
        "supported_assistant_reduction": _money(worth.supported_reduction),
        "without_kx": _money(worth.without_kx),
        "sentence": shown.sentence(held),
        "report": shown.report(held),
        "boundaries": [record.step(each) for each in held.boundaries],
        "findings": [record.finding(each) for each in (*held.findings, *held.answer.findings)],
        "steps": [record.step(each) for each in (*held.answer.steps, *held.steps)],
        "problems": [],
    }


def _money(amount: Decimal | None) -> str | None:
    return None if amount is None else plain(amount)


def _compared(each: Compared) -> dict[str, object]:
    return {
        "code": each.code,
        "discipline": each.plan,
        "billed_lines": list(each.places),
        "billed": each.billed,
        "supported": each.supported,
        "billed_assistant": each.billed_assistant,
        "supported_assistant": each.supported_assistant,
        "verdict": each.verdict,
    }
