"""Two codes on one day, at the edges of indicator, days, order and coverage."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from calculator.reference.edits import (
    Cited,
    Edit,
    Edits,
    KnownCode,
    Policy,
    Release,
    Scope,
    Sight,
)
from calculator.rules.edits import Judgement, Pair, Verdict, judge
from calculator.words.explained import Explained
from calculator.words.vocabulary import Setting, Standing, Timing

DAY = date(2026, 11, 3)
ENDED = date(2026, 11, 3)
KNOWN = {
    "97530": KnownCode("97530", "activities", Timing.QUARTER_HOUR),
    "97140": KnownCode("97140", "hands-on", Timing.QUARTER_HOUR),
    "97150": KnownCode("97150", "group", Timing.UNTIMED),
    "97161": KnownCode("97161", "evaluation", Timing.UNTIMED),
}


def edit(
    one: str, two: str, indicator: str = "1", begun: date | None = None, ended: date | None = None
) -> Edit:
    return Edit(one, two, indicator, begun, ended, "")


def release(*edits: Edit, quarter: str = "2026 Q4", **changes: object) -> Release:
    start = {"2024 Q3": date(2024, 7, 1), "2026 Q4": date(2026, 10, 1)}[quarter]
    end = {"2024 Q3": date(2024, 9, 30), "2026 Q4": date(2026, 12, 31)}[quarter]
    scope = {
        "says": "",
        "among": frozenset(KNOWN),
        "with_any": frozenset(),
        "column_one": (),
        "own_dates": False,
    }
    return Release(
        release=f"NCCI PTP {quarter}",
        setting=Setting.PRACTITIONER,
        start=start,
        end=end,
        standing=Standing.OFFICIAL,
        sources=("cms-ptp",),
        scope=Scope(**{**scope, **changes}),  # type: ignore[arg-type]  # as the test says
        edits=edits,
    )


def held(*releases: Release) -> Edits:
    newest_first = tuple(sorted(releases, key=lambda each: each.start, reverse=True))
    cited = {"cms-ptp": Cited("CMS", Standing.OFFICIAL, settled=False)}
    return Edits(newest_first, (), KNOWN, cited, "", "")


def ask(
    edits: Edits, one: str, two: str, day: date = DAY, policies: tuple[Policy, ...] = ()
) -> Explained[Judgement]:
    pair = Pair(one, two, Setting.PRACTITIONER, day, (KNOWN.get(one), KNOWN.get(two)))
    return judge(pair, edits.see(one, two, Setting.PRACTITIONER, day), policies)


@pytest.mark.parametrize(
    ("indicator", "verdict", "modifiers"),
    [("1", Verdict.WITH_MODIFIER, ("XU", "59")), ("0", Verdict.NEVER, ())],
)
def test_the_indicator_decides_whether_a_modifier_opens_an_edit(
    indicator: str, verdict: Verdict, modifiers: tuple[str, ...]
) -> None:
    judged = ask(held(release(edit("97150", "97530", indicator))), "97150", "97530").value

    assert (judged.verdict, judged.modifiers) == (verdict, modifiers)
    assert judged.on == ("97530" if modifiers else "")


def test_indicator_9_was_never_in_force_and_bars_nothing() -> None:
    gone = edit("97161", "97140", "9", date(2020, 10, 1), date(2020, 10, 1))
    explained = ask(held(release(gone)), "97161", "97140")

    assert explained.value.verdict is Verdict.NO_EDIT
    assert "withdrawn from its first day, 2020-10-01" in explained.findings[0].says


def test_an_edit_without_any_day_but_its_deletion_is_in_force_to_that_day() -> None:
    edits = held(release(edit("97140", "97530", ended=ENDED)))

    assert ask(edits, "97140", "97530", ENDED).value.verdict is Verdict.WITH_MODIFIER
    after = ask(edits, "97140", "97530", ENDED + timedelta(days=1))
    assert after.value.verdict is Verdict.NO_EDIT
    assert "in force to 2026-11-03 and no longer" in after.findings[0].says


@pytest.mark.parametrize(
    ("day", "verdict"),
    [
        (date(2000, 6, 30), Verdict.NO_EDIT),
        (date(2000, 7, 1), Verdict.WITH_MODIFIER),
        (date(2019, 12, 31), Verdict.WITH_MODIFIER),
        (date(2020, 1, 1), Verdict.NO_EDIT),
    ],
)
def test_a_file_with_its_edits_own_days_answers_for_days_before_its_quarter(
    day: date, verdict: Verdict
) -> None:
    dated = edit("97140", "97530", "1", date(2000, 7, 1), date(2019, 12, 31))
    edits = held(release(dated, own_dates=True))

    explained = ask(edits, "97140", "97530", day)

    assert explained.value.verdict is verdict
    assert "last seen" not in explained.value.says.lower()


def test_the_order_of_the_two_codes_changes_nothing_but_the_question() -> None:
    edits = held(release(edit("97150", "97530")))

    assert ask(edits, "97150", "97530").value == ask(edits, "97530", "97150").value


def test_one_code_twice_is_no_pair() -> None:
    explained = ask(held(release()), "97530", "97530")

    assert explained.value.verdict is Verdict.ONE_CODE
    assert explained.findings == ()


@pytest.mark.parametrize(("one", "two"), [("97140", "98941"), ("98940", "98941")])
def test_a_pair_that_no_file_was_read_for_is_not_in_our_data(one: str, two: str) -> None:
    explained = ask(held(release()), one, two)

    assert explained.value.verdict is Verdict.NOT_HELD
    assert explained.value.says == "Not in our data. That is not the same as no edit."


def test_a_code_read_with_any_other_covers_pairs_with_codes_that_the_file_names() -> None:
    named = edit("98941", "97161", ended=date(2008, 12, 31))
    edits = held(release(named, with_any=frozenset({"97530"})))

    assert ask(edits, "97530", "98941").value.verdict is Verdict.NO_EDIT
    assert ask(edits, "97140", "98941").value.verdict is Verdict.NOT_HELD


def test_a_code_read_with_any_other_says_nothing_of_one_not_known_to_have_existed() -> None:
    read = release(with_any=frozenset({"97530"}))

    assert ask(held(read), "97530", "12345").value.verdict is Verdict.NOT_HELD
    of_the_family = replace(read, family=frozenset({"12345"}))
    assert ask(held(of_the_family), "97530", "12345").value.verdict is Verdict.NO_EDIT


def test_ranges_of_column_one_cover_a_pair_only_where_both_could_lead_it() -> None:
    edits = held(release(column_one=(("97110", "97150"),)))

    assert ask(edits, "97140", "97150").value.verdict is Verdict.NO_EDIT
    assert ask(edits, "97140", "97530").value.verdict is Verdict.NOT_HELD


def test_after_its_quarter_an_edit_is_only_last_seen() -> None:
    edits = held(release(edit("97150", "97530"), quarter="2024 Q3"))

    inside, after = (
        ask(edits, "97150", "97530", day) for day in (date(2024, 9, 30), date(2024, 10, 1))
    )

    assert "Last seen" not in inside.value.says
    assert after.value.says.endswith("Last seen in NCCI PTP 2024 Q3.")
    assert after.value.verdict is Verdict.WITH_MODIFIER


def test_the_headline_of_an_edit_last_seen_with_indicator_0_says_which_file_it_was_seen_in() -> (
    None
):
    edits = held(release(edit("97150", "97530", "0"), quarter="2024 Q3"))

    inside, after = (
        ask(edits, "97150", "97530", day) for day in (date(2024, 9, 30), date(2024, 10, 1))
    )

    assert inside.value.says == "No. Indicator 0: no modifier opens it."
    assert after.value.says == (
        "No, as last seen in NCCI PTP 2024 Q3: indicator 0, no modifier opened it."
    )


def test_a_later_file_that_is_silent_does_not_delete_an_edit() -> None:
    edits = held(release(edit("97150", "97530"), quarter="2024 Q3"), release())

    explained = ask(edits, "97150", "97530")

    assert explained.value.verdict is Verdict.WITH_MODIFIER
    assert "Whether it was deleted is not known" in explained.findings[0].says


def test_a_later_file_that_lists_the_edit_as_deleted_does() -> None:
    old = release(edit("97150", "97530"), quarter="2024 Q3")
    new = release(edit("97150", "97530", ended=date(2025, 12, 31)))

    assert ask(held(old, new), "97150", "97530").value.verdict is Verdict.NO_EDIT


def test_between_two_files_that_differ_the_later_one_is_named() -> None:
    edits = held(release(quarter="2024 Q3"), release(edit("97150", "97530")))

    explained = ask(edits, "97150", "97530", date(2025, 5, 5))

    assert explained.value.verdict is Verdict.NO_EDIT
    said = " ".join(finding.says for finding in explained.findings)
    assert "NCCI PTP 2026 Q4, from 2026-10-01, has an active edit, column one 97150" in said


def test_nothing_that_a_later_file_says_alone_answers_for_an_earlier_day() -> None:
    edits = held(release(edit("97150", "97530")))

    explained = ask(edits, "97150", "97530", date(2026, 9, 30))

    assert explained.value.verdict is Verdict.NOT_HELD
    assert "has an active edit" in explained.findings[0].says


def test_cms_reason_is_taken_from_the_file_that_gives_it() -> None:
    reasoned = replace(edit("97150", "97530"), rationale="Mutually exclusive procedures")
    old = release(reasoned, quarter="2024 Q3")
    edits = held(old, release(edit("97150", "97530")))

    assert edits.see("97150", "97530", Setting.PRACTITIONER, DAY).reason == (
        "Mutually exclusive procedures",
        old,
    )


def test_a_policy_is_a_finding_of_its_own_and_leaves_the_verdict_alone() -> None:
    policy = Policy(
        key="minutes",
        title="Minutes",
        section="XI.P.2",
        says="The minutes must be different minutes.",
        note="the minutes of each",
        first=frozenset({"97140"}),
        second=frozenset({"97530"}),
        standing=Standing.SECONDARY,
        sources=("manual",),
    )
    plain, with_policy = (
        ask(held(release()), "97140", "97530", policies=each) for each in ((), (policy,))
    )

    assert with_policy.value.verdict is plain.value.verdict is Verdict.NO_EDIT
    assert [finding.rule for finding in with_policy.findings] == ["policy"]
    assert with_policy.value.note == ("the minutes of each",)
    assert policy.about("97530", "97140")
    assert not policy.about("97530", "97150")


def test_services_by_time_take_xe_only_for_separate_sessions() -> None:
    timed = ask(held(release(edit("97150", "97530"))), "97150", "97530")
    untimed = ask(held(release(edit("97161", "97530"))), "97161", "97530")

    assert "XU or 59, or XE for separate sessions of the day" in timed.steps[2].says
    assert "separate sessions" not in untimed.steps[2].says


def test_services_that_are_not_both_by_time_take_any_of_the_modifiers_that_fits() -> None:
    judged = ask(held(release(edit("97161", "97530"))), "97161", "97530").value

    assert judged.modifiers == ("59", "XE", "XP", "XS", "XU")


def test_every_sentence_of_an_answer_names_setting_and_quarter() -> None:
    steps = ask(held(release(edit("97150", "97530"))), "97150", "97530").steps

    assert "NCCI PTP 2026 Q4, practitioner" in steps[0].says
    assert [step.gives for step in steps[1:]] == ["indicator 1", "XU or 59"]


def test_a_pair_in_no_file_has_an_empty_sight() -> None:
    assert held().see("97150", "97530", Setting.HOSPITAL, DAY) == Sight(None, None)
