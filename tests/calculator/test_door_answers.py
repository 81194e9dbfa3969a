"""The JSON door: what it answers, held to the contract for other programs."""

import json
from typing import Any

import pytest

from tests.calculator.conftest import Door

LINE = dict[str, Any]


def line(code: str, units: int, *amounts: str | None, modifier: str = "GP") -> LINE:
    """Write a claim line as the door does."""
    return {
        "code": code,
        "units": units,
        "modifiers": [modifier],
        "unit_amounts": list(amounts),
    }


def test_the_contracts_own_example(front_door: Door) -> None:
    answer = front_door.visit(
        [("97112", 26), ("97535", 11)], locality="01112-65", deductible_remaining="50.00"
    )

    assert answer["ok"] is True
    assert answer["lines"] == [line("97112", 2, "41.35", "30.04")]
    assert answer["alternatives"] == [[line("97112", 1, "30.04"), line("97535", 1, "41.43")]]
    assert answer["allocations"] == 2
    assert answer["allowed"] == "71.39"
    assert answer["net"] == {
        "deductible": "50.00",
        "coinsurance": "4.28",
        "sequestration": "0.34",
        "medicare_pays": "16.77",
        "patient_pays": "54.28",
    }
    assert answer["problems"] == []


@pytest.mark.parametrize(
    ("date", "qualifying_apm", "minutes", "allowed"),
    [
        ("2026-01-01", False, 8, "35.07"),
        ("2026-12-31", True, 8, "35.25"),
        ("2025-12-31", False, 8, "34.61"),
        ("2025-01-01", True, 8, "34.61"),
        ("2026-03-02", False, 23, "60.12"),
        ("2026-03-02", False, 38, "85.17"),
        ("2026-03-02", False, 53, "110.22"),
    ],
)
def test_national_amounts_of_97530(
    front_door: Door, date: str, qualifying_apm: bool, minutes: int, allowed: str
) -> None:
    answer = front_door.visit([("97530", minutes)], date=date, qualifying_apm=qualifying_apm)

    assert answer["allowed"] == allowed


@pytest.mark.parametrize(
    ("locality", "allowed"), [("07102-13", "32.08"), ("01112-65", "45.39"), ("01112-09", "45.34")]
)
def test_the_cheapest_and_the_dearest_locality(
    front_door: Door, locality: str, allowed: str
) -> None:
    assert front_door.visit([("97530", 8)], locality=locality)["allowed"] == allowed


@pytest.mark.parametrize(("discipline", "modifier"), [("PT", "GP"), ("OT", "GO"), ("SLP", "GN")])
def test_each_line_names_its_plan_of_care(front_door: Door, discipline: str, modifier: str) -> None:
    lines = front_door.visit([("97535", 15), ("G0283", 0)], discipline=discipline)["lines"]

    assert [line["modifiers"] for line in lines] == [[modifier], [modifier]]


def test_the_same_code_twice_is_one_service_in_both_methods(front_door: Door) -> None:
    rows = [("97530", 4), ("97110", 15), ("97530", 4)]

    for method in ("cms", "midpoint"):
        lines = front_door.visit(rows, method=method)["lines"]
        assert [(line["code"], line["units"]) for line in lines] == [("97530", 1), ("97110", 1)]


@pytest.mark.parametrize("rows", [[("97129", 38)], [("97130", 38)], [("97130", 20), ("97129", 18)]])
@pytest.mark.parametrize("method", ["cms", "midpoint"])
def test_97129_and_97130_are_one_service_under_whichever_the_minutes_stand(
    front_door: Door, rows: list[tuple[str, int]], method: str
) -> None:
    lines = front_door.visit([("97530", 15), *rows, ("97110", 15)], method=method)["lines"]

    assert [(line["code"], line["units"]) for line in lines] == [
        ("97530", 1),
        ("97129", 1),
        ("97130", 2),
        ("97110", 1),
    ]


def test_the_pair_is_outside_mppr(front_door: Door) -> None:
    answer = front_door.visit([("97129", 30), ("97110", 15)])

    full = {line["code"]: line["unit_amounts"] for line in answer["lines"]}
    alone = front_door.visit([("97129", 30)])["lines"]
    assert full["97129"] == alone[0]["unit_amounts"]
    assert full["97110"] == front_door.visit([("97110", 15)])["lines"][0]["unit_amounts"]


@pytest.mark.parametrize(
    "code", ["97150", "97161", "G0283", "97545", "97546", "96125", "97550", "20560"]
)
@pytest.mark.parametrize("minutes", [0, 200])
def test_a_code_without_a_quarter_hour_base_earns_one_unit_outside_the_pool(
    front_door: Door, code: str, minutes: int
) -> None:
    answer = front_door.visit([("97530", 7), (code, minutes)])

    assert [(line["code"], line["units"]) for line in answer["lines"]] == [(code, 1)]


def test_only_an_untimed_code_needs_no_word_about_its_base(front_door: Door) -> None:
    def found(code: str) -> list[str]:
        return [each["says"] for each in front_door.visit([(code, 30)])["findings"]]

    assert found("G0283") == []
    assert any("first 2 hours" in says for says in found("97545"))
    assert any("No time base of 20560 is held here" in says for says in found("20560"))


@pytest.mark.parametrize("code", ["97010", "97014", "97169", "96110", "92605"])
def test_a_code_never_paid_for_itself_has_no_line_and_lends_no_minutes(
    front_door: Door, code: str
) -> None:
    answer = front_door.visit([(code, 30), ("97530", 7)])

    assert answer["ok"] is True
    assert answer["lines"] == []
    assert answer["allowed"] == "0.00"
    assert any(code in finding["says"] for finding in answer["findings"])


def test_a_code_without_a_national_amount_makes_the_sums_unknown(front_door: Door) -> None:
    for code in ("97039", "97545", "0791T"):
        answer = front_door.visit([(code, 0), ("97530", 15)])

        assert answer["lines"] == [line(code, 1, None), line("97530", 1, "35.07")]
        assert answer["allowed"] is None
        assert set(answer["net"].values()) == {None}


def test_a_visit_that_earns_nothing_is_answered(front_door: Door) -> None:
    answer = front_door.visit([("97530", 7)], deductible_remaining="257.00")

    assert (answer["ok"], answer["lines"], answer["allocations"]) == (True, [], 1)
    assert (answer["allowed"], answer["net"]["patient_pays"]) == ("0.00", "0.00")
    assert answer["sentence"] == "No timed units; $0.00 allowed."


def test_indicator_2_is_named_and_not_worked_out(front_door: Door) -> None:
    found = front_door.visit([("29581", 0)])["findings"]

    assert any("indicator 2" in finding["says"] for finding in found)


def test_each_alternative_is_a_whole_claim_with_its_own_mppr(front_door: Door) -> None:
    answer = front_door.visit([("97530", 20), ("97110", 20), ("G0283", 0)])

    claims = [answer["lines"], *answer["alternatives"]]
    assert [[(line["code"], line["units"]) for line in claim] for claim in claims] == [
        [("97530", 2), ("97110", 1), ("G0283", 1)],
        [("97530", 1), ("97110", 2), ("G0283", 1)],
    ]
    for claim in claims:
        assert claim[0]["unit_amounts"][0] == "35.07"
        assert claim[2]["unit_amounts"] == ["9.52"]


def test_more_than_101_allocations_are_counted_and_100_written_out(front_door: Door) -> None:
    codes = ["97032", "97033", "97034", "97035", "97036", "97110", "97112", "97113", "97116"]
    answer = front_door.visit([(code, 7) for code in codes])  # 63 minutes: 4 units, any of nine

    assert answer["allocations"] == 126
    claims = [json.dumps(claim) for claim in [answer["lines"], *answer["alternatives"]]]
    assert len(claims) == len(set(claims)) == 101


def test_up_to_101_allocations_are_all_written_out(front_door: Door) -> None:
    codes = ["97032", "97033", "97034", "97035", "97036", "97110", "97112", "97113"]
    answer = front_door.visit([(code, 7) for code in codes])  # 56 minutes: 4 units, any of eight

    assert answer["allocations"] == 70
    assert len(answer["alternatives"]) == 69


def test_the_midpoint_has_no_alternatives(front_door: Door) -> None:
    answer = front_door.visit([("97530", 20), ("97110", 20)], method="midpoint")

    assert (answer["alternatives"], answer["allocations"]) == ([], 1)


def test_a_code_unusual_for_the_discipline_is_found_and_answered(front_door: Door) -> None:
    answer = front_door.visit([("97530", 15)], discipline="SLP")

    assert answer["ok"] is True
    assert any("97530 under SLP" in finding["says"] for finding in answer["findings"])


def test_threshold_used_changes_neither_units_nor_fee(front_door: Door) -> None:
    with_none = front_door.visit([("97530", 15)])
    with_some = front_door.visit([("97530", 15)], threshold_used="2480.01")

    assert with_some["lines"][0].pop("modifiers") == ["GP", "KX"]
    assert with_none["lines"][0].pop("modifiers") == ["GP"]
    assert with_some["lines"] == with_none["lines"]
    assert with_some["net"] == with_none["net"]


@pytest.mark.parametrize("key", ["threshold_used", "deductible_remaining"])
def test_dollars_have_no_upper_end(front_door: Door, key: str) -> None:
    answer = front_door.visit([("97530", 38), ("97110", 23)], **{key: "9" * 60 + ".99"})

    assert answer["ok"] is True


def test_every_step_and_finding_cites_a_source_and_a_rule_that_are_held(front_door: Door) -> None:
    reference = front_door.reference
    every_code = [(code, 15) for code in reference.codes]

    for method in ("cms", "midpoint"):
        answer = front_door.visit(every_code, method=method, locality="07102-13", discipline="SLP")
        for each in [*answer["steps"], *answer["findings"]]:
            assert each["rule"] in reference.rules
            assert each["cites"]
            assert set(each["cites"]) <= set(reference.sources)


def test_a_factor_of_its_own_that_a_year_does_not_have_is_named(front_door: Door) -> None:
    def found(date: str) -> list[str]:
        answer = front_door.visit([("97530", 15)], date=date, qualifying_apm=True)
        return [finding["says"] for finding in answer["findings"]]

    assert found("2026-01-01") == []
    assert found("2025-12-31") == [
        "On 2025-12-31 one conversion factor serves everybody: a qualifying APM changes nothing."
    ]


def test_the_sentence_tells_untimed_from_listed_units(front_door: Door) -> None:
    answer = front_door.visit([("97530", 15), ("G0283", 0), ("97802", 30)])

    assert answer["sentence"].startswith(
        "One timed unit, one untimed and one not counted by 15 minutes; $"
    )
