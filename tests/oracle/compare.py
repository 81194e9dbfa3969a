"""Hold an answer against the second implementation's."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tests.oracle.answer import Answer

SHOWN_AT_LEAST = 100  # alternatives; above them the door may stop
Answering = Callable[[Mapping[str, Any]], Answer]
EXACT = ("ok", "lines", "allocations", "allowed", "net")


def differences(answer: Answer, due: Answer) -> list[str]:
    """Name each part of an answer that is not as it is due."""
    if not due["ok"]:
        return [] if _fields(answer) == _fields(due) else [_says("problems", answer, due)]
    found = [_says(name, answer, due) for name in EXACT if answer.get(name) != due[name]]
    if not found and not _same_alternatives(answer["alternatives"], due["alternatives"]):
        found.append(_says("alternatives", answer, due))
    return found


def _fields(answer: Answer) -> tuple[bool, list[str]]:
    return answer["ok"], sorted(each["field"] for each in answer["problems"])


def _same_alternatives(given: Iterable[object], due: Iterable[object]) -> bool:
    """Compare claims without regard to their order; of very many, some are enough."""
    given, due = sorted(map(json.dumps, given)), sorted(map(json.dumps, due))
    if len(due) <= SHOWN_AT_LEAST:
        return given == due
    return len(given) >= SHOWN_AT_LEAST and len(given) == len(set(given)) and set(given) <= set(due)


def _says(name: str, answer: Answer, due: Answer) -> str:
    return f"{name}: got {json.dumps(answer.get(name))}; due {json.dumps(due.get(name))}"
