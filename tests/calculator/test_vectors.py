"""The conformance cases of tests/vectors/: sound in themselves, and so answered by the door."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.calculator.conftest import Door
from tests.oracle.cases.holds import holds

VECTORS = Path(__file__).resolve().parents[1] / "vectors"
FILES = sorted(path for path in VECTORS.glob("*.json") if path.stem != "schema")


def cases() -> Iterator[Any]:
    """Give every case of every file, under its name."""
    for file in FILES:
        for case in json.loads(file.read_text("utf-8"))["cases"]:
            yield pytest.param(case, id=f"{file.stem}: {case['name']}")


@pytest.mark.parametrize("case", list(cases()))
def test_the_door_answers_as_the_case_expects(front_door: Door, case: dict[str, Any]) -> None:
    text = case["text"] if "text" in case else json.dumps(case["input"])
    answer = front_door.ask(text)
    said = {key: answer.get(key) for key in case["expect"]}

    assert holds(case["expect"], answer), f"{text}\ngot {said}\ndue {case['expect']}"
