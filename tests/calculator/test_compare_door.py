"""One visit on two days: the parts add up to the whole, and each says what moved."""

import json
import random
from decimal import Decimal
from typing import Any

import pytest

from calculator import compare_door, door
from calculator.reference.bundle import Reference
from tests.calculator.conftest import visit
from tests.calculator.test_no_steering import drawn

DAYS = ["2025-03-03", "2026-03-02"]
SUMS = ("allowed", "medicare_pays", "patient_pays")


def compare(reference: Reference, asked: dict[str, object], days: object = DAYS) -> dict[str, Any]:
    question = json.dumps({"visit": asked, "dates": days})
    answered: dict[str, Any] = json.loads(compare_door.compare(question, reference, "../"))
    return answered


def test_the_parts_add_up_to_the_whole_difference_to_the_cent(reference: Reference) -> None:
    draw = random.Random(1)  # noqa: S311  no secret
    places = ["national", *reference.localities]
    for asked in drawn(reference, 150):
        place = {**asked, "locality": draw.choice(places), "qualifying_apm": draw.random() < 0.5}
        answered = compare(reference, place)
        for name in SUMS:
            was, becomes = (each[name] for each in answered["dates"])
            if was is None or becomes is None:
                continue
            parts = [Decimal(move[name]) for move in answered["moves"]]
            assert (
                sum(parts) == Decimal(becomes) - Decimal(was) == Decimal(answered["change"][name])
            )


def test_each_day_is_what_the_calculator_answers_for_it(reference: Reference) -> None:
    asked = visit([("97530", 38), ("97110", 22)], locality="01112-65", deductible_remaining="20.00")
    answered = compare(reference, asked)

    for day, shown in zip(DAYS, answered["dates"], strict=True):
        alone = json.loads(door.evaluate(json.dumps({**asked, "date": day}), reference))
        assert shown["allowed"] == alone["allowed"]
        assert shown["patient_pays"] == alone["net"]["patient_pays"]


def test_what_moved_comes_in_a_stated_order_with_its_sources(reference: Reference) -> None:
    asked = visit([("97530", 38)], locality="01112-65")
    moves = compare(reference, asked)["moves"]

    assert [move["what"] for move in moves] == ["rvu", "gpci", "factor", "threshold", "shares"]
    assert all(move["cites"] for move in moves)
    assert moves[2]["says"] == (
        "Conversion factor, outside a qualifying APM: 32.3465 becomes 33.4009."
    )


def test_backwards_the_whole_difference_has_the_other_sign(reference: Reference) -> None:
    asked = visit([("97530", 38)])
    there, back = compare(reference, asked), compare(reference, asked, DAYS[::-1])

    assert Decimal(there["change"]["allowed"]) == -Decimal(back["change"]["allowed"]) != 0


def test_within_a_year_nothing_moves(reference: Reference) -> None:
    answered = compare(reference, visit([("97530", 38)]), ["2026-01-01", "2026-12-31"])

    assert answered["moves"] == []
    assert answered["change"]["allowed"] == "0.00"


def test_at_the_turn_of_the_year_everything_does(reference: Reference) -> None:
    answered = compare(reference, visit([("97530", 38)]), ["2025-12-31", "2026-01-01"])

    assert [move["what"] for move in answered["moves"]] == ["rvu", "factor", "threshold", "shares"]


def test_a_code_without_a_row_on_one_day_is_said_and_has_no_line_there(
    reference: Reference,
) -> None:
    answered = compare(reference, visit([("97530", 38), ("98979", 20)]))

    assert answered["moves"][0]["says"] == "98979 has no row on 2025-03-03."
    assert answered["lines"][1]["was"] is None
    assert answered["lines"][1]["becomes"]["code"] == "98979"


def test_with_no_row_for_any_code_there_is_no_line_and_nothing_is_allowed(
    reference: Reference,
) -> None:
    answered = compare(reference, visit([("98979", 20)]))

    assert answered["dates"][0]["allowed"] == "0.00"


def test_a_qualifying_apm_has_a_factor_of_its_own_from_2026_on(reference: Reference) -> None:
    (factor,) = [
        move
        for move in compare(reference, visit([("97530", 38)], qualifying_apm=True))["moves"]
        if move["what"] == "factor"
    ]

    assert factor["says"] == (
        "Conversion factor, outside a qualifying APM, 32.3465, becomes Conversion factor,"
        " qualifying APM participant, 33.5675."
    )


@pytest.mark.parametrize(("used", "kx"), [("2400.00", True), ("2300.00", False)])
def test_kx_that_one_year_asks_for_and_the_other_does_not_is_said(
    reference: Reference, used: str, kx: bool
) -> None:
    answered = compare(reference, visit([("97530", 38)], threshold_used=used))
    (threshold,) = [move for move in answered["moves"] if move["what"] == "threshold"]
    modifiers = [answered["lines"][0][each]["modifiers"] for each in ("was", "becomes")]

    # $84.10 of 2025 take $2,400.00 above $2,410.00; $85.17 of 2026 take it above $2,480.00 too.
    assert (modifiers == [["GP", "KX"], ["GP", "KX"]]) is kx
    assert "KX" not in threshold["gives"]


def test_between_the_two_thresholds_kx_goes_with_the_threshold(reference: Reference) -> None:
    answered = compare(reference, visit([("97530", 38)], threshold_used="2350.00"))
    (threshold,) = [move for move in answered["moves"] if move["what"] == "threshold"]

    assert answered["lines"][0]["was"]["modifiers"] == ["GP", "KX"]
    assert answered["lines"][0]["becomes"]["modifiers"] == ["GP"]
    assert threshold["gives"] == "97530: KX goes"


@pytest.mark.parametrize(
    ("days", "fields"),
    [
        (["2025-03-03"], ["dates"]),
        (["2025-03-03", "2025-03-03"], ["dates"]),
        (["2024-12-31", "2027-01-01"], ["dates[0]", "dates[1]"]),
        (["2025-03-03", "2026-02-30"], ["dates[1]"]),
        (["2025-03-03", 20260302], ["dates[1]"]),
        ("2025-03-03", ["dates"]),
    ],
)
def test_days_are_refused_at_their_path(
    reference: Reference, days: object, fields: list[str]
) -> None:
    answered = compare(reference, visit([("97530", 38)]), days)

    assert [problem["field"] for problem in answered["problems"]] == fields


def test_a_visit_is_refused_below_its_own_path(reference: Reference) -> None:
    answered = compare(reference, visit([("98979", 20)], date="2025-03-03"))

    assert [problem["field"] for problem in answered["problems"]] == ["visit.services[0].code"]
