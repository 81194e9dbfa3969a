"""No answer steers: no word for treating longer, and no order that money decides."""

import json
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from calculator import audit_door, compare_door, door, sequence_door
from calculator.reference.bundle import Reference
from calculator.words.vocabulary import Timing
from tests.calculator.conftest import visit

SEED = 97530
VISITS = 400
TAGS = re.compile(r"<[^>]+>")
# What a text says that wants more minutes, more units or more money of its reader.
STEERING = re.compile(
    r"\b(longer|extend\w*|maximi[sz]\w*|optimi[sz]\w*|increas\w+|improv\w+|boost\w*|gain\w*"
    r"|lucrative|profit\w*|revenue|recommend\w*|suggest\w*|consider\w*|should|ought|advis\w+"
    r"|prefer\w*|better|best|worth|missed|missing out|lose|loses|losing|lost|unfortunately"
    r"|could (?:be billed|bill|earn|get|add|reach)|would (?:earn|bring|get|reach|allow|pay more)"
    r"|(?:add|adding|treat|treating|give|giving) (?:\w+ ){0,3}minutes?"
    r"|minutes? (?:short|needed|required|to go)|just (?:\w+ ){0,2}minutes?"
    r"|(?:only|needs?) (?:\w+ ){0,2}more|to reach|another unit|one more unit|pays? more"
    r"|higher[- ]pa\w+|more money|so as to)\b",
    re.IGNORECASE,
)
# Said of a price that decides the MPPR, of a service, a source, another payer: no advice.
NAMES = re.compile(
    r"the dearest|longest|no better one is held|fee schedule would bring", re.IGNORECASE
)


def steering(told: str) -> list[str]:
    return [match.group() for match in STEERING.finditer(NAMES.sub("", told))]


@pytest.mark.parametrize(
    "told",
    [
        "One more minute would earn another unit.",
        "Treat longer to reach 53.",
        "Only 2 minutes more are needed.",
        "97530 pays more than 97110.",
        "Consider giving 97530 two more minutes.",
        "15 minutes short of the next unit.",
    ],
)
def test_the_search_finds_advice(told: str) -> None:
    assert steering(told)


def drawn(reference: Reference, count: int = VISITS) -> Iterator[dict[str, Any]]:
    """Make the same visits every time, minutes close to boundaries and ties among them."""
    draw = random.Random(SEED)  # noqa: S311  no secret
    codes = [each.code for each in reference.codes.values() if each.valuations.held(DAY)]
    timed = [each for each in codes if reference.codes[each].timing is Timing.QUARTER_HOUR]
    for _ in range(count):
        chosen = draw.sample(timed, draw.randint(1, 4)) + draw.sample(codes, draw.randint(0, 2))
        minutes = draw.choice((range(7, 24), range(60), (8, 15, 20, 22, 23, 38)))
        services = [(code, draw.choice(list(minutes))) for code in dict.fromkeys(chosen)]
        made = visit(
            services,
            discipline=draw.choice(("PT", "OT")),
            method=draw.choice(("cms", "cms", "midpoint")),
            threshold_used=draw.choice(("0.00", "2400.00", "2479.99", "2990.00")),
            deductible_remaining=draw.choice(("0.00", "40.00")),
        )
        yield _with_assistants(made, draw) if draw.random() < 0.3 else made


def _with_assistants(made: dict[str, Any], draw: random.Random) -> dict[str, Any]:
    services = [
        {**each, "assistant_minutes": draw.randint(0, 20), "together_minutes": draw.randint(0, 5)}
        for each in made["services"]
    ]
    return {**made, "services": services}


DAY = date(2026, 3, 2)


def strings(value: object) -> Iterator[str]:
    """Yield every text in an answer, the HTML's without its tags."""
    if isinstance(value, str):
        yield TAGS.sub(" ", value)
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def test_no_text_of_any_answer_steers(reference: Reference) -> None:
    for asked in drawn(reference):
        answered = json.loads(door.evaluate(json.dumps(asked), reference, "../"))
        assert answered["ok"], answered["problems"]
        for told in strings(answered):
            assert steering(told) == [], told


def test_no_text_of_an_explanation_steers(reference: Reference) -> None:
    for asked in drawn(reference, 60):
        assert steering(door.explain(json.dumps(asked), reference)) == []


def test_no_text_of_an_audit_a_comparison_or_a_sequence_steers(reference: Reference) -> None:
    draw = random.Random(SEED)  # noqa: S311  no secret
    for asked in drawn(reference, 80):
        billed = [
            {"code": each["code"], "units": draw.randint(1, 4), "modifiers": ["GP"]}
            for each in asked["services"]
        ]
        days = ["2025-03-03", "2026-03-02"]
        received = {key: value for key, value in asked.items() if key not in sequence_running()}
        year = {"threshold_used": {"PT with SLP": "2400.00", "OT": "0.00"}}
        years = [{"year": 2026, **year, "deductible_remaining": "0.00"}]
        for text in (
            audit_door.audit(json.dumps({"visit": asked, "billed": billed}), reference, "../"),
            compare_door.compare(json.dumps({"visit": asked, "dates": days}), reference, "../"),
            sequence_door.sequence(
                json.dumps({"visits": [received, received], "years": years}), reference, "../"
            ),
        ):
            answered = json.loads(text)
            assert answered["ok"], answered["problems"]
            for told in strings(answered):
                assert steering(told) == [], told


def sequence_running() -> tuple[str, ...]:
    return ("threshold_used", "threshold_used_other", "deductible_remaining")


def test_other_prices_change_no_allocation_and_no_order(reference: Reference) -> None:
    turned = _turned(reference)
    priced = 0
    for asked in drawn(reference):
        here, there = (
            json.loads(door.evaluate(json.dumps(asked), each)) for each in (reference, turned)
        )
        assert _units(here["lines"]) == _units(there["lines"]), asked
        assert [*map(_units, here["alternatives"])] == [*map(_units, there["alternatives"])], asked
        priced += here["allowed"] != there["allowed"]
    assert priced > VISITS / 2  # the prices did move


def _units(lines: list[dict[str, Any]]) -> list[tuple[str, int, tuple[str, ...]]]:
    # KX follows the money by law: it is no choice, and stands aside here.
    return [
        (line["code"], line["units"], tuple(m for m in line["modifiers"] if m != "KX"))
        for line in lines
    ]


def _turned(reference: Reference) -> Reference:
    """Give each timed code of status A the price of the next dearer one, the dearest the least."""
    timed = [
        each
        for each in reference.codes.values()
        if each.timing is Timing.QUARTER_HOUR
        and all(period.value.status == "A" for period in each.valuations.periods)
    ]
    ranked = sorted(timed, key=lambda each: each.valuations.on(DAY).value.total)
    moved = {
        mine.code: replace(mine, valuations=other.valuations)
        for mine, other in zip(ranked, [*ranked[1:], ranked[0]], strict=True)
    }
    return replace(reference, codes={**reference.codes, **moved})
