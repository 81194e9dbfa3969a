"""The JSON door for several visits in the order in which their claims were received."""

import json

from calculator.entry.refusal import refusal
from calculator.entry.sequence_json import read_sequence
from calculator.reference import bundle
from calculator.reference.bundle import Reference
from calculator.render import record, sequence as shown
from calculator.sequence import Received, Running, sequence as receive
from calculator.words.money import plain
from calculator.words.problem import BadVisit

load = bundle.load


def sequence(question_json: str, reference: Reference, root: str | None = None) -> str:
    """Answer {"visits", "years"} as JSON; a refusal has `ok` false.

    With `root`, the way from a page to the site's root, an answer also has `html` for that page.
    """
    try:
        visits, years = read_sequence(question_json, reference)
    except BadVisit as refused:
        return json.dumps(refusal(refused.problems))
    received = receive(visits, years, reference)
    written: dict[str, object] = {
        "ok": True,
        "claims": [_claim(each) for each in received],
        "sentence": shown.sentence(received),
        "problems": [],
    }
    if root is not None:
        written["html"] = shown.region(received, reference, root)
    return json.dumps(written)


def _claim(received: Received) -> dict[str, object]:
    return {
        "date": str(received.answer.visit.day),
        "lines": [record.line(each) for each in received.answer.lines],
        "buckets": [_bucket(each) for each in received.buckets],
        "deductible_remaining": plain(received.deductible_remaining),
        "steps": [record.step(each) for each in received.steps],
        "findings": [record.finding(each) for each in received.answer.findings],
    }


def _bucket(running: Running) -> dict[str, object]:
    return {
        "bucket": running.bucket,
        "used_before": plain(running.before),
        "added": plain(running.added),
        "used_after": plain(running.after),
        "threshold": plain(running.threshold),
        "remains": plain(running.remains),
        "kx": running.carries_kx,
        "kx_begins": running.kx_begins,
        "review_passed": running.review_passed,
        "unknown_amount": running.unknown,
    }
