"""What is paid of a whole visit: charges, participation, denials and covered stays at the door."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, strategies as st

from calculator import door
from calculator.entry.visit_json import read_visit
from calculator.evaluate import evaluate
from calculator.settlement import denials, settle
from calculator.words.claim import Line
from calculator.words.money import NOTHING
from calculator.words.vocabulary import Discipline
from tests.calculator.conftest import Door, visit

THREE_UNITS = {"code": "97530", "minutes": 38}
CONTRACT = ("lines", "alternatives", "allocations", "allowed", "net")


def asked(front_door: Door, services: list[dict[str, Any]], **others: object) -> dict[str, Any]:
    return front_door.ask(json.dumps(visit([], **others) | {"services": services}))


def test_without_charge_and_participation_there_is_no_payment_but_a_remittance(
    front_door: Door,
) -> None:
    answer = asked(front_door, [THREE_UNITS])

    assert answer["payment"] is None
    (line,) = answer["remittance"]
    assert line["charge"] is None
    assert [(each["group"], each["reason"], each["amount"]) for each in line["adjustments"]] == [
        ("CO", "59", "20.04"),
        ("PR", "2", "17.03"),
        ("CO", "253", "1.36"),
    ]
    assert (line["paid"], line["to"]) == ("66.78", "provider")
    assert not [step for step in answer["steps"] if step["rule"] in {"payment", "remittance"}]


@pytest.mark.parametrize(
    "told",
    [{"charge": "28.38"}, {"charge": "60.00"}],
)
@pytest.mark.parametrize("participation", ["participating", "assigned", "unassigned"])
def test_what_the_contract_names_stays_the_fee_schedules(
    front_door: Door, told: dict[str, str], participation: str
) -> None:
    plain = asked(front_door, [THREE_UNITS], deductible_remaining="20.00")
    answer = asked(
        front_door,
        [THREE_UNITS | told],
        deductible_remaining="20.00",
        participation=participation,
    )

    assert {key: answer[key] for key in CONTRACT} == {key: plain[key] for key in CONTRACT}
    assert answer["payment"]["participation"] == participation


def test_to_participate_is_what_a_visit_says_by_saying_nothing(front_door: Door) -> None:
    assert asked(front_door, [THREE_UNITS], participation="participating") == asked(
        front_door, [THREE_UNITS]
    )
    assert asked(front_door, [THREE_UNITS], episode="none") == asked(front_door, [THREE_UNITS])


@pytest.mark.parametrize(
    ("charge", "allowed", "medicare"), [("28.38", "85.14", "66.75"), ("28.40", "85.17", "66.78")]
)
def test_a_cent_below_or_above_the_fee(
    front_door: Door, charge: str, allowed: str, medicare: str
) -> None:
    payment = asked(front_door, [THREE_UNITS | {"charge": charge}])["payment"]

    assert payment["allowed"] == allowed
    assert payment["net"]["medicare_pays"] == medicare
    assert payment["lines"][0]["limiting_charge"] is None


def test_without_assignment_medicare_pays_the_patient(front_door: Door) -> None:
    answer = asked(front_door, [THREE_UNITS | {"charge": "30.00"}], participation="unassigned")

    assert answer["payment"]["pays"] == "patient"
    assert answer["payment"]["limiting_charge"] == "93.06"
    assert answer["payment"]["balance"] == "9.08"
    assert answer["remittance"][0]["to"] == "patient"
    assert answer["sentence"] == "Three timed units; $80.92 allowed of a fee of $85.17."


def test_both_lines_of_one_code_have_its_charge(front_door: Door) -> None:
    shared = {"code": "97535", "minutes": 17, "assistant_minutes": 9, "charge": "50.00"}
    answer = asked(front_door, [shared], discipline="OT")

    charges = [(line["modifiers"], line["charge"]) for line in answer["remittance"]]
    assert charges == [(["GO"], "50.00"), (["GO", "CO"], "50.00")]


def test_the_charge_of_a_code_is_one(front_door: Door) -> None:
    first, second = THREE_UNITS | {"charge": "60.00"}, {"code": "97530", "minutes": 3}

    assert asked(front_door, [first, second | {"charge": "60.00"}])["ok"]
    assert asked(front_door, [first, second])["ok"]
    (problem,) = asked(front_door, [first, second | {"charge": "60.01"}])["problems"]
    assert problem == {
        "field": "services[1].charge",
        "got": "60.01",
        "takes": "60.00, the charge of 97530 in a row before",
        "says": "Charge, row 2: got 60.01; takes 60.00, the charge of 97530 in a row before.",
    }


@pytest.mark.parametrize("charge", ["60", "-1.00", "10000000.00", 6, None, "1e3"])
def test_a_charge_is_dollars_with_two_decimals(front_door: Door, charge: object) -> None:
    (problem,) = asked(front_door, [THREE_UNITS | {"charge": charge}])["problems"]

    assert problem["field"] == "services[0].charge"
    assert problem["takes"] == "dollars a unit with two decimals, 0.00 to 9999999.99"


@pytest.mark.parametrize("field", ["participation", "episode"])
@pytest.mark.parametrize("got", ["yes", "", None, True])
def test_other_words_are_refused_at_their_field(front_door: Door, field: str, got: object) -> None:
    (problem,) = asked(front_door, [THREE_UNITS], **{field: got})["problems"]

    assert problem["field"] == field


@pytest.mark.parametrize(
    ("episode", "says"),
    [
        ("part_a_snf", "No Part B line: a covered Part A stay pays for this therapy."),
        ("home_health", "No Part B line: a home health episode pays for this therapy."),
    ],
)
def test_in_covered_care_nothing_is_billed_and_nothing_accrues(
    front_door: Door, episode: str, says: str
) -> None:
    answer = asked(front_door, [THREE_UNITS], episode=episode, threshold_used="5000.00")

    assert answer["ok"]
    assert (answer["lines"], answer["alternatives"], answer["allocations"]) == ([], [], 1)
    assert answer["allowed"] == "0.00"
    assert set(answer["net"].values()) == {"0.00"}
    assert answer["sentence"] == says
    assert [step["rule"] for step in answer["steps"]] == ["stay"]


def test_covered_care_asks_for_no_second_threshold(front_door: Door) -> None:
    speech = {"code": "92507", "minutes": 30, "discipline": "OT"}

    assert not asked(front_door, [THREE_UNITS, speech])["ok"]
    assert asked(front_door, [THREE_UNITS, speech], episode="part_a_snf")["ok"]


def test_a_line_without_a_national_amount_has_no_payment(front_door: Door) -> None:
    answer = asked(front_door, [{"code": "97039", "minutes": 15, "charge": "20.00"}])

    assert answer["payment"] is None
    assert answer["remittance"] is None


def test_the_other_reading_of_the_assistants_share_stands_beside_the_one_used(
    front_door: Door,
) -> None:
    service = {"code": "97530", "minutes": 0, "assistant_minutes": 15}
    answer = asked(front_door, [service])

    # 88 % of $35.07 less sequestration, against 85 % of it: $29.81, of which $5.96 coinsurance.
    assert answer["net"]["medicare_pays"] == "23.37"
    assert answer["net"]["patient_pays"] == "7.01"
    assert answer["other_reading"]["medicare_pays"] == "23.37"
    assert answer["other_reading"]["patient_pays"] == "5.96"
    assert asked(front_door, [THREE_UNITS])["other_reading"] is None
    assert answer["steps"][-1]["says"].startswith("Disputed, and not used here: 85% of the whole")
    assert "settled-assistant-share" in answer["steps"][-1]["cites"]


def line(*modifiers: str) -> Line:
    return Line("97530", 1, Discipline.PT, False, modifiers, Decimal("35.07"), (Decimal("35.07"),))


@pytest.mark.parametrize(
    ("modifiers", "reason"),
    [
        (("GP",), None),
        (("GP", "KX"), None),
        (("GP", "GX"), None),
        (("GP", "GA"), "notice"),
        (("GP", "GZ"), "no-notice"),
        (("GP", "GX", "GY"), "excluded"),
    ],
)
def test_a_modifier_that_announces_a_denial_denies_its_line(
    modifiers: tuple[str, ...], reason: str | None
) -> None:
    assert denials((line("GP"), line(*modifiers))) == ({1: reason} if reason else {})


def test_an_edit_denies_the_lines_of_its_code() -> None:
    assert denials((line("GP"), line("GP", "CQ")), {"97530"}) == {0: "ncci", 1: "ncci"}
    assert denials((line("GP", "GZ"),), {"97530"}) == {0: "no-notice"}
    assert denials((line("GP"),), {"97110"}) == {}


def test_a_denied_line_takes_nothing_of_the_deductible(front_door: Door) -> None:
    services = [THREE_UNITS | {"charge": "60.00"}, {"code": "97110", "minutes": 22}]
    told = visit([], deductible_remaining="50.00") | {"services": services}
    read = read_visit(json.dumps(told), front_door.reference)
    lines = evaluate(read, front_door.reference).lines
    settled = settle(read, lines, front_door.reference, {0: "ncci"}).value

    first, second = settled.payment.lines
    assert {first.allowed, first.net.patient_pays, first.balance} == {NOTHING}
    assert [(each.code.written, each.amount) for each in first.remitted.adjusted] == [
        ("CO-236", Decimal("180.00"))
    ]
    assert second.net.deductible == Decimal("22.21")
    # As if nothing were denied, the first line takes the whole of it.
    assert [net.deductible for net in settled.nets] == [Decimal("50.00"), Decimal("0.00")]


@given(
    st.lists(st.integers(0, 9000), min_size=1, max_size=3),
    st.sampled_from(["participating", "assigned", "unassigned"]),
    st.integers(0, 20000),
    st.integers(0, 40),
)
def test_every_line_of_a_remittance_ties_out(
    front_door: Door, charges: list[int], participation: str, deductible: int, assistant: int
) -> None:
    codes = ("97530", "97110", "97129")
    services = [
        {
            "code": code,
            "minutes": 22,
            "assistant_minutes": assistant,
            "charge": f"{charge / 100:.2f}",
        }
        for code, charge in zip(codes, charges, strict=False)
    ]
    answer = asked(
        front_door,
        services,
        participation=participation,
        deductible_remaining=f"{deductible / 100:.2f}",
    )

    remitted = [line for line in answer["remittance"] if line["charge"] is not None]
    for line in remitted:
        unpaid = sum(Decimal(each["amount"]) for each in line["adjustments"])
        assert unpaid + Decimal(line["paid"]) == Decimal(line["charge"])
    paid = sum((Decimal(line["paid"]) for line in answer["remittance"]), Decimal(0))
    assert paid == Decimal(answer["payment"]["net"]["medicare_pays"])


def test_the_page_shows_lines_and_remittance(front_door: Door) -> None:
    services = [
        THREE_UNITS | {"charge": "60.00"},
        {"code": "97110", "minutes": 0, "assistant_minutes": 22},
    ]
    told = visit([]) | {"services": services}
    html: str = json.loads(door.evaluate(json.dumps(told), front_door.reference, "../"))["html"]

    for caption in ("Money, line by line", "Remittance"):
        assert f"<caption>{caption}</caption>" in html
    assert "CO-45, what is charged above the fee schedule amount, needs the charge" in html
    assert "reason code not established here" in html
    assert 'class="standing unverified"' in html
    whole = visit([]) | {"services": [THREE_UNITS | {"charge": "60.00"}]}
    assert "needs the charge" not in door.evaluate(json.dumps(whole), front_door.reference, "../")


def test_the_page_says_who_bears_what_without_assignment(front_door: Door) -> None:
    def shown(service: dict[str, Any]) -> str:
        told = visit([], participation="unassigned") | {"services": [service]}
        answer = json.loads(door.evaluate(json.dumps(told), front_door.reference, "../"))
        html: str = answer["html"]
        return html

    charged = shown(THREE_UNITS | {"charge": "30.00"})
    assert "<dt>Provider collects</dt><dd><strong>$90.00</strong>" in charged
    assert "<dt>Patient bears</dt><dd><strong>$26.55</strong>" in charged
    assert "the patient gets less" in charged
    assert "Not participating" in charged
    assert "<strong>$93.06</strong>" in shown(THREE_UNITS)
    assert "at most, from the patient" in shown(THREE_UNITS)
    assert "Charged below the fee" in shown(THREE_UNITS | {"charge": "20.00"})


def test_the_text_for_people_has_the_remittance(front_door: Door) -> None:
    told = visit([]) | {"services": [THREE_UNITS | {"charge": "60.00"}]}
    said = door.explain(json.dumps(told), front_door.reference)

    assert (
        "97530 GP: 180.00 charged, CO-45 74.79, CO-59 20.04, PR-2 17.03, CO-253 1.36, paid 66.78"
    ) in said


def test_an_evaluation_with_an_assistants_minutes_is_not_said_to_be_payable(
    front_door: Door,
) -> None:
    service = {"code": "97161", "minutes": 10, "assistant_minutes": 20}
    answer = asked(front_door, [service, {"code": "97530", "minutes": 15}])

    assert [line["modifiers"] for line in answer["lines"]] == [["GP", "CQ"], ["GP"]]
    assert answer["findings"][0]["says"].startswith("97161: CQ only reports that an")
    assert answer["doubts"] == answer["findings"][:1]
    assert "not sure" in answer["sentence"]

    alone = {"code": "97161", "minutes": 0, "assistant_minutes": 30}
    answer = asked(front_door, [alone, {"code": "97530", "minutes": 15}])
    assert "payment of 97161 is not to be expected" in answer["sentence"]
    assert answer["doubts"][0]["says"].endswith("there is no therapist's evaluation to bill.")


@pytest.mark.parametrize("charge", [None, "40.00", "25.00"])
def test_what_the_patient_bears_without_assignment_is_one_figure_everywhere(
    front_door: Door, charge: str | None
) -> None:
    service = {"code": "97530", "minutes": 38} | ({"charge": charge} if charge else {})
    given = json.dumps(visit([], participation="unassigned") | {"services": [service]})
    answer = json.loads(door.evaluate(given, front_door.reference, "../"))
    bears = answer["payment"]["patient_bears"]

    at_most = "" if charge else "at most "
    assert f"to the patient, who bears {at_most}${bears}." in door.explain(
        given, front_door.reference
    )
    assert f"Patient bears</dt><dd><strong>${bears}" in answer["html"]
    foot = answer["html"].partition('class="by-line"')[2].partition("<tfoot>")[2]
    assert bears in foot.partition("</tfoot>")[0]
    assert answer["payment"]["patient_bears_at_most"] is (charge is None)


def test_an_expected_denial_is_not_told_as_a_certain_one(front_door: Door) -> None:
    given = visit([]) | {"services": [{**THREE_UNITS, "coverage": "not_necessary"}]}
    given["services"][0] |= {"notice": "required"}  # type: ignore[index]  # it is a list
    answer = json.loads(door.evaluate(json.dumps(given), front_door.reference, "../"))

    assert "counting the expected denial as denied" in answer["sentence"]
    assert any("not certain" in each["says"] for each in answer["findings"])
    assert "Lines with an expected denial" in answer["html"]


def test_a_hospital_that_charges_without_assignment_is_told_of_it(front_door: Door) -> None:
    answer = asked(front_door, [THREE_UNITS], participation="unassigned", setting="hospital")

    assert any(
        "do not go together, as far as is held" in each["says"] for each in answer["findings"]
    )


def test_without_participation_the_threshold_says_what_is_counted(front_door: Door) -> None:
    said = [
        [each["says"] for each in asked(front_door, [THREE_UNITS], **more)["findings"]]
        for more in ({}, {"participation": "assigned"})
    ]

    assert not any("the fee schedule amounts are counted" in each for each in said[0])
    assert any("$85.17 of this visit" in each and "$80.92" in each for each in said[1])


@pytest.mark.parametrize("coverage", ["not_necessary", "excluded"])
def test_a_denied_line_that_holds_the_full_unit_is_told_with_both_amounts(
    front_door: Door, coverage: str
) -> None:
    services = [
        {"code": "97530", "minutes": 15, "coverage": coverage},
        {"code": "97035", "minutes": 15},
    ]
    answer = asked(front_door, services)
    told = [each["says"] for each in answer["findings"] if each["rule"] == "mppr"]

    reduced = answer["lines"][1]["unit_amounts"][0]
    whole = asked(front_door, services[1:])["lines"][0]["unit_amounts"][0]
    assert [each.partition("without it, ")[2] for each in told] == [
        f"97035 would come to ${whole} and not ${reduced}."
    ]
    lower = [{**services[0], "code": "97035"}, {**services[1], "code": "97530"}]
    assert not [each for each in asked(front_door, lower)["findings"] if each["rule"] == "mppr"]


@pytest.mark.parametrize(("minutes", "told"), [(15, False), (22, True)])
def test_excluded_minutes_that_lift_another_services_units_are_told_with_both_counts(
    front_door: Door, minutes: int, *, told: bool
) -> None:
    services = [
        {"code": "97110", "minutes": 1, "coverage": "excluded"},
        {"code": "97530", "minutes": minutes},
    ]
    answer = asked(front_door, services)
    says = [each["says"] for each in answer["findings"] if "day's total" in each["says"]]

    assert bool(says) is told
    assert all("with them: 97530 2; without them: 97530 1" in each for each in says)
