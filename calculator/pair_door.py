"""The JSON door for two codes: can they be billed together?"""

import json

from calculator.entry.pair_json import read_pair
from calculator.entry.refusal import refusal
from calculator.reference import edits_bundle
from calculator.reference.edits import Edits, Sight
from calculator.render import pair as shown, record
from calculator.rules import edits as rule
from calculator.words.explained import Explained
from calculator.words.problem import BadVisit

load = edits_bundle.load


def check(question_json: str, tables: Edits, root: str | None = None) -> str:
    """Answer {"first", "second", "setting", "date"} as JSON; a refusal has `ok` false.

    With `root`, the way from a page to the site's root, an answer also has `html` for that page.
    """
    try:
        pair = read_pair(question_json, tables)
    except BadVisit as refused:
        return json.dumps(refusal(refused.problems))
    sight = tables.see(pair.first, pair.second, pair.setting, pair.day)
    policies = tables.policies_about(pair.first, pair.second) if pair.first != pair.second else ()
    explained = rule.judge(pair, sight, policies)
    written = _answer(sight, explained)
    if root is not None:
        written["html"] = shown.region(pair, sight, explained, tables, root)
    return json.dumps(written)


def _answer(sight: Sight, explained: Explained[rule.Judgement]) -> dict[str, object]:
    judgement, release, found = explained.value, sight.release, explained.findings
    edit = judgement.edit
    return {
        "ok": True,
        "verdict": judgement.verdict,
        "sentence": judgement.says,
        "column_one": edit.column_one if edit else None,
        "column_two": edit.column_two if edit else None,
        "indicator": edit.indicator if edit else None,
        "rationale": sight.reason[0] if edit and sight.reason else None,
        "modifier_on": judgement.on or None,
        "modifiers": list(judgement.modifiers),
        "note": list(judgement.note),
        "release": release.release if release else None,
        "in_force": sight.exact,
        "deleted": [
            {
                "column_one": each.column_one,
                "column_two": each.column_two,
                "indicator": each.indicator,
                "on": str(each.deleted),
            }
            for each in sight.ended
        ],
        "findings": [record.finding(each) for each in found if each.rule != "policy"],
        "policies": [record.finding(each) for each in found if each.rule == "policy"],
        "steps": [record.step(each) for each in explained.steps],
        "problems": [],
    }
