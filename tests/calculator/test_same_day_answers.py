"""What a setting adds to an answer: modifiers, pairs, policies; and that it takes nothing away."""

import json
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from calculator import door
from calculator.reference import edits_bundle
from calculator.reference.bundle import Reference, load
from calculator.same_day.judge import judge, judging, modifiers
from calculator.words.blocks import NO_TIMES
from calculator.words.same_day import Judge, Occasion
from calculator.words.vocabulary import Discipline, Setting
from tests.calculator.conftest import BUILT, visit
from tests.calculator.test_command_line import ROOT, run
from tests.calculator.test_same_day import EDITS, FIRST_OF_Q4

HELD = load((ROOT / BUILT).read_text("utf-8"))
TABLES = edits_bundle.load((ROOT / EDITS).read_text("utf-8"))
IN_FORCE = {"date": str(FIRST_OF_Q4), "setting": "hospital"}
NEW = {"edits", "denied", "above_mue", "note", "policies"}


@pytest.fixture(scope="module")
def judging_edits(reference: Reference) -> Judge:
    return judging(TABLES, reference)


def ask(
    rows: list[tuple[str, int]], judge: Judge | None, root: str | None = None, **changes: object
) -> dict[str, Any]:
    asked = json.dumps({**visit(rows), **changes})
    answer: dict[str, Any] = json.loads(door.evaluate(asked, HELD, root, judge))
    return answer


def carried(lines: list[dict[str, Any]]) -> list[str]:
    return [f"{line['code']} {' '.join(line['modifiers'])}" for line in lines]


def test_without_a_setting_nothing_is_looked_up_and_nothing_added(judging_edits: Judge) -> None:
    answer = ask([("97535", 15), ("97164", 15)], judging_edits, date=str(FIRST_OF_Q4))

    assert answer.keys().isdisjoint(NEW)
    assert carried(answer["lines"]) == ["97535 GP", "97164 GP"]
    assert {step["rule"] for step in answer["steps"]}.isdisjoint({"edits", "mue", "policy"})


def test_before_the_tables_are_here_edits_is_null_and_no_line_has_59() -> None:
    answer = ask([("97535", 15), ("97164", 15)], None, "../", **IN_FORCE)

    assert answer["edits"] is None
    assert "policies" not in answer
    assert carried(answer["lines"]) == ["97535 GP", "97164 GP"]
    assert "were not looked up here" in answer["html"]


def test_59_stands_before_the_plan_the_assistant_and_the_threshold(judging_edits: Judge) -> None:
    services = [
        {"code": "97535", "minutes": 15},
        {"code": "97164", "minutes": 0, "assistant_minutes": 15},
    ]
    answer = ask([], judging_edits, **IN_FORCE, services=services, threshold_used="2480.00")

    assert carried(answer["lines"]) == ["97535 GP KX", "97164 59 GP CQ KX"]


def test_59_stands_on_every_line_of_its_code(judging_edits: Judge) -> None:
    services = [
        {"code": "97150", "minutes": 20},
        {"code": "97530", "minutes": 15, "assistant_minutes": 15},
        {"code": "97530", "minutes": 15, "discipline": "OT"},
    ]
    answer = ask([], judging_edits, **IN_FORCE, services=services, threshold_used_other="0.00")

    assert carried(answer["lines"]) == ["97150 GP", "97530 59 GP", "97530 59 GP CQ", "97530 59 GO"]


def test_an_alternative_has_the_modifiers_of_its_own_codes(judging_edits: Judge) -> None:
    answer = ask([("97535", 8), ("97530", 8), ("97164", 10)], judging_edits, **IN_FORCE)

    assert carried(answer["lines"]) == ["97535 GP", "97164 59 GP"]
    assert [carried(lines) for lines in answer["alternatives"]] == [["97530 GP", "97164 GP"]]


def test_a_code_that_earns_no_unit_is_in_no_pair(judging_edits: Judge) -> None:
    answer = ask([("97535", 7), ("97530", 15), ("97164", 10)], judging_edits, **IN_FORCE)

    assert [pair["codes"] for pair in answer["edits"]] == [["97530", "97164"]]


@pytest.mark.parametrize("codes", [("97535", "97164"), ("97161", "97164"), ("97150", "97530")])
def test_no_edit_changes_an_amount(judging_edits: Judge, codes: tuple[str, str]) -> None:
    services = [(code, 15) for code in codes]
    with_edits = ask(services, judging_edits, **IN_FORCE)
    without = ask(services, None, date=str(FIRST_OF_Q4))

    for key in ("allowed", "net", "nets", "allocations"):
        assert with_edits[key] == without[key]


def test_the_json_names_columns_indicator_modifier_and_what_may_take_its_place(
    judging_edits: Judge,
) -> None:
    pair = ask([("97164", 15), ("97535", 15)], judging_edits, **IN_FORCE)["edits"][0]

    assert pair == {
        "codes": ["97164", "97535"],
        "verdict": "with_modifier",
        "column_one": "97535",
        "column_two": "97164",
        "indicator": "1",
        "rationale": "Standards of medical/surgical practice",
        "release": "NCCI PTP 2026 Q4 (v32.3)",
        "in_force": True,
        "modifier_on": "97164",
        "modifier": "59",
        "or": ["XE", "XP", "XS", "XU"],
        "denied": False,
        "note": [
            "why the two are separate: another encounter, practitioner, part of the body or time"
        ],
        "ended": None,
        "against": None,
        "evidence": [],
    }


def test_a_denied_line_is_named_with_its_reason_and_keeps_its_place(judging_edits: Judge) -> None:
    answer = ask([("97161", 30), ("97164", 15)], judging_edits, **IN_FORCE)

    assert [line["code"] for line in answer["lines"]] == ["97161", "97164"]
    assert [each["code"] for each in answer["denied"]] == ["97164"]
    assert answer["edits"][0]["denied"] is True
    assert answer["edits"][0]["modifier"] is None


@pytest.mark.parametrize(("minutes", "above"), [(97, []), (98, ["97530"])])
def test_units_above_the_mue_are_a_finding_and_stay_on_the_line(
    judging_edits: Judge, minutes: int, above: list[str]
) -> None:
    answer = ask([("97530", minutes)], judging_edits, **IN_FORCE)

    assert answer["above_mue"] == above
    assert answer["lines"][0]["units"] == 6 + len(above)
    assert ("mue" in {finding["rule"] for finding in answer["findings"]}) is bool(above)


def test_a_policy_stands_among_policies_and_never_among_findings(judging_edits: Judge) -> None:
    answer = ask([("97530", 15), ("97164", 15)], judging_edits, **IN_FORCE)

    assert {finding["rule"] for finding in answer["policies"]} == {"policy"}
    assert "policy" not in {told["rule"] for told in (*answer["findings"], *answer["steps"])}


def test_what_is_left_open_hangs_on_setting_and_tables(judging_edits: Judge) -> None:
    services = [("97530", 15), ("97164", 15)]
    said = [
        ask(services, judging_edits, "../")["html"],
        ask(services, None, "../", **IN_FORCE)["html"],
        ask(services, judging_edits, "../", **IN_FORCE)["html"],
    ]

    assert "PTP edits and MUE are looked up once a setting is chosen" in said[0]
    assert "PTP edits and MUE were not looked up here" in said[1]
    assert "Not looked up in this answer: whether the discipline" in said[2]


def test_the_region_has_the_pairs_of_the_day(judging_edits: Judge) -> None:
    html = ask([("97535", 15), ("97164", 15)], judging_edits, "../", **IN_FORCE)["html"]
    section = html.partition('aria-label="Pairs of the day"')[2].partition("</section>")[0]

    assert "One pair of billed codes looked up, one active (outpatient hospital)." in section
    assert "59, or XE, XP, XS or XU" in section
    assert "NCCI PTP 2026 Q4 (v32.3), in force" in section
    assert "Policy, which is no edit" in section


def test_an_edit_only_last_seen_puts_nothing_and_says_so_in_the_table(judging_edits: Judge) -> None:
    html = ask([("97535", 15), ("97164", 15)], judging_edits, "../", setting="hospital")["html"]

    assert "nothing put: no file of this day is held" in html
    assert "NCCI PTP 2024 Q3, last seen" in html


def test_the_text_for_people_holds_the_pairs(judging_edits: Judge) -> None:
    asked = json.dumps(visit([("97535", 15), ("97164", 15)], **IN_FORCE))
    said = door.explain(asked, HELD, judging_edits)

    assert "97535 / 97164, indicator 1: 59, or XE, XP, XS or XU (NCCI PTP 2026 Q4 (v32.3)" in said
    assert "NCCI policy manual, XI.P.3, on 97164 beside 97535:" in said


def test_every_source_cited_is_one_that_the_answer_can_name(judging_edits: Judge) -> None:
    for date in ("2026-03-02", str(FIRST_OF_Q4)):
        services = [(code, 15) for code in HELD.codes]
        answer = ask(services, judging_edits, date=date, setting="practitioner")
        told = (*answer["steps"], *answer["findings"], *answer["policies"])
        assert {key for each in told for key in each["cites"]} <= HELD.sources.keys()


@pytest.mark.parametrize("setting", ["clinic", "", None, 1])
def test_another_setting_is_refused_at_its_field(setting: object) -> None:
    answer = ask([("97530", 15)], None, setting=setting)

    assert [problem["field"] for problem in answer["problems"]] == ["setting"]
    assert answer["problems"][0]["takes"] == "practitioner or hospital"


@given(
    st.lists(st.sampled_from(sorted(HELD.codes)), max_size=9, unique=True),
    st.sampled_from(Setting),
)
@settings(max_examples=60)
def test_the_modifiers_of_a_claim_are_those_of_its_day(codes: list[str], setting: Setting) -> None:
    billed = tuple((code, 1, Discipline.PT) for code in codes)
    occasion = Occasion(setting, FIRST_OF_Q4, NO_TIMES)
    whole = judge(billed, occasion, TABLES, HELD).value

    rows = frozenset((Discipline.PT, code) for code in codes)
    assert modifiers(rows, occasion, TABLES, HELD) == whole.modifiers


def test_the_command_line_looks_pairs_up_where_a_setting_is_given() -> None:
    asked = json.dumps(visit([("97535", 15), ("97164", 15)], **IN_FORCE))

    answer = json.loads(run("evaluate", asked).stdout)

    assert carried(answer["lines"]) == ["97535 GP", "97164 59 GP"]
    assert "97535 / 97164, indicator 1: 59" in run("explain", asked).stdout.decode()


def test_nobody_is_asked_for_edits_where_no_setting_is_given() -> None:
    def unasked(*_: object) -> Any:  # noqa: ANN401  it never returns
        raise AssertionError

    never = Judge(unasked, unasked)

    assert ask([("97535", 15), ("97164", 15)], never)["ok"]
    with pytest.raises(AssertionError):
        ask([("97535", 15)], never, setting="hospital")


def at(code: str, minutes: int, start: str, end: str, **more: object) -> dict[str, object]:
    blocks = [{"from": start, "to": end, "by": "therapist"}]
    return {"code": code, "minutes": minutes, "blocks": blocks, **more}


GROUP = at("97150", 20, "09:00", "09:20")
AFTER = at("97530", 15, "09:20", "09:35")
WITHIN = at("97530", 15, "09:19", "09:34")


def test_times_apart_are_printed_beside_the_pair_as_its_evidence(judging_edits: Judge) -> None:
    answer = ask([], judging_edits, "../", **IN_FORCE, services=[GROUP, AFTER])
    (pair,) = answer["edits"]
    evidence = "97150 09:00 to 09:20, 97530 09:20 to 09:35: no minute in common."

    assert carried(answer["lines"]) == ["97150 GP", "97530 59 GP"]
    assert (pair["evidence"], pair["against"]) == ([evidence], None)
    section = answer["html"].partition('aria-label="Pairs of the day"')[2]
    assert f"Times typed: {evidence}" in section.partition("</section>")[0]


def test_one_minute_in_common_keeps_59_off_and_denies_column_two(judging_edits: Judge) -> None:
    answer = ask([], judging_edits, "../", **IN_FORCE, services=[GROUP, WITHIN])
    (pair,) = answer["edits"]

    assert carried(answer["lines"]) == ["97150 GP", "97530 GP"]
    assert [each["code"] for each in answer["denied"]] == ["97530"]
    assert (pair["modifier"], pair["denied"], pair["evidence"]) == (None, True, [])
    assert pair["against"] == "the times typed have minutes in common"
    found = next(each["says"] for each in answer["findings"] if each["rule"] == "edits")
    assert "1 minute in common, 09:19 to 09:20" in found
    assert "What would support it, where it is so: group and one-on-one in different" in found
    assert answer["payment"]["lines"][1]["denied"] == "ncci"


def test_co_treatment_keeps_59_off_as_well(judging_edits: Judge) -> None:
    services = [GROUP, {**WITHIN, "discipline": "OT"}]
    answer = ask([], judging_edits, **IN_FORCE, services=services, threshold_used_other="0.00")

    assert carried(answer["lines"]) == ["97150 GP", "97530 GO"]


def test_times_of_one_service_alone_leave_the_condition_as_it_was(judging_edits: Judge) -> None:
    services = [GROUP, {"code": "97530", "minutes": 15}]
    answer = ask([], judging_edits, **IN_FORCE, services=services)

    assert carried(answer["lines"]) == ["97150 GP", "97530 59 GP"]
    assert answer["edits"][0]["evidence"] == []


def test_a_supervised_modality_beside_a_service_keeps_the_condition(judging_edits: Judge) -> None:
    services = [at("97164", 20, "09:00", "09:20"), at("97012", 15, "09:00", "09:15")]
    answer = ask([], judging_edits, **IN_FORCE, services=services)

    (pair,) = answer["edits"]
    assert (pair["modifier"], pair["evidence"], pair["against"]) == ("59", [], None)


def test_minutes_typed_under_either_code_of_a_pair_count_for_both(judging_edits: Judge) -> None:
    services = [at("97130", 30, "09:00", "09:30"), at("97164", 15, "09:29", "09:44")]
    answer = ask([], judging_edits, **IN_FORCE, services=services)

    against = {tuple(each["codes"]): each["against"] for each in answer["edits"]}
    shared = "the times typed have minutes in common"
    assert against[("97129", "97164")] == against[("97130", "97164")] == shared


def test_each_claim_of_a_tie_hears_the_times(judging_edits: Judge) -> None:
    services = [at("97535", 8, "09:00", "09:08"), at("97530", 8, "09:08", "09:16")]
    services += [at("97164", 10, "09:07", "09:17")]
    answer = ask([], judging_edits, **IN_FORCE, services=services)

    assert carried(answer["lines"]) == ["97535 GP", "97164 GP"]
    assert [carried(lines) for lines in answer["alternatives"]] == [["97530 GP", "97164 GP"]]


def test_a_policy_that_forbids_the_pair_is_heard_before_59_is_put(judging_edits: Judge) -> None:
    answer = ask([("97161", 30), ("97750", 15)], judging_edits, **IN_FORCE)

    assert carried(answer["lines"]) == ["97161 GP", "97750 GP"]
    assert "policy XI.P.8 does not let the two be billed together" in answer["denied"][0]["says"]
    assert any("XI.P.8" in each["says"] for each in answer["policies"])
    assert answer["doubts"] == []


def test_without_a_file_of_the_day_a_forbidding_policy_makes_the_money_not_sure(
    judging_edits: Judge,
) -> None:
    answer = ask([("97161", 30), ("97750", 15)], judging_edits, setting="practitioner")

    assert answer["denied"] == []
    assert [each["says"] for each in answer["doubts"]] == [
        (
            "97750 beside 97161: that all of it is paid is not to be expected (NCCI policy manual,"
            " XI.P.8)."
        )
    ]
    assert "not sure" in answer["sentence"]


def test_tests_beside_another_disciplines_evaluation_take_59(judging_edits: Judge) -> None:
    services = [{"code": "97165", "minutes": 30, "discipline": "OT"}]
    services += [{"code": "97750", "minutes": 15}]
    answer = ask([], judging_edits, **IN_FORCE, services=services, threshold_used_other="0.00")

    assert carried(answer["lines"]) == ["97165 GO", "97750 59 GP"]


@pytest.mark.parametrize(("minutes", "sure"), [(97, True), (98, False)])
def test_above_the_mue_the_money_says_that_it_is_not_sure(
    judging_edits: Judge, minutes: int, *, sure: bool
) -> None:
    answer = ask([("97530", minutes)], judging_edits, "../", **IN_FORCE)

    assert bool(answer["doubts"]) is not sure
    assert ("if all of it is paid, which is not sure" in answer["sentence"]) is not sure
    assert ('aria-label="Not sure to be paid"' in answer["html"]) is not sure
    assert answer["findings"][: len(answer["doubts"])] == answer["doubts"]


def test_minutes_counted_twice_by_the_times_typed_make_the_money_not_sure(
    judging_edits: Judge,
) -> None:
    pt = {"code": "97110", "minutes": 30}
    ot = {"code": "97530", "minutes": 30, "discipline": "OT"}
    times = ({"from": "10:00", "to": "10:30", "by": "therapist"},)
    later = ({"from": "10:15", "to": "10:45", "by": "therapist"},)
    apart = ({"from": "10:30", "to": "11:00", "by": "therapist"},)
    for blocks, sure in ((later, False), (apart, True)):
        services = [pt | {"blocks": times}, ot | {"blocks": blocks}]
        answer = ask([], judging_edits, services=services, threshold_used_other="0.00")

        assert ("not sure" in answer["sentence"]) is not sure
        assert any("PT and OT plans" in each["says"] for each in answer["doubts"]) is not sure


@pytest.mark.parametrize(("used", "told"), [("2440.00", True), ("2480.00", False)])
def test_kx_that_hangs_on_a_line_denied_by_an_edit_is_told(
    judging_edits: Judge, used: str, *, told: bool
) -> None:
    answer = ask([], judging_edits, **IN_FORCE, services=[GROUP, WITHIN], threshold_used=used)
    says = [each["says"] for each in answer["findings"] if "no incurred expense" in each["says"]]

    assert [each["code"] for each in answer["denied"]] == ["97530"]
    assert bool(says) is told
