"""The calculator and the second implementation in tests/oracle/ answer random visits alike."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.calculator.conftest import Door
from tests.oracle import answer as oracle
from tests.oracle.compare import differences
from tests.oracle.shrink import Visit, smallest
from tests.oracle.visits import visit

FEW = 5000


def differs(visit: Visit, ask: Callable[[str], dict[str, Any]]) -> list[str]:
    return differences(ask(json.dumps(visit)), oracle.evaluate(visit))


def test_both_implementations_agree(front_door: Door, request: pytest.FixtureRequest) -> None:
    count = request.config.getoption("visits", default=FEW)
    for number in range(count):
        if differs(visit(number), front_door.ask):
            small = smallest(visit(number), lambda each: bool(differs(each, front_door.ask)))
            says = "\n".join(differs(small, front_door.ask))
            pytest.fail(f"visit {number}, shrunk:\n{json.dumps(small)}\n{says}", pytrace=False)
