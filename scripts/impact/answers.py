"""Which worked examples and which conformance cases are answered otherwise.

Both states are asked the questions of today: what a person has rewritten has not moved by itself.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from calculator import door
from scripts.content.joined import Example
from scripts.content.model.updates import Moved
from scripts.impact.state import State
from scripts.pages import examples, visits, worked
from scripts.pages.facts import Facts
from scripts.pages.vectors import CASES, SCHEMA

REFUSED = "not answered: "


def of_examples(before: State, after: State) -> Iterator[Moved]:
    """Yield each part of an example's answer that differs."""
    for example in after.facts.library.examples.values():
        page = f"examples/{example.key}/"
        for number, visit in enumerate(example.file.visits):
            old, new = (_told(state.facts, example, number) for state in (before, after))
            for key in dict.fromkeys((*old, *new)):
                if old.get(key) != new.get(key):
                    what = f"{example.file.title}, {visit.title}: {key.replace('_', ' ')}"
                    yield Moved(what=what, before=old.get(key), now=new.get(key), page=page)


def _told(facts: Facts, example: Example, number: int) -> dict[str, str]:
    """Answer a visit, and write what its page holds it to, by name."""
    asked, visit = worked.put(example, number), example.file.visits[number]
    try:
        answer = visits.answer(facts.reference, asked.asked, judge=facts.judge)
        told = {key: _written(examples.said(answer, key)) for key in asked.expected}
        if visit.billed:
            told["report"] = _written(worked.audited(facts, asked.asked, visit)["report"])
    except visits.NotAnswered as refused:
        return {"answer": f"{REFUSED}{refused}"}
    return told


def _written(said: object) -> str:
    whole = "; ".join(map(str, said)) if isinstance(said, list) else str(said)
    return whole or "none"


def of_vectors(before: State, after: State, root: Path) -> Iterator[Moved]:
    """Yield each case of tests/vectors/ whose expected fields are answered otherwise."""
    for path in sorted((root / CASES).glob("*.json")):
        if path.stem == SCHEMA:
            continue
        for case in json.loads(path.read_text(encoding="utf-8"))["cases"]:
            old, new = (_fields(state.facts, case) for state in (before, after))
            moved = [key for key in case["expect"] if old.get(key) != new.get(key)]
            if moved:
                yield Moved(
                    what=f"{path.stem}: {case['name']}: {', '.join(moved)}",
                    before=_shortly(old, moved),
                    now=_shortly(new, moved),
                    page="api/v1/vectors/",
                )


def _fields(facts: Facts, case: dict[str, Any]) -> dict[str, Any]:
    text = case["text"] if "text" in case else json.dumps(case["input"])
    answered: dict[str, Any] = json.loads(door.evaluate(text, facts.reference))
    return answered


def _shortly(answer: dict[str, Any], keys: list[str]) -> str:
    """Write what an answer says under these keys, where it is short; of a refusal its sentences."""
    if not answer["ok"]:
        return REFUSED + " ".join(problem["says"] for problem in answer["problems"])
    said = [answer[key] for key in keys if isinstance(answer.get(key), str)]
    return ", ".join(said) or "answered"
