"""Where authorities differ: only what differs for the visit, both results, and which is used."""

import json
from typing import Any

import pytest

from calculator import door
from calculator.reference.bundle import Reference
from tests.calculator.conftest import Door, visit


def assisted(**changes: object) -> dict[str, object]:
    """Make a visit of one unit by an assistant: $35.07, of which the reduction takes $4.21."""
    services = [{"code": "97530", "minutes": 0, "assistant_minutes": 15}]
    return {**visit([]), "services": services, **changes}


def told(front_door: Door, asked: dict[str, object]) -> list[dict[str, Any]]:
    differing: list[dict[str, Any]] = front_door.ask(json.dumps(asked))["disagreements"]
    return differing


def test_where_both_methods_count_alike_nothing_is_told(front_door: Door) -> None:
    assert told(front_door, visit([("97530", 38)])) == []


def test_two_short_services_are_one_unit_together_and_two_alone(front_door: Door) -> None:
    (each,) = told(front_door, visit([("97110", 8), ("97140", 8)]))

    assert each["used"]["says"] == "CMS: the minutes of a plan together: 97110 × 1 GP."
    assert each["other"]["says"] == "CPT midpoint: each code alone: 97110 × 1 GP, 97140 × 1 GP."
    assert (each["about"], each["used"]["rule"], each["other"]["rule"]) == (
        "counting",
        "units",
        "midpoint",
    )


def test_asked_by_the_midpoint_the_midpoint_is_the_reading_used(front_door: Door) -> None:
    (each,) = told(front_door, visit([("97110", 8), ("97140", 8)], method="midpoint"))

    assert each["used"]["rule"] == "midpoint"
    assert each["used"]["gives"] == "$50.27 allowed"


def test_where_only_the_other_method_earns_a_line_that_is_told(front_door: Door) -> None:
    (each,) = told(front_door, visit([("97110", 7), ("97140", 7)], method="midpoint"))

    assert each["used"]["says"].endswith(": no line.")
    assert each["other"]["says"].endswith(": 97110 × 1 GP.")


@pytest.mark.parametrize(
    ("used", "points"),
    [
        ("2444.93", []),  # 2480.00 with the whole amount: not above, in both readings
        ("2444.94", ["accrual"]),
        ("2449.14", ["accrual"]),  # 2480.00 with the reduced one
        ("2449.15", []),  # above in both
    ],
)
def test_accrual_is_told_only_where_kx_hangs_on_it(
    front_door: Door, used: str, points: list[str]
) -> None:
    differing = told(front_door, assisted(threshold_used=used))[1:]  # the share comes first

    assert [each["about"] for each in differing] == points
    for each in differing:
        assert (each["used"]["gives"], each["other"]["gives"]) == ("KX", "no KX")


def test_without_an_assistants_unit_there_is_one_accrual(front_door: Door) -> None:
    assert told(front_door, visit([("97530", 15)], threshold_used="2445.00")) == []


def test_a_denied_line_accrues_nothing(front_door: Door) -> None:
    services = [
        {"code": "97530", "minutes": 0, "assistant_minutes": 15},
        {"code": "97110", "minutes": 15, "coverage": "excluded"},
    ]

    def accrual(**changes: object) -> list[str]:
        differing = told(front_door, assisted(threshold_used="2445.00", **changes))
        return [each["used"]["says"] for each in differing if each["about"] == "accrual"]

    assert accrual(services=services) == accrual() != []


def test_the_other_bucket_has_its_own(front_door: Door) -> None:
    services = [{"code": "97530", "minutes": 0, "assistant_minutes": 15, "discipline": "OT"}]
    asked = {**visit([]), "services": services, "threshold_used_other": "2445.00"}
    _, each = told(front_door, asked)

    assert each["used"]["says"].startswith("OT: ")


def test_the_other_reading_of_the_assistants_share_stands_beside_the_one_used(
    front_door: Door,
) -> None:
    (each,) = told(front_door, assisted())

    assert (each["about"], each["used"]["says"], each["other"]["says"]) == (
        "assistants",
        "85% of Medicare’s share.",
        "85% of the whole fee.",
    )
    assert (each["used"]["gives"], each["other"]["gives"]) == (
        "Medicare $23.37, patient $7.01",
        "Medicare $23.37, patient $5.96",
    )
    assert each["why"]["cites"] == ["settled-assistant-share"]


def test_the_region_and_the_text_have_the_section_only_where_something_differs(
    reference: Reference,
) -> None:
    differing, agreeing = visit([("97110", 8), ("97140", 8)]), visit([("97530", 38)])

    def shown(asked: dict[str, object]) -> tuple[str, str]:
        text = json.dumps(asked)
        html: str = json.loads(door.evaluate(text, reference, "../"))["html"]
        return html, door.explain(text, reference)

    assert all("Where authorities differ" in each for each in shown(differing))
    assert not any("Where authorities differ" in each for each in shown(agreeing))


def test_the_boundaries_of_each_plan_stand_beside_the_answer(front_door: Door) -> None:
    services = [
        {"code": "97530", "minutes": 23},
        {"code": "97535", "minutes": 22, "discipline": "OT"},
    ]
    asked = {**visit([]), "services": services, "threshold_used_other": "0.00"}
    near = front_door.ask(json.dumps(asked))["boundaries"]

    assert [each["says"].split(";")[0] for each in near] == [
        "PT plan, 23 minutes: 2 units from 23 to 37",
        "OT plan, 22 minutes: 1 unit from 8 to 22",
    ]


def test_by_the_midpoint_each_code_has_its_own(front_door: Door) -> None:
    asked = visit([("97110", 8), ("97140", 7)], method="midpoint")

    assert [
        each["says"].split(",")[0] for each in front_door.ask(json.dumps(asked))["boundaries"]
    ] == [
        "97110",
        "97140",
    ]
