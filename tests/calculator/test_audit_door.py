"""The audit at its door: verdicts at the edges, modifiers, money as a fact, refusals with paths."""

import json
from typing import Any

import pytest

from calculator import audit_door, door
from calculator.reference import edits_bundle
from calculator.reference.bundle import Reference
from calculator.same_day.judge import judging
from tests.calculator.conftest import visit
from tests.calculator.test_same_day import EDITS

Billed = dict[str, Any]
GOOD = visit([("97530", 38)])


def line(code: str, units: int, modifiers: str = "GP") -> Billed:
    return {"code": code, "units": units, "modifiers": modifiers.split()}


class Asked:
    """The audit's door with the built reference behind it."""

    def __init__(self, reference: Reference) -> None:
        self.reference = reference

    def audit(self, asked: dict[str, object], *billed: object, **others: object) -> dict[str, Any]:
        """Hand in a visit and billed lines, and fields that are none."""
        question = json.dumps({"visit": asked, "billed": [*billed], **others})
        answered: dict[str, Any] = json.loads(audit_door.audit(question, self.reference, "../"))
        return answered

    def refused(self, asked: dict[str, object], *billed: object, **others: object) -> list[str]:
        """Give the paths at which a question is refused."""
        answered = self.audit(asked, *billed, **others)
        assert answered["ok"] is False
        return [problem["field"] for problem in answered["problems"]]


@pytest.fixture
def asked(reference: Reference) -> Asked:
    return Asked(reference)


@pytest.mark.parametrize(
    ("minutes", "verdict"), [(37, "over"), (38, "consistent"), (52, "consistent"), (53, "under")]
)
def test_three_units_are_consistent_from_the_first_minute_that_supports_them_to_the_last(
    asked: Asked, minutes: int, verdict: str
) -> None:
    answered = asked.audit(visit([("97530", minutes)]), line("97530", 3))

    assert answered["verdict"] == answered["lines"][0]["verdict"] == verdict


def test_the_report_says_what_was_documented_supported_and_billed(asked: Asked) -> None:
    answered = asked.audit(visit([("97530", 38)]), line("97530", 4))

    assert answered["report"] == [
        "More units were billed than the record supports.",
        (
            "Documented under the PT plan: 38 timed minutes (97530 38), which support 3 units; 4"
            " were billed: one unit too many on 97530."
        ),
        (
            "After MPPR the billed units come to $110.22, the allowed claim they are held against"
            " to $85.17: $25.05 more, before the reduction for assistants and any denial."
        ),
    ]


def test_either_choice_of_a_tie_is_consistent_and_both_claims_are_listed(asked: Asked) -> None:
    tied = visit([("97110", 20), ("97140", 20)])
    for billed in ((line("97110", 2), line("97140", 1)), (line("97140", 2), line("97110", 1))):
        answered = asked.audit(tied, *billed)

        assert answered["verdict"] == "consistent"
        assert answered["allocations"] == len(answered["allowed_claims"]) == 2


def test_all_units_of_a_tie_on_one_code_are_shifted(asked: Asked) -> None:
    answered = asked.audit(visit([("97110", 20), ("97140", 20)]), line("97110", 3))

    assert answered["verdict"] == "shifted"
    assert "one unit too many on 97110 and one unit too few on 97140" in answered["report"][1]


def test_of_more_claims_than_are_written_out_the_billed_one_is_still_found(asked: Asked) -> None:
    codes = ("97032", "97033", "97034", "97035", "97036", "97110", "97112", "97113", "97116")
    tied = visit([(code, 8) for code in (*codes, "97124", "97140", "97530")])  # 96: six units
    last = ("97112", "97113", "97116", "97124", "97140", "97530")
    answered = asked.audit(tied, *(line(code, 1) for code in last))

    assert answered["allocations"] == 924
    assert answered["verdict"] == "consistent"
    assert len(answered["allowed_claims"]) == 102


def test_what_is_billed_and_not_recorded_is_said_to_be_so(asked: Asked) -> None:
    answered = asked.audit(visit([("97530", 38)]), line("97530", 3), line("97140", 1))

    assert answered["verdict"] == "over"
    assert answered["report"][2] == (
        "97140 is not in the record of the PT plan. 97140: no unit supported, 1 unit billed: one"
        " unit too many on 97140."
    )


def test_an_untimed_code_supports_one_unit(asked: Asked) -> None:
    answered = asked.audit(visit([("97161", 60)]), line("97161", 2))

    assert answered["report"][1] == (
        "97161: 1 unit supported, 2 units billed: one unit too many on 97161."
    )


def test_by_the_midpoint_each_code_stands_alone(asked: Asked) -> None:
    alone = visit([("97110", 20), ("97140", 20)], method="midpoint")
    answered = asked.audit(alone, line("97110", 2), line("97140", 1))

    assert answered["verdict"] == "over"
    assert ", which, each code counted alone, support 2 units; 3 were" in answered["report"][1]


def test_units_of_the_assistant_are_counted_and_not_the_code(asked: Asked) -> None:
    services = [{"code": "97110", "minutes": 25, "assistant_minutes": 15}]
    both = {**GOOD, "services": services}
    apart = asked.audit(both, line("97110", 1), line("97110", 2, "GP CQ"))
    whole = asked.audit(both, line("97110", 3, "GP CQ"))

    assert door_lines(asked, both) == [("97110", 2, ["GP"]), ("97110", 1, ["GP", "CQ"])]
    assert apart["verdict"] == whole["verdict"] == "consistent"
    assert apart["modifiers"][1]["extra"] == whole["modifiers"][0]["extra"] == ["CQ"]
    assert [each["says"] for each in whole["findings"] if each["rule"] == "carried"] == [
        "Line 1, 97110: units with CQ: 3 billed; by the record 1, on a line of their own."
    ]


def door_lines(asked: Asked, given: dict[str, object]) -> list[tuple[str, int, list[str]]]:
    answered = json.loads(door.evaluate(json.dumps(given), asked.reference))
    return [(each["code"], each["units"], each["modifiers"]) for each in answered["lines"]]


@pytest.mark.parametrize(
    ("used", "missing", "extra"), [("2394.83", [], ["KX"]), ("2394.84", [], [])]
)
def test_kx_is_judged_at_the_cent_of_the_threshold(
    asked: Asked, used: str, missing: list[str], extra: list[str]
) -> None:
    near = visit([("97530", 38)], threshold_used=used)  # $85.17 of this visit, $2,480.00 in all
    answered = asked.audit(near, line("97530", 3, "GP KX"))

    assert answered["modifiers"][0]["extra"] == extra
    assert answered["modifiers"][0]["missing"] == missing


def test_the_same_code_under_two_plans_is_held_against_each(asked: Asked) -> None:
    services = [
        {"code": "97530", "minutes": 23, "discipline": "PT"},
        {"code": "97530", "minutes": 22, "discipline": "OT"},
    ]
    both = {**GOOD, "services": services, "threshold_used_other": "0.00"}
    answered = asked.audit(both, line("97530", 2), line("97530", 2, "GO"))

    assert [(each["discipline"], each["verdict"]) for each in answered["lines"]] == [
        ("PT", "consistent"),
        ("OT", "over"),
    ]


def test_without_a_national_amount_no_difference_is_worked_out(asked: Asked) -> None:
    answered = asked.audit(visit([("97530", 38)]), line("97530", 3), line("97039", 1))

    assert answered["billed_amount"] is None
    assert answered["report"][-1] == (
        "No difference in dollars is worked out, as a line has no national amount."
    )


def test_money_never_chooses_the_claim_that_is_shown(asked: Asked) -> None:
    # Equally near: two allowed claims, and a billed one that lacks the tied unit.
    for first, second in (("97110", "97140"), ("97140", "97110")):
        answered = asked.audit(visit([(first, 20), (second, 20)]), line(first, 1), line(second, 1))

        assert answered["nearest"] == 0
        assert answered["allowed_claims"][0][0] == {"code": first, "units": 2, "modifiers": ["GP"]}


@pytest.mark.parametrize(
    ("billed", "field"),
    [
        ({"code": "97530", "units": 0, "modifiers": []}, "billed[0].units"),
        ({"code": "97530", "units": 1000, "modifiers": []}, "billed[0].units"),
        ({"code": "97530", "units": True, "modifiers": []}, "billed[0].units"),
        ({"code": "97530", "units": "3", "modifiers": []}, "billed[0].units"),
        ({"code": "97530", "units": 1.0, "modifiers": []}, "billed[0].units"),
        ({"code": "00000", "units": 1, "modifiers": []}, "billed[0].code"),
        ({"units": 1, "modifiers": []}, "billed[0].code"),
        ({"code": "97530", "units": 1}, "billed[0].modifiers"),
        ({"code": "97530", "units": 1, "modifiers": "GP"}, "billed[0].modifiers"),
        ({"code": "97530", "units": 1, "modifiers": ["gp"]}, "billed[0].modifiers"),
        ({"code": "97530", "units": 1, "modifiers": ["GP", "GP"]}, "billed[0].modifiers"),
        ({"code": "97530", "units": 1, "modifiers": [*"ABCDE"]}, "billed[0].modifiers"),
        (
            {"code": "97530", "units": 1, "modifiers": ["G1", "G2", "G3", "G4", "G5"]},
            "billed[0].modifiers",
        ),
        ({"code": "97530", "units": 1, "modifiers": [], "charge": 1}, "billed[0].charge"),
        (5, "billed[0]"),
    ],
)
def test_a_billed_line_is_refused_at_its_path(asked: Asked, billed: object, field: str) -> None:
    assert asked.refused(GOOD, billed) == [field]


def test_a_visit_is_refused_at_paths_below_it(asked: Asked) -> None:
    bad = visit([("97530", -1)], date="2024-03-02")

    assert asked.refused(bad, line("97530", 1)) == ["visit.date", "visit.services[0].minutes"]


def test_everything_wrong_is_told_at_once(asked: Asked) -> None:
    bad = visit([("97530", -1)])
    wrong = {"code": "97530", "units": 0, "modifiers": []}

    assert asked.refused(bad, wrong) == ["visit.services[0].minutes", "billed[0].units"]


def test_no_billed_line_and_a_strange_field_are_refused(asked: Asked) -> None:
    assert asked.refused(GOOD) == ["billed"]
    assert asked.refused(GOOD, line("97530", 1), paid="1") == ["paid"]


def test_what_only_the_claim_shows_to_be_lacking_is_refused_below_the_visit(asked: Asked) -> None:
    services = [{"code": "97530", "minutes": 23, "discipline": "OT"}]

    assert asked.refused({**GOOD, "services": services}, line("97530", 2)) == [
        "visit.threshold_used_other"
    ]


@pytest.mark.parametrize("text", ["", "[]", "NaN", "{", '{"visit":{},"visit":{}}'])
def test_what_is_no_question_is_refused_whole(reference: Reference, text: str) -> None:
    answered = json.loads(audit_door.audit(text, reference))

    assert [problem["field"] for problem in answered["problems"]] == ["question"]


def test_the_region_has_the_report_and_every_allowed_claim(asked: Asked) -> None:
    answered = asked.audit(visit([("97110", 20), ("97140", 20)]), line("97110", 3))

    assert "Every allowed claim (2)" in answered["html"]
    assert "97110 × 1 GP, 97140 × 2 GP" in answered["html"]
    assert "Boundaries" in answered["html"]


def test_what_is_never_paid_comes_to_nothing_and_is_said_to_be_so(asked: Asked) -> None:
    answered = asked.audit(visit([("97530", 38)]), line("97530", 3), line("97014", 1))

    assert answered["billed_amount"] == answered["supported_amount"] == "85.17"
    said = [each for each in answered["report"] if each.startswith("97014 was billed and is never")]
    assert len(said) == 1
    assert "never" in answered["html"]


def test_the_money_of_a_missing_assistants_modifier_is_told(asked: Asked) -> None:
    both = {**GOOD, "services": [{"code": "97530", "minutes": 0, "assistant_minutes": 15}]}
    without, whole = (
        asked.audit(both, line("97530", 1)),
        asked.audit(both, line("97530", 1, "GP CQ")),
    )

    # 80 % of $35.07 is $28.06, of which 15 % are $4.21.
    assert (without["billed_assistant_reduction"], without["supported_assistant_reduction"]) == (
        "0.00",
        "4.21",
    )
    assert without["report"][-1] == (
        "The reduction for assistants comes to $0.00 by the modifiers billed and to $4.21 on the"
        " allowed claim: $4.21 less is taken off Medicare's share."
    )
    assert not any("reduction for assistants comes to" in each for each in whole["report"])


@pytest.mark.parametrize(("used", "lacking"), [("2394.83", "0.00"), ("2394.84", "85.17")])
def test_lines_that_lack_kx_are_told_with_the_code_of_their_denial(
    asked: Asked, used: str, lacking: str
) -> None:
    answered = asked.audit(visit([("97530", 38)], threshold_used=used), line("97530", 3))

    assert answered["without_kx"] == lacking
    told = [each for each in answered["report"] if "CO-119 or PR-119" in each]
    assert len(told) == (lacking != "0.00")


def test_59_is_judged_where_the_edits_are_at_hand(reference: Reference) -> None:
    edits = edits_bundle.load(EDITS.read_text("utf-8"))
    seen = visit([("97535", 15), ("97164", 15)], date="2026-10-01", setting="hospital")
    question = json.dumps({"visit": seen, "billed": [line("97535", 1), line("97164", 1)]})

    judged = json.loads(audit_door.audit(question, reference, None, judging(edits, reference)))
    alone = json.loads(audit_door.audit(question, reference))

    assert [each["missing"] for each in judged["modifiers"]] == [[], ["59"]]
    assert [each["missing"] for each in alone["modifiers"]] == [[], []]


def judged_59(
    reference: Reference, services: list[dict[str, object]], *billed: Billed, **changes: object
) -> dict[str, Any]:
    edits = edits_bundle.load(EDITS.read_text("utf-8"))
    seen = visit([], date="2026-10-01", setting="hospital") | {"services": services} | changes
    question = json.dumps({"visit": seen, "billed": billed})
    told: dict[str, Any] = json.loads(
        audit_door.audit(question, reference, None, judging(edits, reference))
    )
    return told


def test_a_billed_59_that_the_times_contradict_is_told_with_the_edit(reference: Reference) -> None:
    times = [{"from": "09:00", "to": "09:15", "by": "therapist"}]
    services: list[dict[str, object]] = [
        {"code": code, "minutes": 15, "blocks": times} for code in ("97150", "97530")
    ]
    told = judged_59(reference, services, line("97150", 1), line("97530", 1, "GP 59"))

    assert told["modifiers"][1]["contradicting"] == ["59"]
    assert any(
        "joins 97150 and 97530, but the times typed have minutes in common: 59 contradicts" in each
        for each in told["report"]
    )
    assert "a denial of 97530 is expected" in told["report"][0]


def test_a_billed_59_that_a_policy_forbids_is_told_with_the_policy(reference: Reference) -> None:
    services: list[dict[str, object]] = [
        {"code": "97161", "minutes": 30},
        {"code": "97750", "minutes": 15},
    ]
    told = judged_59(reference, services, line("97161", 1), line("97750", 1, "GP 59"))

    assert told["modifiers"][1]["contradicting"] == ["59"]
    assert any("policy XI.P.8 does not let" in each for each in told["report"])
    unheld = judged_59(
        reference, services, line("97161", 1), line("97750", 1, "GP 59"), date="2026-03-02"
    )
    assert unheld["modifiers"][1]["extra"] == []
    assert any("59 not judged: no file of the day is held" in each for each in unheld["report"])


def test_units_above_the_mue_and_a_missing_cq_are_named_as_overpayment(
    reference: Reference,
) -> None:
    services: list[dict[str, object]] = [
        {"code": "97530", "minutes": 98},
        {"code": "97110", "minutes": 0, "assistant_minutes": 15},
    ]
    told = judged_59(reference, services, line("97530", 7), line("97110", 1))

    assert told["report"][0].endswith(
        "Overpayment is possible beside the units: 97530 above the MUE; CQ is missing on 97110."
    )


def test_minutes_in_a_stay_are_taken_by_it(asked: Asked) -> None:
    told = asked.audit(visit([("97530", 38)], episode="part_a_snf"), line("97530", 3))

    assert "which the stay or episode takes: no Part B unit" in told["report"][1]


def test_kx_on_a_line_with_ga_is_told_with_ga(asked: Asked) -> None:
    seen = visit([], threshold_used="3000.00")
    service = {"code": "97530", "minutes": 38, "coverage": "not_necessary", "notice": "required"}
    told = asked.audit(seen | {"services": [service]}, line("97530", 3, "GP GA KX"))

    assert any(
        "KX is not due: GA says that a denial is expected." in each for each in told["report"]
    )


def test_a_code_that_medicare_has_another_for_is_told_with_the_other(asked: Asked) -> None:
    told = asked.audit(GOOD, line("97530", 3), line("97014", 1))

    assert any("97014" in each and "Medicare uses G0283 for it." in each for each in told["report"])
