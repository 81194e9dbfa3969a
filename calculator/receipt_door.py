"""The JSON door that looks at a receipt: is it reproduced here, and if not, what differs."""

import json
from typing import Any

from calculator import door, receipt, versions
from calculator.entry.refusal import refusal
from calculator.entry.take_away_json import read_receipt
from calculator.render import receipt as shown
from calculator.versions import Held
from calculator.words.problem import LONGEST_GOT, BadVisit, Problem
from calculator.words.same_day import Judge

load = versions.load


def verify(
    question_json: str, held: Held, root: str | None = None, judge: Judge | None = None
) -> str:
    """Answer {"receipt"}, whose value is the receipt's text; a refusal has `ok` false."""
    try:
        text = read_receipt(question_json)
    except BadVisit as refused:
        return json.dumps(refusal(refused.problems))
    try:
        found = receipt.read(text)
    except receipt.BadReceipt as bad:
        takes = "a receipt of this calculator, whole"
        says = f"Receipt: {bad}; takes {takes}."
        return json.dumps(refusal([Problem("receipt", text[:LONGEST_GOT], takes, says)]))
    now: dict[str, Any] = json.loads(
        door.evaluate(json.dumps(found["visit"]), held.reference, None, judge)
    )
    seen = shown.Seen(
        is_whole=receipt.checksum(found) == found["sha256"],
        refused=tuple(each["says"] for each in now["problems"]),
        figures=tuple(receipt.differences(found["answer"], receipt.kept(now)) if now["ok"] else ()),
        versions=tuple(receipt.differences(found["worked_out_with"], versions.versions(held))),
        answer=found["answer"],
    )
    written: dict[str, object] = {
        "ok": True,
        "reproduced": seen.is_reproduced,
        "whole": seen.is_whole,
        "differences": [
            {"field": each.path, "receipt": each.was, "here": each.becomes, "says": says}
            for each, says in zip(seen.figures, shown.in_words(seen), strict=True)
        ],
        "sentence": shown.sentence(seen),
        "problems": [],
    }
    if root is not None:
        written["html"] = shown.region(seen)
    return json.dumps(written)
