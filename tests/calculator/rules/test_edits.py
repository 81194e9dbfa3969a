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
from calculator.words.explained import Explained, Finding, Step
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


LEGEND = ("ncci-indicator-legend",)


def test_an_edit_that_a_modifier_opens_is_told_in_three_steps() -> None:
    reasoned = replace(edit("97150", "97530"), rationale="Mutually exclusive procedures")
    explained = ask(held(release(reasoned)), "97530", "97150")

    looked_up = (
        "NCCI PTP 2026 Q4, practitioner, which answers for 2026-11-03, has an active edit of 97530"
        " and 97150."
    )
    columns = (
        "97150 is column one and is paid; 97530 is column two and is denied beside it, unless a"
        " modifier tells that the two are separate. CMS’s reason: Mutually exclusive procedures."
    )
    where = (
        "A modifier, where one is put, goes on the line of 97530: XU or 59, or XE"
        " for separate sessions of the day."
        " Since July 2019 the line of either column has been accepted."
    )
    assert explained.steps == (
        Step("edits", looked_up, ("cms-ptp",), "NCCI PTP 2026 Q4"),
        Step("edits", columns, LEGEND, "indicator 1"),
        Step("edits", where, ("ncci-policy-manual-i", "cms-mm11168"), "XU or 59"),
    )
    assert explained.findings == ()
    assert explained.value == Judgement(
        Verdict.WITH_MODIFIER,
        "Only with a modifier, and only for separate services.",
        reasoned,
        "97530",
        ("XU", "59"),
        ("group and one-on-one in different minutes, with start and end of each",),
    )


def test_an_edit_that_nothing_opens_is_told_in_two() -> None:
    barred = replace(edit("97161", "97140", "0"), rationale="Standards of practice")
    explained = ask(held(release(barred)), "97161", "97140")

    columns = (
        "97161 is column one and is paid; 97140 is column two and is denied beside it, with or"
        " without a modifier. CMS’s reason: Standards of practice."
    )
    assert explained.steps[1:] == (Step("edits", columns, LEGEND, "indicator 0"),)
    says = "No. Indicator 0: no modifier opens it."
    assert explained.value == Judgement(Verdict.NEVER, says, barred)


def test_no_edit_is_told_in_one_step() -> None:
    explained = ask(held(release()), "97530", "97140")

    says = (
        "NCCI PTP 2026 Q4, practitioner, which answers for 2026-11-03, has no active edit of 97530"
        " and 97140."
    )
    assert explained.steps == (Step("edits", says, ("cms-ptp",), "NCCI PTP 2026 Q4"),)
    answer = "Yes, as far as edits go: none is active, and no modifier is due."
    assert explained.value == Judgement(Verdict.NO_EDIT, answer)


def test_one_code_and_a_pair_that_is_not_held_are_told_in_one_step() -> None:
    twice = ask(held(release()), "97530", "97530")
    unheld = ask(held(release()), "97140", "98941")

    one_code = (
        "Edits join two different codes; 97530 was given twice. How many units a day are likely,"
        " its MUE says."
    )
    no_file = (
        "No file held here was read for 97140 and 98941, practitioner, on 2026-11-03. The edits"
        " held join two codes of the family, or 97530 with a code that the file shows to have"
        " existed in its quarter."
    )
    assert twice.steps == (Step("edits", one_code, LEGEND),)
    assert twice.value.says == "One code is no pair: its units stand on one line."
    assert unheld.steps == (Step("edits", no_file, (), "not in our data"),)
    assert unheld.value == Judgement(
        Verdict.NOT_HELD, "Not in our data. That is not the same as no edit."
    )


def test_an_edit_last_seen_is_told_with_the_end_of_its_file() -> None:
    edits = held(release(edit("97150", "97530"), quarter="2024 Q3"))
    explained = ask(edits, "97150", "97530", date(2024, 10, 1))

    says = (
        "Last seen in NCCI PTP 2024 Q3, to 2024-09-30; no later file of the practitioner setting"
        " that covers this pair and answers for 2024-10-01 is held here."
    )
    assert explained.findings == (Finding("edits", says, ("cms-ptp",)),)
    assert explained.steps[0].says.startswith(
        "NCCI PTP 2024 Q3, practitioner, the last seen before 2024-10-01, has an active edit of"
    )
    assert explained.steps[0].gives == "last seen"
    assert explained.value.says == (
        "Only with a modifier, and only for separate services. Last seen in NCCI PTP 2024 Q3."
    )


def test_a_later_file_that_lacks_the_edit_is_told_with_its_source() -> None:
    later = replace(release(), sources=("later",))
    edits = held(release(edit("97150", "97530"), quarter="2024 Q3"), later)
    explained = ask(edits, "97150", "97530")

    says = (
        "Last seen in NCCI PTP 2024 Q3: NCCI PTP 2026 Q4 lacks the edit, as far as it is held here."
        " Whether it was deleted is not known."
    )
    assert explained.findings == (Finding("edits", says, ("later",)),)


@pytest.mark.parametrize(
    ("now", "then", "says"),
    [
        ((), ("0",), "has an active edit, column one 97150, indicator 0."),
        (("1",), (), "has no active edit, as far as it is held here."),
    ],
)
def test_what_the_next_file_says_otherwise_is_told_with_its_source(
    now: tuple[str, ...], then: tuple[str, ...], says: str
) -> None:
    old = release(*(edit("97150", "97530", each) for each in now), quarter="2024 Q3")
    ended = [] if then else [edit("97150", "97530", "1", None, date(2025, 12, 31))]
    new = release(*(edit("97150", "97530", each) for each in then), *ended)
    edits = held(old, replace(new, sources=("later",)))

    found = ask(edits, "97150", "97530", date(2024, 9, 1)).findings

    assert found == (Finding("edits", f"NCCI PTP 2026 Q4, from 2026-10-01, {says}", ("later",)),)


def test_edits_that_are_over_are_told_the_last_one_first_and_those_never_in_force_behind() -> None:
    edits = held(
        release(
            edit("97161", "97140", "9", date(2020, 10, 1), date(2020, 10, 1)),
            edit("97140", "97161", "0", date(2001, 1, 1), date(2004, 12, 31)),
            edit("97161", "97140", "1", date(2010, 1, 1), date(2019, 12, 31)),
        )
    )

    found = ask(edits, "97161", "97140").findings

    assert {(each.rule, each.cites) for each in found} == {("edits", ("cms-ptp",))}
    assert len(found) == 3
    assert found[-1].says == (
        "An edit, column one 97161, column two 97140, was withdrawn from its first day, 2020-10-01:"
        " indicator 9."
    )
    assert found[0].says.startswith("Deleted edit, column one ")
    assert found[0].says.endswith(
        " and no longer. Pages that still teach a modifier for it are out of date."
    )
    assert found[1].says.startswith("An older edit, column one ")


def test_beside_an_active_edit_every_one_that_is_over_is_an_older_one() -> None:
    edits = held(
        release(
            edit("97161", "97140"),
            edit("97140", "97161", "0", date(2001, 1, 1), date(2004, 12, 31)),
        )
    )

    (found,) = ask(edits, "97161", "97140").findings

    assert found.says == (
        "An older edit, column one 97140, column two 97161, indicator 0, ended 2004-12-31."
    )


def test_codes_that_nothing_names_and_codes_without_payment_are_told() -> None:
    bundled = KnownCode("97150", "group", Timing.UNTIMED, "B", ("status",))
    known = (bundled, KNOWN["97530"])
    pair = Pair("97150", "97530", Setting.HOSPITAL, DAY, known, ("97150",))
    sight = held(release()).see("97150", "97530", Setting.PRACTITIONER, DAY)

    strangers, unpaid = judge(pair, sight, ()).findings

    says = "97150 is none of the codes held here; whether it exists was not checked."
    assert strangers == Finding("edits", says, ())
    says = (
        "97150 has status B: Medicare bundles it into other services. It earns no payment of its"
        " own, with an edit or without."
    )
    assert unpaid == Finding("status", says, ("status",))


def test_one_unpaid_code_given_twice_is_told_once() -> None:
    bundled = KnownCode("97150", "group", Timing.UNTIMED, "B", ("status",))
    pair = Pair("97150", "97150", Setting.PRACTITIONER, DAY, (bundled, bundled))
    sight = held(release()).see("97150", "97150", Setting.PRACTITIONER, DAY)

    assert [each.rule for each in judge(pair, sight, ()).findings] == ["status"]


def policy(section: str, note: str = "") -> Policy:
    return Policy(
        key="a",
        title="A",
        section=section,
        says="It says so.",
        note=note,
        first=frozenset({"97140"}),
        second=frozenset({"97530"}),
        standing=Standing.SECONDARY,
        sources=("manual",),
    )


@pytest.mark.parametrize(
    ("section", "says"),
    [
        ("XI.P.2", "NCCI policy manual, XI.P.2: It says so."),
        ("", "Not an edit: It says so."),
    ],
)
def test_a_policy_is_told_with_its_section_or_as_no_edit(section: str, says: str) -> None:
    explained = ask(held(release()), "97140", "97530", policies=(policy(section),))

    assert explained.findings == (Finding("policy", says, ("manual",)),)
    assert explained.value.says == "No active edit, so no modifier is due. A policy applies."
    assert explained.value.note == ()


def test_what_the_note_has_to_show_begins_with_the_separate_times() -> None:
    policies = (policy("a", "minutes"), policy("b", "minutes"), policy("c"))
    opened = ask(held(release(edit("97140", "97530"))), "97140", "97530", policies=policies)
    barred = ask(held(release(edit("97140", "97530", "0"))), "97140", "97530", policies=policies)
    untimed = ask(held(release(edit("97161", "97530"))), "97161", "97530")

    assert opened.value.note == ("each service at a time of its own, and its minutes", "minutes")
    assert opened.value.says == "Only with a modifier, and only for separate services."
    assert barred.value.note == ("minutes",)
    assert untimed.value.note == (
        "why the two are separate: another encounter, practitioner, part of the body or time",
    )


def test_an_edit_without_a_reason_or_with_untimed_codes_is_told_with_nothing_added() -> None:
    (_, columns, where) = ask(held(release(edit("97161", "97530"))), "97161", "97530").steps

    assert columns.says.endswith("unless a modifier tells that the two are separate.")
    assert where.says == (
        "A modifier, where one is put, goes on the line of 97530: 59, XE, XP, XS or XU. Since"
        " July 2019 the line of either column has been accepted."
    )


def test_of_one_code_given_twice_nothing_is_said_to_be_last_seen() -> None:
    assert ask(held(release(quarter="2024 Q3")), "97530", "97530").findings == ()
