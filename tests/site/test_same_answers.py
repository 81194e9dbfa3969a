"""The browser's Python and this one give the same bytes for the same visits."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from calculator import door
from calculator.reference import bundle
from tests.scripts.runtime import in_pyodide

ROOT = Path(__file__).resolve().parents[2]
COUNT = 500
SEED = 2026
SOUND = 0.6  # share of visits with nothing wrong
WRONG: dict[str, list[object]] = {
    "date": ["2024-12-31", "2027-01-01", "2026-02-30", 20260302, None],
    "discipline": ["MD", "pt", ""],
    "method": ["ama", 8],
    "locality": ["01112-99", "San José", "\ud800"],
    "qualifying_apm": ["true", 1, None],
    "threshold_used": ["1", "-0.01", 5, "1e3"],
    "deductible_remaining": ["0,50", "٣.00", None],
    "services": [[], {}, None, [{}], [{"code": "99999", "minutes": 8}], [[]], [None]],
    "surprise": [1],
}
WRONG_MINUTES: list[object] = [-5, 1441, 26.5, "26", True, None, 10**30]
ODD = [
    "",
    "null",
    "[]",
    "{}",
    "{",
    "NaN",
    '{"date": NaN}',
    '{"date": "2026-03-02", "date": "2026-03-03"}',
    '{"services": [{"code": "97530", "code": "97110", "minutes": 26.0}]}',
    '{"services": ' + "9" * 5000 + "}",
    "[" * 100_000,
    '{"a":' * 50_000,
    '{"date": "\\ud800"}',
    '{"date": "</script><b>&\'"}',
    "\N{BYTE ORDER MARK}{}",
]


def visits(record: dict[str, list[dict[str, str]]]) -> Iterator[str]:
    """Yield visits of every kind, the same ones at every run."""
    yield from ODD
    codes = [code["code"] for code in record["codes"]]
    timed = [code["code"] for code in record["codes"] if code["timing"] != "not_held"]
    places = ["national", *(place["key"] for place in record["localities"])]
    draw = random.Random(SEED)  # noqa: S311  no secret
    while True:
        visit = sound(draw, timed if draw.random() < SOUND else codes, places)
        if draw.random() > SOUND:
            spoil(draw, visit)
        yield json.dumps(visit)


def sound(draw: random.Random, codes: list[str], places: list[str]) -> dict[str, object]:
    """Make a visit with nothing wrong, as short as one service or as long as forty."""
    count = draw.choice((1, 2, 3, 4, 6, 40))
    services = [
        {"code": draw.choice(codes), "minutes": draw.choice((0, 7, 8, 15, 22, 23, 38))}
        for _ in range(count)
    ]
    return {
        "date": f"{draw.choice((2025, 2026))}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}",
        "discipline": draw.choice(("PT", "OT", "SLP")),
        "method": draw.choice(("cms", "midpoint")),
        "locality": draw.choice(places),
        "qualifying_apm": draw.choice((True, False)),
        "threshold_used": "0.00",
        "deductible_remaining": f"{draw.randint(0, 300)}.{draw.randint(0, 99):02}",
        "services": services,
    }


def spoil(draw: random.Random, visit: dict[str, object]) -> None:
    """Put one or two things wrong: a field, a missing field, a service's minutes."""
    for _ in range(draw.randint(1, 2)):
        field = draw.choice([*WRONG, "minutes", "missing"])
        services = visit.get("services")
        if field == "missing":
            visit.pop(draw.choice([*visit]))
        elif field != "minutes":
            visit[field] = draw.choice(WRONG[field])
        elif isinstance(services, list) and services and isinstance(services[0], dict):
            services[0]["minutes"] = draw.choice(WRONG_MINUTES)


@pytest.mark.usefixtures("site")
def test_the_same_500_visits_give_the_same_bytes_in_both_pythons() -> None:
    figures = (ROOT / in_pyodide.FIGURES).read_text(encoding="utf-8")
    reference = bundle.load(figures)
    made = visits(json.loads(figures))
    asked = [next(made) for _ in range(COUNT)]
    here = [door.evaluate(visit, reference, "../") for visit in asked]
    there = in_pyodide.run(ROOT, visits=asked)["answers"]
    answered = sum(json.loads(answer)["ok"] for answer in here)
    assert COUNT / 3 < answered < COUNT - len(ODD)
    for visit, ours, theirs in zip(asked, here, there, strict=True):
        assert theirs == ours, visit[:1000]
