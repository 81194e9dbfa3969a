"""The JSON door: assistants, several plans of care on a day, and KX."""

import json
from typing import Any

from tests.calculator.conftest import Door, visit

Services = list[dict[str, Any]]


def answer(front_door: Door, services: Services, **changes: object) -> dict[str, Any]:
    """Hand in services as the contract has them."""
    return front_door.ask(json.dumps({**visit([]), **changes, "services": services}))


def said(lines: list[dict[str, Any]]) -> list[str]:
    return [f"{line['code']} ×{line['units']} {' '.join(line['modifiers'])}" for line in lines]


def test_the_contracts_own_example_of_an_assistant(front_door: Door) -> None:
    answered = answer(
        front_door,
        [
            {"code": "97535", "minutes": 17, "assistant_minutes": 9},
            {"code": "97530", "minutes": 0, "together_minutes": 12},
        ],
        discipline="OT",
    )

    assert answered["lines"] == [
        {"code": "97535", "units": 1, "modifiers": ["GO"], "unit_amounts": ["23.88"]},
        {"code": "97535", "units": 1, "modifiers": ["GO", "CO"], "unit_amounts": ["23.88"]},
        {"code": "97530", "units": 1, "modifiers": ["GO"], "unit_amounts": ["35.07"]},
    ]
    assert answered["alternatives"] == []
    assert answered["allowed"] == "82.83"


def test_the_whole_unit_stands_on_the_line_without_the_assistants_modifier(
    front_door: Door,
) -> None:
    answered = answer(front_door, [{"code": "97530", "minutes": 15, "assistant_minutes": 15}])

    assert said(answered["lines"]) == ["97530 ×1 GP", "97530 ×1 GP CQ"]
    assert [line["unit_amounts"] for line in answered["lines"]] == [["35.07"], ["25.05"]]
    assert any("No CMS text decides this" in step["says"] for step in answered["steps"])


def test_the_reduction_of_an_assistant_is_in_net_and_not_in_the_fee(front_door: Door) -> None:
    own = answer(front_door, [{"code": "97530", "minutes": 15}])
    assistants = answer(front_door, [{"code": "97530", "minutes": 0, "assistant_minutes": 15}])

    assert assistants["allowed"] == own["allowed"] == "35.07"
    assert assistants["net"] == {
        "deductible": "0.00",
        "coinsurance": "7.01",
        "sequestration": "0.48",  # 28.06, of it 85 %: 23.85; 2 % of that
        "medicare_pays": "23.37",
        "patient_pays": "7.01",
    }
    assert assistants["assistant_reduction"] == "4.21"


def test_each_alternative_has_the_assistants_modifiers_of_its_own_units(front_door: Door) -> None:
    tie: Services = [
        {"code": "97530", "minutes": 20},
        {"code": "97110", "minutes": 15, "assistant_minutes": 5},
    ]

    answered = answer(front_door, tie)

    assert said(answered["lines"]) == ["97530 ×2 GP", "97110 ×1 GP"]
    assert [said(lines) for lines in answered["alternatives"]] == [
        ["97530 ×1 GP", "97110 ×1 GP", "97110 ×1 GP CQ"]
    ]


def test_each_plan_has_its_own_pool_and_its_own_lines(front_door: Door) -> None:
    services: Services = [
        {"code": "97530", "minutes": 7},
        {"code": "97530", "minutes": 8, "discipline": "OT"},
        {"code": "97110", "minutes": 7},
    ]

    answered = answer(front_door, services, threshold_used_other="0.00")

    # 7 and 7 make one PT unit, a tie; the 8 minutes of OT make one of their own.
    assert said(answered["lines"]) == ["97530 ×1 GP", "97530 ×1 GO"]
    assert answered["allocations"] == 2
    assert [said(lines) for lines in answered["alternatives"]] == [["97530 ×1 GO", "97110 ×1 GP"]]


def test_ties_of_two_plans_multiply(front_door: Door) -> None:
    services: Services = [
        {"code": code, "minutes": 20, "discipline": plan}
        for plan in ("PT", "OT")
        for code in ("97530", "97535")
    ]

    answered = answer(front_door, services, threshold_used_other="0.00")

    assert answered["allocations"] == 4
    every = [said(answered["lines"]), *map(said, answered["alternatives"])]
    assert len(every) == len({tuple(lines) for lines in every}) == 4


def test_one_unit_of_all_plans_keeps_its_whole_practice_expense(front_door: Door) -> None:
    services: Services = [
        {"code": "97110", "minutes": 15},
        {"code": "97535", "minutes": 15, "discipline": "OT"},
    ]

    apart = [
        answer(front_door, services[:1])["allowed"],
        answer(front_door, [{"code": "97535", "minutes": 15}], discipline="OT")["allowed"],
    ]
    amounts = [
        line["unit_amounts"][0]
        for line in answer(front_door, services, threshold_used_other="0.00")["lines"]
    ]

    assert amounts[0] < apart[0] or amounts[1] < apart[1]
    assert amounts[0] == apart[0] or amounts[1] == apart[1]


def test_a_bucket_above_its_threshold_carries_kx_and_the_other_does_not(front_door: Door) -> None:
    services: Services = [
        {"code": "97110", "minutes": 15},
        {"code": "92526", "minutes": 0, "discipline": "SLP"},
        {"code": "97535", "minutes": 15, "discipline": "OT"},
    ]

    def modifiers(used: str, other: str) -> list[list[str]]:
        answered = answer(front_door, services, threshold_used=used, threshold_used_other=other)
        return [line["modifiers"] for line in answered["lines"]]

    assert modifiers("2480.00", "0.00") == [["GP", "KX"], ["GN", "KX"], ["GO"]]
    assert modifiers("0.00", "2480.00") == [["GP"], ["GN"], ["GO", "KX"]]


def test_kx_follows_the_amounts_of_each_alternative(front_door: Door) -> None:
    tie: Services = [{"code": "97112", "minutes": 26}, {"code": "97535", "minutes": 11}]

    answered = answer(front_door, tie, locality="01112-65", threshold_used="2408.60")

    # 71.39 as shown take the year to 2479.99, the other allocation's 71.47 to 2480.07.
    assert said(answered["lines"]) == ["97112 ×2 GP"]
    assert [said(lines) for lines in answered["alternatives"]] == [
        ["97112 ×1 GP KX", "97535 ×1 GP KX"]
    ]


def test_the_first_unit_of_the_cognitive_pair_is_the_therapists_where_there_is_one(
    front_door: Door,
) -> None:
    services: Services = [{"code": "97129", "minutes": 15, "assistant_minutes": 15}]

    answered = answer(front_door, services, discipline="OT")

    assert said(answered["lines"]) == ["97129 ×1 GO", "97130 ×1 GO CO"]
