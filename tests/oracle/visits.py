"""Random visits, the same ones at every run, weighted to where rules turn."""

import json
from collections import Counter
from functools import cache
from random import Random
from typing import Any

from tests.oracle.figures import BUILT, NATIONAL
from tests.oracle.limits import Visit, at_the_limits
from tests.oracle.services import FIRST, FURTHER, TIMED

EDGES = (0, 1, 4, 5, 7, 8, 9, 10, 12, 14, 15, 16, 20, 22, 23, 24, 28, 29, 30, 33, 37, 38, 45, 53)
OF_ASSISTANTS = (*range(1, 16), 16, 20, 23, 24, 30)
NAMES = ("PT", "OT", "SLP")
HEAVY = ("97110", "97112", "97116", "97140", "97530", "97535", FIRST, FURTHER)
ALIKE = ("97110", "97116", "97112", "97537", "97012", "97032")  # in practice expense, by twos
MOST = 1440  # minutes a code and day
COUNTS = (1, 2, 2, 3, 3, 3, 4, 4, 5, 6, 8, 11)


@cache
def _known() -> tuple[list[str], list[str]]:
    held = json.loads(BUILT.read_text(encoding="utf-8"))
    return (
        [each["code"] for each in held["codes"]],
        [NATIONAL, *(each["key"] for each in held["localities"])],
    )


def visit(number: int) -> Visit:
    """Make the visit of this number."""
    draw = Random(number)  # noqa: S311  no secret
    codes, places = _known()
    made: Visit = {
        "date": f"{draw.choice((2025, 2026))}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}",
        "discipline": draw.choice(NAMES),
        "method": draw.choice(("cms", "cms", "cms", "midpoint")),
        "locality": draw.choice((NATIONAL, *draw.sample(places, 2))),
        "qualifying_apm": draw.random() < 1 / 3,
        "threshold_used": "0.00",
        "deductible_remaining": "0.00",
        "services": [],
    }
    mixed, helped = draw.random() < 1 / 3, draw.random() < 1 / 2
    for _ in range(draw.choice(COUNTS)):
        made["services"].append(_service(draw, made, codes, mixed=mixed, helped=helped))
    if draw.random() < 1 / 6:
        _tie(draw, made)
    _keep_within_a_day(made)
    if mixed and draw.random() < 24 / 25:
        made["threshold_used_other"] = "0.00"
    return at_the_limits(draw, made)


def _service(
    draw: Random, made: Visit, codes: list[str], *, mixed: bool, helped: bool
) -> dict[str, object]:
    """Draw a row, now and then with the minutes or the code of an earlier one."""
    rows: list[dict[str, Any]] = made["services"]
    code = draw.choice(draw.choice((HEAVY, HEAVY, ALIKE, sorted(TIMED), codes)))
    if rows and draw.random() < 1 / 12:
        code = draw.choice(rows)["code"]
    row: dict[str, object] = {"code": code, "minutes": _minutes(draw)}
    discipline = draw.choice(NAMES) if mixed else made["discipline"]
    if mixed and draw.random() < 9 / 10:
        row["discipline"] = discipline
    else:
        discipline = made["discipline"]
    if helped and (discipline != "SLP" or draw.random() < 1 / 99) and draw.random() < 3 / 4:
        row |= {"minutes": draw.choice((*OF_ASSISTANTS, 0)), "assistant_minutes": _helped(draw)}
        if draw.random() < 1 / 3:
            row["together_minutes"] = draw.choice(EDGES)
    if rows and draw.random() < 1 / 4:
        row["minutes"] = draw.choice(rows)["minutes"]
    return row


def _tie(draw: Random, made: Visit) -> None:
    """Leave the same minutes over on every row."""
    over = draw.randint(1, 14)
    for row in made["services"]:
        row["minutes"] = over + 15 * draw.choice((0, 0, 1, 2))


def _minutes(draw: Random) -> int:
    return draw.choice(
        (draw.choice(EDGES), draw.choice(EDGES), draw.randint(0, draw.choice((15, 60, 200))))
    )


def _helped(draw: Random) -> int:
    return draw.choice((draw.choice(OF_ASSISTANTS), draw.randint(9, 14), draw.randint(0, 60)))


def _keep_within_a_day(made: Visit) -> None:
    """Drop the rows by which a code would pass the minutes of a day."""
    sums: Counter[str] = Counter()
    kept = []
    for row in made["services"]:
        minutes = sum(
            row.get(name, 0) for name in ("minutes", "assistant_minutes", "together_minutes")
        )
        sums[row["code"]] += minutes
        if sums[row["code"]] <= MOST:
            kept.append(row)
    made["services"] = kept
