"""The JSON door: a visit in, an answer or a refusal out.

Page, command line and build all come through here.
"""

import json
from decimal import Decimal

from calculator.disagreements import Disagreement, disagreements
from calculator.distances import distances
from calculator.entry.refusal import refusal
from calculator.entry.visit_json import read_visit
from calculator.evaluate import evaluate as answer_visit
from calculator.reference.bundle import Reference
from calculator.render import (
    differences,
    payment,
    reasons,
    record,
    result,
    same_day,
    sentence,
    text,
)
from calculator.words.answer import Answer
from calculator.words.claim import Line, Net
from calculator.words.explained import Step
from calculator.words.money import plain
from calculator.words.problem import BadVisit
from calculator.words.same_day import Judge

NET = ("deductible", "coinsurance", "sequestration", "medicare_pays", "patient_pays")


def evaluate(
    visit_json: str, reference: Reference, root: str | None = None, judge: Judge | None = None
) -> str:
    """Answer one visit as JSON; a refusal is JSON too, with `ok` false.

    With `root`, the way from a page to the site's root, an answer also has `html` for that page.
    `judge` looks up the pairs of a visit that names its setting; without it, `edits` is null.
    """
    try:
        answer = answer_visit(read_visit(visit_json, reference), reference, judge)
    except BadVisit as refused:
        return _write(refusal(refused.problems))
    near = distances(answer)
    differing = disagreements(answer, reference, judge)
    written = _whole(answer, near, differing)
    if root is not None:
        parts = reasons.parts(answer, reference, root, near, differing)
        written["html"] = result.region(answer, reference, root, parts)
    return _write(written)


def record_of(
    answer: Answer, reference: Reference, judge: Judge | None = None
) -> dict[str, object]:
    """Write an answer as `evaluate` does, without `html`."""
    return _whole(answer, distances(answer), disagreements(answer, reference, judge))


def explain(visit_json: str, reference: Reference, judge: Judge | None = None) -> str:
    """Answer one visit as text for people; raises `BadVisit` where it cannot be answered."""
    answer = answer_visit(read_visit(visit_json, reference), reference, judge)
    near = distances(answer)
    differing = differences.lines(disagreements(answer, reference, judge))
    return text.answer(answer, reference, (*(each.says for each in near), *differing))


def _whole(
    answer: Answer, near: tuple[Step, ...], differing: tuple[Disagreement, ...]
) -> dict[str, object]:
    return {
        **_answer(answer),
        "boundaries": [record.step(each) for each in near],
        "disagreements": [_disagreement(each) for each in differing],
    }


def _answer(answer: Answer) -> dict[str, object]:
    return {
        "ok": True,
        "lines": _claim(answer.lines),
        "alternatives": [_claim(lines) for lines in answer.alternatives],
        "allocations": answer.allocations,
        "allowed": _money(answer.allowed),
        "net": _net(answer.net),
        "assistant_reduction": _money(answer.net and answer.net.assistant_reduction),
        "nets": None if answer.nets is None else [_net(each) for each in answer.nets],
        "payment": payment.record(answer),
        "remittance": payment.remittance(answer),
        "other_reading": _net(answer.other_reading) if answer.other_reading else None,
        "problems": [],
        "sentence": sentence.whole(answer),
        "doubts": [record.finding(each) for each in answer.doubts],
        "findings": [record.finding(each) for each in answer.findings],
        "steps": [record.step(each) for each in answer.steps],
        **_same_day(answer),
        "blocks": record.times(answer.times),
        "checklist": [record.due(each) for each in answer.due],
    }


def _same_day(answer: Answer) -> dict[str, object]:
    if answer.visit.setting is None:
        return {}
    return same_day.records(answer.same_day) if answer.same_day else {"edits": None}


def _disagreement(each: Disagreement) -> dict[str, object]:
    return {
        "about": each.about,
        "used": record.step(each.used),
        "other": record.step(each.other),
        "why": record.finding(each.why),
    }


def _claim(lines: tuple[Line, ...]) -> list[dict[str, object]]:
    return [
        {
            **record.line(line),
            "unit_amounts": [_money(amount) for amount in line.unit_amounts],
        }
        for line in lines
    ]


def _net(net: Net | None) -> dict[str, str | None]:
    return {name: None if net is None else plain(getattr(net, name)) for name in NET}


def _money(amount: Decimal | None) -> str | None:
    return None if amount is None else plain(amount)


def _write(written: dict[str, object]) -> str:
    return json.dumps(
        written
    )  # ASCII: an escape of half a character in the input cannot break the output
