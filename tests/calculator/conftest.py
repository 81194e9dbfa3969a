"""The reference that `make build` writes, and visits to hand in."""

import json
from pathlib import Path
from typing import Any

import pytest

from calculator import door
from calculator.reference import pcs
from calculator.reference.bundle import Reference, load

BUILT = Path("build/reference.json")
PCS_BUILT = Path("build/doors/pcs.json")


class Door:
    """The JSON door with the built reference behind it."""

    def __init__(self, reference: Reference) -> None:
        self.reference = reference

    def ask(self, text: str) -> dict[str, Any]:
        """Hand in a text and read what comes out."""
        answer: dict[str, Any] = json.loads(door.evaluate(text, self.reference))
        return answer

    def visit(self, services: list[tuple[str, int]], **changes: object) -> dict[str, Any]:
        """Hand in a visit of (code, minutes), national and PT in 2026 but for the changes."""
        return self.ask(json.dumps(visit(services, **changes)))


def visit(services: list[tuple[str, int]], **changes: object) -> dict[str, object]:
    """Make a visit as other programs hand it in."""
    return {
        "date": "2026-03-02",
        "discipline": "PT",
        "method": "cms",
        "locality": "national",
        "qualifying_apm": False,
        "threshold_used": "0.00",
        "deductible_remaining": "0.00",
        "services": [{"code": code, "minutes": minutes} for code, minutes in services],
        **changes,
    }


@pytest.fixture(scope="session")
def reference() -> Reference:
    return load(BUILT.read_text("utf-8"))


@pytest.fixture(scope="session")
def pcs_tables() -> pcs.Tables:
    return pcs.load(PCS_BUILT.read_text("utf-8"))


@pytest.fixture(scope="session")
def front_door(reference: Reference) -> Door:
    return Door(reference)
