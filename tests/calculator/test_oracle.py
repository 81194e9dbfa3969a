"""The calculator and the second implementation in tests/oracle/ answer random visits alike."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.calculator.conftest import Door
from tests.oracle import answer as oracle
from tests.oracle.compare import differences
from tests.oracle.shrink import PLAIN, Visit, smallest
from tests.oracle.visits import visit

FEW = 5000
Ask = Callable[[str], dict[str, Any]]


def first_difference(count: int, ask: Ask) -> str | None:
    """Say where the two differ, on as small a visit as still shows it; nothing where nowhere."""

    def differs(visit: Visit) -> list[str]:
        return differences(ask(json.dumps(visit)), oracle.evaluate(visit))

    for number in range(count):
        if differs(visit(number)):
            small = smallest(visit(number), lambda each: bool(differs(each)))
            return "\n".join([f"visit {number}, made small:", json.dumps(small), *differs(small)])
    return None


def test_both_implementations_agree(front_door: Door, request: pytest.FixtureRequest) -> None:
    count = request.config.getoption("visits", default=FEW)

    found = first_difference(count, front_door.ask)

    assert found is None, found


def test_a_difference_is_shown_on_the_smallest_visit_that_has_it(front_door: Door) -> None:
    def wrong_outside_the_nation(text: str) -> dict[str, Any]:
        wrong = {} if json.loads(text)["locality"] == "national" else {"allowed": "0.01"}
        return {**front_door.ask(text), **wrong}

    found = first_difference(FEW, wrong_outside_the_nation)

    assert found is not None
    _, asked, differs = found.splitlines()
    shown = json.loads(asked)
    (service,) = shown["services"]
    assert {**shown, "locality": "national"} == {**PLAIN, "services": [service]}
    assert service == {"code": service["code"], "minutes": 0}
    assert differs.startswith('allowed: got "0.01"; due ')
