"""Official figures as whole numbers: no fraction is ever held, so none can be rounded by chance."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

BUILT = Path("build/reference.json")
NATIONAL = "national"


class Row(NamedTuple):
    """What the fee schedule says of a code; RVUs in hundredths."""

    status: str
    multiple_procedure: str
    work: int
    practice_expense: int
    malpractice: int
    total: int


class Place(NamedTuple):
    """Price indices of a locality, in thousandths."""

    work: int
    practice_expense: int
    malpractice: int


class Figures(NamedTuple):
    """All that is in force on one day."""

    factor: int  # ten-thousandths of a dollar
    factor_qualifying: int
    rows: Mapping[str, Row]
    places: Mapping[str, Place]
    thresholds: Mapping[str, int]  # cents, by bucket


def whole(text: str, places: int) -> int:
    """Read a decimal as a whole number of its smallest parts: 1.05 in hundredths is 105."""
    before, _, after = text.partition(".")
    if len(after) > places:
        raise ValueError(f"got {text}; takes at most {places} decimals")
    return int(before + after.ljust(places, "0"))


@cache
def in_force(day: str, file: Path = BUILT) -> Figures:
    """Read what is in force on a day."""
    return read(_file(file), day)


@cache
def _file(file: Path) -> dict[str, Any]:
    held: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return held


def read(held: Mapping[str, Any], day: str) -> Figures:
    """Pick out of everything held what is in force on a day."""
    figures = {each["key"]: _on(day, each["periods"]) for each in held["figures"]}
    factor = figures["conversion-factor"]
    assert factor is not None, f"no conversion factor on {day}"
    qualifying = figures["conversion-factor-qp"] or factor
    codes = {each["code"]: _on(day, each["periods"]) for each in held["codes"]}
    places = {each["key"]: _on(day, each["periods"]) for each in held["localities"]}
    return Figures(
        factor=whole(factor["value"], 4),
        factor_qualifying=whole(qualifying["value"], 4),
        rows={code: _row(row) for code, row in codes.items() if row},
        places={
            NATIONAL: Place(1000, 1000, 1000),
            **{key: _place(place) for key, place in places.items() if place},
        },
        thresholds={
            bucket: whole(period["value"], 2)
            for bucket in ("pt-slp", "ot")
            if (period := figures[f"kx-threshold-{bucket}"])
        },
    )


def _on(day: str, periods: Iterable[Mapping[str, str]]) -> Mapping[str, str] | None:
    return next((each for each in periods if each["from"] <= day <= each["to"]), None)


def _row(row: Mapping[str, str]) -> Row:
    rvus = ("work", "practice_expense", "malpractice", "nonfacility_total")
    return Row(row["status"], row["multiple_procedure"], *(whole(row[name], 2) for name in rvus))


def _place(place: Mapping[str, str]) -> Place:
    return Place(*(whole(place[name], 3) for name in Place._fields))
