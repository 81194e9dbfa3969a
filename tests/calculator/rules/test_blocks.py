"""Start and end of services at the minute where they meet, part and overlap."""

import itertools

import pytest
from hypothesis import given, strategies as st

from calculator.rules.blocks import MOST_PAIRS, Clocked, by_clock, compare
from calculator.words.allocation import Allocation, Pool
from calculator.words.blocks import NO_TIMES, Block, Span, Times, clock, filled, spans_in
from calculator.words.explained import Explained, Step
from calculator.words.visit import Minutes, Service, Timed
from calculator.words.vocabulary import Discipline, Giver, Method

PT, OT = Discipline.PT, Discipline.OT
TYPED = ("settled-typed-minutes",)


def block(written: str, by: Giver = Giver.THERAPIST) -> Block:
    start, end = (60 * int(part[:2]) + int(part[3:]) for part in written.split("-"))
    return Block(start, end, by)


def row(code: str, *written: str, discipline: Discipline = PT, typed: int = -1) -> Service:
    """Make a service of a therapist's blocks, with their minutes typed unless said otherwise."""
    blocks = tuple(block(each) for each in written)
    minutes = sum(each.end - each.start for each in blocks) if typed < 0 else typed
    return Service(code, Minutes(minutes), discipline, blocks=blocks)


def shown(services: tuple[Service, ...]) -> Explained[Times]:
    return compare(services, frozenset({"97012"}))


def says(explained: Explained[Times]) -> list[str]:
    return [each.says for each in explained.findings]


def test_a_day_without_blocks_says_nothing() -> None:
    explained = shown((row("97530", typed=38), row("97110", typed=22)))

    assert explained == Explained(NO_TIMES, ())


def test_two_services_that_only_touch_are_separate_and_that_is_the_evidence() -> None:
    explained = shown((row("97140", "09:00-09:15"), row("97530", "09:15-09:53")))

    assert says(explained) == []
    evidence = explained.steps[-1]
    assert evidence.says == "97140 09:00 to 09:15, 97530 09:15 to 09:53: no minute in common."
    assert evidence.gives == "separate times"
    assert evidence.cites == ("ncci-policy-manual-i", "mln-1783722")
    assert [pair.says for pair in explained.value.apart] == [evidence.says]


def test_one_minute_in_common_is_no_evidence() -> None:
    explained = shown((row("97140", "09:00-09:16"), row("97530", "09:15-09:53")))

    assert explained.value.apart == ()
    assert explained.value.together[0].shared == (Span(555, 556),)
    assert says(explained) == [
        (
            "97140 09:00 to 09:16, 97530 09:15 to 09:53: 1 minute in common, 09:15 to 09:16."
            " A minute counts for one service. Such times are no evidence that the two were"
            " separate."
        )
    ]


def test_two_disciplines_at_once_are_co_treatment_and_count_once() -> None:
    pt, ot = row("97530", "09:00-09:30"), row("97535", "09:15-09:45", discipline=OT)

    explained = shown((pt, ot))

    assert says(explained) == [
        (
            "97530 (PT) and 97535 (OT): two disciplines at once, 09:15 to 09:30 (15 minutes)."
            " That is co-treatment: these minutes count once, for one of the two or shared out"
            " between them."
        )
    ]
    assert [(pair.first, pair.second) for pair in explained.value.co_treatment] == [
        ("97530 (PT)", "97535 (OT)")
    ]
    assert explained.value.together == ()


def test_the_same_code_of_two_disciplines_is_two_services() -> None:
    explained = shown((row("97530", "09:00-09:15"), row("97530", "09:15-09:30", discipline=OT)))

    assert [pair.says for pair in explained.value.apart] == [
        "97530 (PT) 09:00 to 09:15, 97530 (OT) 09:15 to 09:30: no minute in common."
    ]


def test_a_supervised_modality_may_run_beside_another_service() -> None:
    explained = shown((row("97012", "09:00-09:15"), row("97530", "09:00-09:15")))

    assert says(explained) == []
    assert explained.value.apart == ()  # and yet it is no evidence
    assert [pair.shared for pair in explained.value.beside] == [(Span(540, 555),)]
    assert explained.steps[-1].says.endswith(
        "A supervised modality may run beside another service."
    )


def test_minutes_that_no_service_has_are_named() -> None:
    explained = shown((row("97140", "09:00-09:15"), row("97530", "09:16-09:30", "09:40-09:50")))

    assert explained.value.gaps == (Span(555, 556), Span(570, 580))
    assert explained.steps[-1].says == (
        "Between the first block and the last, 09:15 to 09:16 and 09:30 to 09:40 belong to no"
        " service."
    )
    assert explained.steps[-1].gives == "11 minutes"


def test_a_service_without_blocks_may_lie_in_a_gap() -> None:
    rows = (row("97140", "09:00-09:15"), row("97530", "09:16-09:30"), row("97110", typed=8))

    assert shown(rows).value.gaps == ()


@pytest.mark.parametrize(("typed", "found"), [(37, 1), (38, 0), (39, 1)])
def test_blocks_that_differ_from_the_minutes_typed_are_told(typed: int, found: int) -> None:
    explained = shown((row("97530", "09:15-09:53", typed=typed),))

    assert len(explained.findings) == found
    for each in explained.findings:
        assert each.cites == TYPED
        assert each.says == (
            f"97530, therapist: the blocks have 38 minutes, {typed} typed."
            " The minutes typed decide."
        )


def test_minutes_are_held_against_blocks_by_who_gave_them() -> None:
    blocks = (
        block("09:00-09:10"),
        block("09:10-09:19", Giver.ASSISTANT),
        block("09:19-09:31", Giver.TOGETHER),
    )
    rows = [
        Service("97535", Minutes(*typed), OT, blocks=blocks) for typed in ((10, 9, 12), (22, 9, 0))
    ]

    assert says(shown((rows[0],))) == []
    assert says(shown((rows[1],))) == [
        "97535, therapist: the blocks have 10 minutes, 22 typed. The minutes typed decide.",
        "97535, together: the blocks have 12 minutes, 0 typed. The minutes typed decide.",
    ]


def test_a_minute_in_two_blocks_of_one_service_counts_once() -> None:
    rows = (row("97530", "09:00-09:15", "09:14-09:30"), row("97530", "09:29-09:40"))

    assert says(shown(rows)) == [
        (
            "97530, therapist: 09:14 to 09:15 and 09:29 to 09:30 stand in more than one block."
            " A minute counts once."
        )
    ]


def test_therapist_and_assistant_at_once_are_together() -> None:
    blocks = (block("09:00-09:20"), block("09:19-09:30", Giver.ASSISTANT))

    assert says(shown((Service("97530", Minutes(20, 11), PT, blocks=blocks),))) == [
        (
            "97530: 09:19 to 09:20 stand under therapist and assistant. Minutes of both at once go"
            " under together, and count once."
        )
    ]


def test_two_services_at_once_overlap_whoever_gave_them() -> None:
    assistants = Service(
        "97110", Minutes(0, 15), PT, blocks=(block("09:00-09:15", Giver.ASSISTANT),)
    )

    found = says(shown((assistants, row("97530", "09:00-09:15"))))

    assert len(found) == 1
    assert "15 minutes in common" in found[0]


def test_a_day_of_very_many_pairs_is_cut_and_says_so() -> None:
    apart = tuple(
        row(f"{number:05}", f"{clock(number)}-{clock(number + 1)}") for number in range(16)
    )
    at_once = tuple(row(f"{number:05}", "09:00-09:15") for number in range(16))
    pairs = 16 * 15 // 2

    cut = f"{pairs - MOST_PAIRS} further pairs of services by the clock: not written out here."
    assert says(shown(apart)) == [cut]
    assert len(shown(apart).value.apart) == MOST_PAIRS
    assert len(shown(at_once).value.together) == MOST_PAIRS
    assert says(shown(at_once))[-1] == cut


spans = st.lists(
    st.tuples(st.integers(0, 1439), st.integers(1, 60)).map(
        lambda each: Span(each[0], min(each[0] + each[1], 1440))
    )
)


@given(spans)
def test_a_set_of_minutes_reads_back_as_stretches_that_never_touch(some: list[Span]) -> None:
    read = spans_in(filled(some))

    assert {minute for span in read for minute in range(*span)} == {
        minute for span in some for minute in range(*span)
    }
    assert all(before.end < after.start for before, after in itertools.pairwise(read))


def test_a_modality_beside_another_discipline_is_no_co_treatment() -> None:
    explained = shown((row("97012", "09:00-09:15"), row("97535", "09:00-09:15", discipline=OT)))

    assert says(explained) == []
    assert explained.value.co_treatment == ()


def test_each_step_of_a_day_stands_with_its_rule_and_sources() -> None:
    rows = (
        row("97140", "09:00-09:15"),
        row("97530", "09:20-09:50"),
        row("97012", "09:20-09:30"),
    )
    explained = shown(rows)

    given = "Times are given for 97140, 97530 and 97012. The minutes typed decide the units."
    apart = "97140 09:00 to 09:15, 97530 09:20 to 09:50: no minute in common."
    modality = "97140 09:00 to 09:15, 97012 09:20 to 09:30: no minute in common."
    beside = (
        "97530 09:20 to 09:50, 97012 09:20 to 09:30: 10 minutes in common, 09:20 to 09:30."
        " A supervised modality may run beside another service."
    )
    gap = "Between the first block and the last, 09:15 to 09:20 belong to no service."
    separate = ("ncci-policy-manual-i", "mln-1783722")
    assert explained.steps == (
        Step("blocks", given, TYPED, "15 + 30 + 10 min"),
        Step("blocks", apart, separate, "separate times"),
        Step("blocks", modality, separate, "separate times"),
        Step("blocks", beside, ("ncci-policy-manual-xi",), "at the same time"),
        Step("blocks", gap, ("pub-100-04-ch05-20-3",), "5 minutes"),
    )
    assert explained.findings == ()


def test_each_finding_of_a_day_stands_with_its_rule_and_sources() -> None:
    assistants = Service(
        "97110",
        Minutes(10, 10),
        PT,
        blocks=(block("10:00-10:10"), block("10:05-10:15", Giver.ASSISTANT)),
    )
    rows = (
        row("97530", "09:00-09:15", "09:10-09:20", typed=26),
        row("97140", "09:15-09:30"),
        row("97535", "09:25-09:40", discipline=OT),
        assistants,
    )
    once, what_counts = "ncci-policy-manual-xi", "pub-100-04-ch05-20-3"

    found = shown(rows).findings

    assert {each.rule for each in found} == {"blocks"}
    assert [each.cites for each in found] == [
        TYPED,
        (once,),
        ("aota-ota-modifier",),
        (once, what_counts),
        (once, "medpac-general"),
    ]


@pytest.mark.parametrize("first", [True, False])
def test_the_modality_may_be_entered_before_or_after_what_it_runs_beside(*, first: bool) -> None:
    rows = (row("97012", "09:00-09:15"), row("97530", "09:00-09:15"))

    times = shown(rows if first else rows[::-1]).value

    assert len(times.beside) == 1
    assert times.together == ()


def test_what_is_shared_is_kept_with_both_names() -> None:
    pt, ot = row("97530", "09:00-09:30"), row("97535", "09:15-09:45", discipline=OT)
    (both,) = shown((pt, ot)).value.co_treatment
    (apart,) = shown((row("97530", "09:00-09:15"), row("97140", "09:15-09:30"))).value.apart
    (beside,) = shown((row("97012", "09:00-09:15"), row("97530", "09:05-09:15"))).value.beside

    assert (both.first, both.second, both.shared) == ("97530 (PT)", "97535 (OT)", (Span(555, 570),))
    assert (apart.first, apart.second, apart.shared) == ("97530", "97140", ())
    assert (beside.first, beside.second, beside.shared) == ("97012", "97530", (Span(545, 555),))


def test_the_pairs_of_a_cut_day_are_told_with_their_source() -> None:
    fifteen = tuple(row(f"{at:05}", f"{clock(at)}-{clock(at + 1)}") for at in range(15))

    assert len(shown(fifteen[:14]).value.apart) == 91
    assert says(shown(fifteen[:14])) == []
    (cut,) = shown(fifteen).findings
    assert cut.says == "5 further pairs of services by the clock: not written out here."
    assert (cut.rule, cut.cites) == ("blocks", TYPED)


def test_three_rows_of_two_plans_are_named_with_their_plans_and_typed_by_row() -> None:
    rows = (
        row("97530", "09:00-09:15", typed=14),
        row("97530", "09:15-09:30"),
        row("97535", "09:30-09:45", discipline=OT, typed=16),
    )
    explained = shown(rows)

    assert explained.steps[0].says.startswith("Times are given for 97530 (PT) and 97535 (OT).")
    assert explained.steps[0].gives == "30 + 15 min"
    assert says(explained) == [
        "97530, therapist: the blocks have 15 minutes, 14 typed. The minutes typed decide.",
        "97535, therapist: the blocks have 15 minutes, 16 typed. The minutes typed decide.",
    ]


def test_a_minute_in_three_blocks_is_named_once_and_a_minute_after_them_is_not() -> None:
    rows = (row("97530", "09:00-09:15", "09:10-09:20", "09:10-09:12", "09:20-09:30"),)

    assert says(shown(rows)) == [
        "97530, therapist: 09:10 to 09:15 stand in more than one block. A minute counts once."
    ]


def test_a_minute_given_again_after_another_block_is_still_found() -> None:
    rows = (row("97530", "09:00-09:15", "09:20-09:30", "09:05-09:10"),)

    assert says(shown(rows)) == [
        "97530, therapist: 09:05 to 09:10 stand in more than one block. A minute counts once."
    ]


def test_a_row_without_blocks_beside_one_with_them_is_not_compared_with_its_minutes() -> None:
    rows = (row("97110", typed=8), row("97530", "09:00-09:15"), row("97140", typed=7))

    assert says(shown(rows)) == []
    assert shown(rows).steps[0].says.startswith("Times are given for 97530.")


def test_every_two_that_give_minutes_at_once_are_told() -> None:
    blocks = (
        block("09:00-09:10"),
        block("09:05-09:15", Giver.TOGETHER),
        block("09:14-09:20", Giver.ASSISTANT),
    )

    found = shown((Service("97530", Minutes(10, 6, 10), PT, blocks=blocks),)).findings

    assert [each.says.partition(". ")[0] for each in found] == [
        "97530: 09:05 to 09:10 stand under therapist and together",
        "97530: 09:14 to 09:15 stand under assistant and together",
    ]


def pool(plan: Discipline, *timed: Timed, units: tuple[int, ...]) -> Pool:
    return Pool(plan, tuple(range(len(timed))), timed, Allocation(units))


def clocked(
    rows: tuple[Service, ...], *pools: Pool, method: Method = Method.CMS
) -> Explained[tuple[Clocked, ...]]:
    return by_clock(rows, pools, method)


OVERLAPPING = (row("97140", "09:00-09:15"), row("97530", "09:08-09:46"))
TYPED_53 = pool(PT, Timed("97140", 15), Timed("97530", 38), units=(1, 3))


def test_a_minute_of_two_services_counts_once_by_the_clock_beside_the_typed_ones() -> None:
    explained = clocked(OVERLAPPING, TYPED_53)

    assert explained.value == (Clocked(PT, 46, 3),)
    assert [step.says for step in explained.steps] == [
        (
            "PT plan, by the clock: 46 minutes, 3 units; typed: 53 minutes, 4 units."
            " 7 minutes, 09:08 to 09:15, in more than one block: counted once."
        )
    ]
    assert [finding.says for finding in explained.findings] == [
        (
            "PT plan: the clock would support 3 units, the minutes typed give 4."
            " The minutes typed decide."
        )
    ]


def test_where_clock_and_typed_minutes_earn_the_same_nothing_is_found() -> None:
    rows = (row("97140", "09:00-09:15"), row("97530", "09:15-09:52"))

    explained = clocked(rows, TYPED_53)

    assert explained.value == (Clocked(PT, 52, 3),)
    explained = clocked((*rows, row("97530", "10:00-10:01")), TYPED_53)
    assert (explained.value, explained.findings) == ((Clocked(PT, 53, 4),), ())


def test_a_plan_with_a_timed_service_without_blocks_is_not_told_of() -> None:
    rows = (row("97140", "09:00-09:15"), row("97530", typed=38))

    assert clocked(rows, TYPED_53) == Explained((), ())
    untouched = (row("97140", "09:00-09:15"), row("97530", typed=0), row("97012", typed=15))
    assert clocked(untouched, TYPED_53).value == (Clocked(PT, 15, 1),)


def test_minutes_of_two_plans_are_told_under_both() -> None:
    rows = (row("97530", "09:00-09:30"), row("97535", "09:15-09:45", discipline=OT))
    pools = (
        pool(PT, Timed("97530", 30), units=(2,)),
        pool(OT, Timed("97535", 30), units=(2,)),
    )

    explained = clocked(rows, *pools)

    assert explained.value == (Clocked(PT, 30, 2), Clocked(OT, 30, 2))
    assert explained.steps[0].says.endswith(
        " 15 minutes, 09:15 to 09:30, under the OT plan as well: they count in one of the two."
    )
    shared = "PT and OT plans: 15 minutes, 09:15 to 09:30, count in one of the two"
    assert [finding.says for finding in explained.findings] == [
        (
            f"{shared}; the clock would support at most 3 units, the minutes typed give 4. The"
            " minutes typed decide."
        )
    ]
    alone = clocked(rows, *pools, method=Method.MIDPOINT)
    assert [finding.says for finding in alone.findings] == [
        f"{shared}; the minutes typed give 4. The minutes typed decide."
    ]


def test_shared_minutes_of_two_plans_that_earn_all_the_same_are_no_finding() -> None:
    rows = (row("97530", "09:00-09:30"), row("97535", "09:29-09:59", discipline=OT))
    pools = (
        pool(PT, Timed("97530", 30), units=(2,)),
        pool(OT, Timed("97535", 30), units=(2,)),
    )

    assert clocked(rows, *pools).findings == ()


def test_codes_counted_alone_earn_by_the_clock_what_is_theirs_alone() -> None:
    apart = (row("97129", "09:00-09:08"), row("97130", "09:08-09:15"), row("97530", "09:20-09:28"))
    pair = pool(PT, Timed("97129/97130", 15), Timed("97530", 8), units=(1, 1))

    assert clocked(apart, pair, method=Method.MIDPOINT).value == (Clocked(PT, 23, 2),)
    explained = clocked(OVERLAPPING, TYPED_53, method=Method.MIDPOINT)
    assert explained.value == (Clocked(PT, 46, None),)
    assert "need the shared ones given to one code first" in explained.steps[0].says
    assert [finding.says for finding in explained.findings] == [
        (
            "PT plan: codes counted alone share minutes, which earn for one of them; the minutes"
            " typed give 4. The minutes typed decide."
        )
    ]
