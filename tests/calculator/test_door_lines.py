"""Coverage, notice, start and end times through the door, and the checklist of the claim."""

import json
from typing import Any

import pytest

from tests.calculator.conftest import Door, visit

USED = "2480.00"  # the whole threshold of 2026


def ask(front_door: Door, *services: dict[str, Any], **changes: object) -> dict[str, Any]:
    rows = [{"code": "97530", "minutes": 15, **service} for service in services]
    return front_door.ask(json.dumps({**visit([], **changes), "services": rows}))


def carried(answer: dict[str, Any]) -> list[str]:
    assert answer["ok"], answer
    return [f"{line['code']} {' '.join(line['modifiers'])}" for line in answer["lines"]]


def told(answer: dict[str, Any], rule: str) -> list[str]:
    return [each["says"] for each in answer["findings"] if each["rule"] == rule]


def block(start: str, end: str, by: str = "therapist") -> dict[str, str]:
    return {"from": start, "to": end, "by": by}


def test_what_is_left_out_changes_nothing(front_door: Door) -> None:
    plain = ask(front_door, {})
    said = ask(front_door, {"coverage": "expected", "notice": "none"})

    assert said == plain
    assert carried(plain) == ["97530 GP"]
    assert plain["blocks"] == {
        "apart": [],
        "beside": [],
        "together": [],
        "co_treatment": [],
        "gaps": [],
    }


@pytest.mark.parametrize(
    ("coverage", "notice", "line"),
    [
        ("not_necessary", "required", "97530 GP GA"),
        ("not_necessary", "none", "97530 GP GZ"),
        ("excluded", "none", "97530 GP GY"),
        ("excluded", "voluntary", "97530 GP GX GY"),
    ],
)
def test_coverage_and_notice_end_the_line(
    front_door: Door, coverage: str, notice: str, line: str
) -> None:
    answer = ask(front_door, {"coverage": coverage, "notice": notice})

    assert carried(answer) == [line]
    assert [step["gives"] for step in answer["steps"] if step["rule"] == "notice"] == [
        line.removeprefix("97530 GP ")
    ]
    assert told(answer, "conflicts") == []


def test_a_service_said_to_be_not_necessary_takes_no_kx_and_its_neighbour_does(
    front_door: Door,
) -> None:
    other = {"code": "97110", "coverage": "not_necessary", "notice": "required"}

    answer = ask(front_door, {}, other, threshold_used=USED)

    assert carried(answer) == ["97530 GP KX", "97110 GP GA"]
    assert [says[:23] for says in told(answer, "notice")] == ["97110: KX is left off. "]
    assert told(answer, "conflicts") == []


@pytest.mark.parametrize(
    ("used", "coverage", "due"),
    [
        ("2444.93", "not_necessary", False),  # with the 35.07 of the other line: equal
        ("2444.94", "not_necessary", True),
        ("2444.94", "excluded", True),
        ("2444.93", "expected", True),
        ("2430.00", "expected", True),  # only both lines together pass it
        ("2430.00", "not_necessary", False),
    ],
)
def test_only_lines_that_are_expected_to_be_paid_count_towards_the_threshold(
    front_door: Door, used: str, coverage: str, due: bool
) -> None:
    answer = ask(front_door, {}, {"code": "97110", "coverage": coverage}, threshold_used=used)

    assert ("KX" in answer["lines"][0]["modifiers"]) == due


def test_both_codes_of_a_pair_carry_what_is_said_of_either(front_door: Door) -> None:
    pair = {"code": "97130", "minutes": 30, "coverage": "excluded"}

    answer = ask(front_door, pair, discipline="OT")

    assert carried(answer) == ["97129 GO GY", "97130 GO GY"]
    assert [step["says"][:12] for step in answer["steps"] if step["rule"] == "notice"] == [
        "97129/97130:"
    ]


def test_an_assistants_line_carries_it_too_and_the_reason_stands_once(front_door: Door) -> None:
    service = {"minutes": 15, "assistant_minutes": 15, "coverage": "not_necessary"}

    answer = ask(front_door, service, {"code": "97110", "minutes": 60}, threshold_used=USED)

    assert carried(answer)[:2] == ["97530 GP GZ", "97530 GP CQ GZ"]
    assert len(told(answer, "notice")) == 1
    assert len([step for step in answer["steps"] if step["rule"] == "notice"]) == 1


def test_a_notice_that_does_not_fit_is_a_finding_and_no_refusal(front_door: Door) -> None:
    answer = ask(front_door, {"coverage": "excluded", "notice": "required"})

    assert carried(answer) == ["97530 GP GY"]
    assert len(told(answer, "notice")) == 1


@pytest.mark.parametrize(
    ("key", "value", "takes"),
    [
        ("coverage", "covered", "expected, not_necessary or excluded"),
        ("coverage", None, "expected, not_necessary or excluded"),
        ("notice", "ABN", "none, required or voluntary"),
        ("notice", True, "none, required or voluntary"),
    ],
)
def test_other_words_are_refused_at_their_path(
    front_door: Door, key: str, value: object, takes: str
) -> None:
    problems = ask(front_door, {}, {key: value})["problems"]

    assert [(each["field"], each["takes"]) for each in problems] == [(f"services[1].{key}", takes)]


@pytest.mark.parametrize(("first", "second"), [("97530", "97530"), ("97129", "97130")])
def test_rows_of_one_service_say_one_thing_of_its_coverage(
    front_door: Door, first: str, second: str
) -> None:
    rows = ({"code": first}, {"code": "97110"}, {"code": second, "coverage": "excluded"})

    problems = ask(front_door, *rows)["problems"]

    assert [each["field"] for each in problems] == ["services[2].coverage"]
    assert problems[0]["takes"] == "expected, as in row 1: the two rows are one service"


def test_the_same_code_of_two_plans_may_differ_in_coverage(front_door: Door) -> None:
    rows: tuple[dict[str, Any], ...] = ({}, {"discipline": "OT", "coverage": "excluded"})

    assert carried(ask(front_door, *rows, threshold_used_other="0.00")) == [
        "97530 GP",
        "97530 GO GY",
    ]


def test_a_code_under_the_wrong_plan_is_a_finding(front_door: Door) -> None:
    assert told(ask(front_door, {"code": "97165"}), "conflicts")[0].startswith(
        "97165: GP does not fit it."
    )
    assert told(ask(front_door, {}, discipline="SLP"), "conflicts") == [
        "97530 under SLP, GN: this discipline does not bill that; check the plan of care."
    ]


def test_times_are_told_and_never_change_the_claim(front_door: Door) -> None:
    rows = (
        {"code": "97140", "minutes": 15, "blocks": [block("09:00", "09:15")]},
        {"code": "97530", "minutes": 38, "blocks": [block("09:15", "09:50")]},
    )
    bare = tuple({key: row[key] for key in ("code", "minutes")} for row in rows)

    answer, without = ask(front_door, *rows), ask(front_door, *bare)

    assert answer["blocks"]["apart"] == [
        {
            "services": ["97140", "97530"],
            "shared": [],
            "says": "97140 09:00 to 09:15, 97530 09:15 to 09:50: no minute in common.",
        }
    ]
    assert told(answer, "blocks") == [
        (
            "PT plan: the clock would support 3 units, the minutes typed give 4."
            " The minutes typed decide."
        ),
        "97530, therapist: the blocks have 35 minutes, 38 typed. The minutes typed decide.",
    ]
    for key in ("lines", "alternatives", "allowed", "net"):
        assert answer[key] == without[key]
    assert "not sure" in answer["sentence"]
    assert "not sure" not in without["sentence"]


def test_co_treatment_reaches_the_checklist(front_door: Door) -> None:
    times = [block("10:00", "10:15")]
    rows = ({"blocks": times}, {"code": "97535", "discipline": "OT", "blocks": times})

    answer = ask(front_door, *rows, threshold_used_other="0.00")

    assert answer["blocks"]["co_treatment"][0]["shared"] == [{"from": "10:00", "to": "10:15"}]
    assert "co-treatment" in [each["key"] for each in answer["checklist"]]


def test_a_block_over_midnight_is_refused_at_its_path(front_door: Door) -> None:
    problems = ask(front_door, {}, {"blocks": [block("23:50", "00:05")]})["problems"]

    assert [each["field"] for each in problems] == ["services[1].blocks[0].to"]
    assert problems[0]["says"] == (
        "To, row 2, block 1: got 00:05; takes a time after 23:50 on the same day."
    )


def test_the_checklist_has_what_these_lines_call_for(front_door: Door) -> None:
    answer = ask(front_door, {"minutes": 38, "assistant_minutes": 9}, threshold_used=USED)

    keys = [each["key"] for each in answer["checklist"]]
    assert {"timed-minutes", "assistants-minutes", "necessity-above-threshold"} < set(keys)
    assert "separate-times" not in keys
    assert all(each["why"] and each["cites"] for each in answer["checklist"])
    assert ask(front_door, {"minutes": 7})["checklist"] == []
