"""Services and lines as people write them in a case: `97110 33, 97140 7` and `97110 2 GP`."""

import re
from collections.abc import Iterator
from typing import Any

SERVICE = re.compile(
    r"(?:(?P<discipline>PT|OT|SLP) )?(?P<code>\w{5}) (?P<minutes>\d+)"
    r"(?: assistant (?P<assistant_minutes>\d+))?(?: together (?P<together_minutes>\d+))?"
)
MONEY = re.compile(r"\d+\.\d\d")


def services(text: str) -> list[dict[str, Any]]:
    """Read `OT 97535 17 assistant 9 together 5`, several with commas between them."""
    return [_service(each) for each in text.split(", ")]


def _service(text: str) -> dict[str, Any]:
    found = SERVICE.fullmatch(text)
    if found is None:
        raise ValueError(f"got {text!r}; takes a code and minutes, such as 97110 33 assistant 9")
    read: dict[str, Any] = {key: value for key, value in found.groupdict().items() if value}
    return {key: int(value) if key.endswith("minutes") else value for key, value in read.items()}


def lines(text: str) -> list[dict[str, Any]]:
    """Read `97110 2 GP 35.07 25.05, 97140 1`; what is left out is not expected."""
    return [dict(_line(*each.split())) for each in text.split(", ")] if text else []


def _line(code: str, units: str, *rest: str) -> Iterator[tuple[str, Any]]:
    yield "code", code
    yield "units", int(units)
    amounts = [each for each in rest if MONEY.fullmatch(each) or each == "none"]
    if modifiers := [each for each in rest if each not in amounts]:
        yield "modifiers", modifiers
    if amounts:
        yield "unit_amounts", [None if each == "none" else each for each in amounts]
