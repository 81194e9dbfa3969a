"""A day's lines against the edits, limits and policies that are held."""

from datetime import date
from pathlib import Path

import pytest

from calculator.reference import edits_bundle
from calculator.reference.bundle import Reference
from calculator.reference.edits import Edits
from calculator.same_day.judge import judge
from calculator.words.blocks import NO_TIMES, Times
from calculator.words.explained import Explained, Finding, Step
from calculator.words.same_day import Occasion, SameDay
from calculator.words.vocabulary import Discipline, Setting

PT, OT = Discipline.PT, Discipline.OT
PRACTITIONER, HOSPITAL = Setting
EDITS = Path("build/doors/edits.json")
LAST_OF_Q3, FIRST_OF_Q4 = date(2026, 9, 30), date(2026, 10, 1)
LAST_HELD = date(2026, 12, 31)
SPRING = date(2026, 3, 2)


@pytest.fixture(scope="module")
def edits() -> Edits:
    return edits_bundle.load(EDITS.read_text("utf-8"))


class Day:
    """Ask about lines of one unit each, as "97535 97164" or with a plan: "97535/OT 97164"."""

    def __init__(self, edits: Edits, reference: Reference) -> None:
        self.edits, self.reference = edits, reference

    def __call__(
        self,
        codes: str,
        setting: Setting = HOSPITAL,
        day: date = FIRST_OF_Q4,
        units: int = 1,
        times: Times = NO_TIMES,
    ) -> Explained[SameDay]:
        """Judge the day."""
        lines = [each.partition("/") for each in codes.split()]
        billed = tuple((code, units, Discipline(plan or "PT")) for code, _, plan in lines)
        return judge(billed, Occasion(setting, day, times), self.edits, self.reference)


@pytest.fixture
def ask(edits: Edits, reference: Reference) -> Day:
    return Day(edits, reference)


def told(explained: Explained[SameDay]) -> tuple[Step | Finding, ...]:
    return (*explained.steps, *explained.findings)


def says(explained: Explained[SameDay]) -> str:
    return " ".join(each.says for each in told(explained))


def test_an_edit_with_indicator_1_puts_59_on_the_line_of_column_two(ask: Day) -> None:
    explained = ask("97164 97535")

    assert explained.value.modifiers == {"97164": "59"}
    assert explained.value.denied == {}
    assert explained.findings[0].says.startswith(
        "97164 and 97535 meet an edit with indicator 1: 59 stands on the line of 97164, column two,"
        " and only where the two were separate"
    )
    assert "XE, XP, XS or XU may take its place" in explained.findings[0].says


@pytest.mark.parametrize("order", ["97535 97164", "97164 97535"])
def test_column_two_is_the_file_s_and_not_the_second_entered(ask: Day, order: str) -> None:
    assert ask(order).value.modifiers == {"97164": "59"}


def test_services_by_time_name_xu_before_the_others(ask: Day) -> None:
    explained = ask("97150 97530")

    assert explained.value.modifiers == {"97530": "59"}
    assert "XU, or XE for separate sessions of the day, may take" in says(explained)
    assert "group and one-on-one in different minutes" in explained.value.notes[0]


def test_a_re_evaluation_beside_97530_meets_no_edit_and_beside_97535_it_does(ask: Day) -> None:
    assert ask("97530 97164").value.modifiers == {}
    assert ask("97530 97164 97535").value.modifiers == {"97164": "59"}


@pytest.mark.parametrize("setting", list(Setting))
def test_97140_beside_97530_takes_no_modifier_in_either_setting(ask: Day, setting: Setting) -> None:
    explained = ask("97140 97530", setting, LAST_HELD)

    assert explained.value.modifiers == {}
    assert "One pair of billed codes looked up, none active" in says(explained)
    assert "97140 and 97530, to 2019-12-31" in says(explained)


def test_indicator_0_denies_column_two_whatever_stands_on_it(ask: Day) -> None:
    explained = ask("97164 97161")

    assert explained.value.modifiers == {}
    assert explained.value.denied == {
        "97164": "97164 is denied beside 97161: PTP edit, indicator 0, which no modifier opens."
    }
    assert explained.findings[0].says == explained.value.denied["97164"]


def test_a_denied_line_takes_no_modifier_for_another_edit(ask: Day) -> None:
    explained = ask("97161 97164 97535")

    assert explained.value.modifiers == {}
    assert list(explained.value.denied) == ["97164"]
    assert "no modifier, as 97164 is denied for another edit" in says(explained)


def test_the_settings_differ_on_tests_beside_an_evaluation(ask: Day) -> None:
    assert ask("97161 97750").value.pairs[0].indicator == "1"
    seen = ask("97161 97750", PRACTITIONER).value.pairs[0]
    assert (seen.indicator, seen.in_force) == ("0", False)


@pytest.mark.parametrize(
    ("day", "modifiers"),
    [(LAST_OF_Q3, {}), (FIRST_OF_Q4, {"97164": "59"}), (LAST_HELD, {"97164": "59"})],
)
def test_an_edit_puts_a_modifier_only_in_a_quarter_whose_file_is_held(
    ask: Day, day: date, modifiers: dict[str, str]
) -> None:
    assert ask("97535 97164", day=day).value.modifiers == modifiers


def test_an_edit_last_seen_in_an_older_quarter_is_shown_and_changes_no_line(ask: Day) -> None:
    for codes, would in (
        ("97535 97164", "59 would stand on the line of 97164"),
        ("97161 97164", "97164 would be denied"),
    ):
        explained = ask(codes, day=LAST_OF_Q3)
        assert (explained.value.modifiers, explained.value.denied) == ({}, {})
        assert would in explained.findings[0].says
        assert "last seen in NCCI PTP 2024 Q3" in explained.findings[0].says
        assert "where one is put, goes on" not in says(explained)


def test_pairs_without_an_active_edit_are_one_sentence(ask: Day) -> None:
    steps = [step.says for step in ask("97110 97112 97530").steps if step.rule == "edits"]

    assert steps[0] == ("Three pairs of billed codes looked up, none active (outpatient hospital).")


def test_the_sentence_says_for_how_many_pairs_no_file_of_the_day_is_held(ask: Day) -> None:
    steps = [step.says for step in ask("97110 97530 97535", PRACTITIONER, SPRING).steps]

    assert steps[0] == (
        "Three pairs of billed codes looked up, none active (practitioner). For two further pairs"
        " no file held here answers for 2026-03-02: last seen in NCCI PTP 2024 Q3."
    )


def test_a_pair_that_no_file_was_read_for_is_named_and_not_counted(ask: Day) -> None:
    explained = ask("97140 98941 97530", day=SPRING)

    missing = "Not in our data, which is not the same as no edit: 97140 and 98941; 98941 and 97530."
    assert missing in says(explained)
    assert "One pair of billed codes looked up, none active" in says(explained)


def test_one_code_has_no_pair(ask: Day) -> None:
    explained = ask("97530")

    assert explained.value.pairs == ()
    assert "There is no pair to look up" in says(explained)


def test_two_plans_of_care_leave_an_edit_as_it_is_and_are_named(ask: Day) -> None:
    across, within = ask("97535/OT 97164/PT"), ask("97535 97164")

    assert across.value.modifiers == within.value.modifiers
    assert "97535 stands under OT, 97164 under PT." in says(across)
    assert "whatever the plan of care" not in says(within)


def test_a_code_that_both_plans_bill_shares_a_plan_with_the_other(ask: Day) -> None:
    assert "whatever the plan of care" not in says(ask("97535/OT 97535/PT 97164/PT"))


@pytest.mark.parametrize(("units", "beyond"), [(6, ()), (7, ("97530",))])
def test_units_of_all_plans_count_against_one_mue(
    ask: Day, units: int, beyond: tuple[str, ...]
) -> None:
    assert ask("97530", units=units).value.beyond == beyond
    assert ask("97530/PT 97530/OT", units=units).value.beyond == ("97530",)


def test_a_policy_is_never_among_edits_and_an_edit_never_among_policies(ask: Day) -> None:
    for codes in ("97164 97530", "97161 97164", "97750 97161", "97150 97530", "97161 97165 97110"):
        explained = ask(codes)
        policies = explained.value.policies
        assert {finding.rule for finding in policies} <= {"policy"}
        assert {each.rule for each in told(explained)} <= {"edits", "mue"}


@pytest.mark.parametrize(
    ("codes", "section"),
    [
        ("97164 97530", "XI.P.3"),
        ("97164 97535", "XI.P.3"),
        ("97750 97161", "XI.P.8"),
        ("97755 97165/OT 97755/OT", "XI.P.8"),
        ("97763 97164", "XI.P.8"),
        ("97161 97164", "XI.P.1"),
        ("97165/OT 97168/OT", "XI.P.1"),
        ("97161 97164", "XI.V.21"),
        ("97760 97164", "XI.P"),
        ("97110 97530", "XI.P.2"),
    ],
)
def test_policies_of_the_manual_are_found_whatever_the_edits_say(
    ask: Day, codes: str, section: str
) -> None:
    found = [finding.says for finding in ask(codes).value.policies]

    assert any(each.startswith(f"NCCI policy manual, {section}, on ") for each in found)


def test_one_evaluation_of_each_discipline_meets_no_policy_of_one_a_day(ask: Day) -> None:
    assert ask("97161 97165/OT").value.policies == ()


def test_an_evaluation_of_two_units_is_above_its_mue_and_against_the_manual(ask: Day) -> None:
    explained = ask("97161", units=2)

    assert explained.value.beyond == ("97161",)
    assert explained.value.policies[0].says.startswith("NCCI policy manual, XI.P.1, on 97161:")


def test_edits_and_limits_never_touch_one_another(ask: Day) -> None:
    explained = ask("97161 97164", units=2)

    assert set(explained.value.denied) == {"97164"}
    assert set(explained.value.beyond) == {"97161", "97164"}
