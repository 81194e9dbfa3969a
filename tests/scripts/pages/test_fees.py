"""The amounts of the fee list are what the calculator answers."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from scripts.pages import fees, visits
from scripts.pages.facts import Facts

MOST_BYTES = 450_000


@pytest.fixture(scope="module")
def written(facts: Facts) -> str:
    """The file that the browser reads."""
    ((name, text),) = fees.pages(facts)
    assert name == "assets/fees.json"
    return text


@pytest.fixture(scope="module")
def data(written: str) -> dict[str, Any]:
    """What the file holds."""
    read: dict[str, Any] = json.loads(written)
    return read


def allowed(facts: Facts, code: str, minutes: int, edition: fees.Edition, place: str) -> int:
    unusual = facts.library.codes[code].unusual_for
    plan = next(
        each for each in ("PT", "OT", "SLP") if not unusual or each not in unusual.disciplines
    )
    asked = visits.visit(
        [{"code": code, "minutes": minutes}],
        date=str(edition.year.priced_on),
        discipline=plan,
        locality=place,
        qualifying_apm=edition.factor == "conversion-factor-qp",
    )
    return int(Decimal(visits.answer(facts.reference, asked)["allowed"]) * 100)


@settings(max_examples=150)
@given(st.data())
def test_every_amount_is_that_of_the_calculator(
    facts: Facts, data: dict[str, Any], draw: st.DataObject
) -> None:
    edition = draw.draw(st.sampled_from(fees.editions(facts)))
    place = draw.draw(st.sampled_from(sorted(data["amounts"][edition.key])))
    at = draw.draw(st.integers(0, len(data["codes"]) - 1))
    code = facts.library.codes[data["codes"][at]]
    first, further = (column[at] for column in data["amounts"][edition.key][place])
    if first is None or code.time.timing == "further_of_pair":
        return

    assert first == allowed(facts, code.code, 15, edition, place)
    if code.time.timing == "quarter_hour" and further is not None:
        assert first + further == allowed(facts, code.code, 30, edition, place)


def test_a_further_unit_is_named_exactly_where_the_mppr_reaches(
    facts: Facts, data: dict[str, Any]
) -> None:
    _, further = data["amounts"][fees.editions(facts)[0].key]["national"]
    reached = {code for code, cents in zip(data["codes"], further, strict=True) if cents}

    assert reached == {
        code
        for code in data["codes"]
        if facts.library.codes[code].periods[-1].multiple_procedure == "5"
    }


def test_every_locality_and_every_factor_is_there_and_the_file_stays_small(
    facts: Facts, data: dict[str, Any], written: str
) -> None:
    assert set(data["amounts"]) == {"2026", "2026-qp", "2025"}
    for held in data["amounts"].values():
        assert set(held) == {"national", *facts.library.localities}
    assert len(written.encode()) < MOST_BYTES
