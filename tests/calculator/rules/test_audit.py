"""Billed units held against every allowed claim: the nearest is shown, and money plays no part."""

import pytest

from calculator.rules.audit import audit, plan_of
from calculator.words.billed import BilledLine, Compared, Verdict
from calculator.words.claim import Line
from calculator.words.explained import Step
from calculator.words.vocabulary import Discipline

PT, OT, SLP = Discipline.PT, Discipline.OT, Discipline.SLP


def line(code: str, units: int, plan: Discipline = PT, *, assistant: bool = False) -> Line:
    modifiers = (plan.modifier, *([plan.assistants_modifier] if assistant else []))
    return Line(code, units, plan, assistant, modifiers, None, (None,) * units)


def billed(code: str, units: int, *modifiers: str) -> BilledLine:
    return BilledLine(code, units, modifiers or ("GP",))


TIE = (
    (line("97110", 2), line("97140", 1)),
    (line("97110", 1), line("97140", 2)),
)


@pytest.mark.parametrize("nearest", [0, 1])
def test_any_allowed_claim_is_consistent(nearest: int) -> None:
    claim = TIE[nearest]
    audited = audit(tuple(billed(each.code, each.units) for each in claim), TIE, PT).value

    assert (audited.verdict, audited.nearest) == (Verdict.CONSISTENT, nearest)
    assert {each.verdict for each in audited.compared} == {Verdict.CONSISTENT}


def test_one_unit_above_is_over_and_held_against_the_nearest_claim() -> None:
    audited = audit((billed("97110", 1), billed("97140", 3)), TIE, PT).value

    assert (audited.verdict, audited.nearest) == (Verdict.OVER, 1)
    assert [(each.code, each.verdict) for each in audited.compared] == [
        ("97110", Verdict.CONSISTENT),
        ("97140", Verdict.OVER),
    ]


def test_one_unit_below_is_under() -> None:
    assert audit((billed("97110", 1), billed("97140", 1)), TIE, PT).value.verdict is Verdict.UNDER


def test_as_many_units_on_other_codes_is_shifted_and_each_code_says_which_way() -> None:
    audited = audit((billed("97110", 3),), TIE, PT).value

    assert audited.verdict is Verdict.SHIFTED
    assert [(each.code, each.billed, each.supported) for each in audited.compared] == [
        ("97110", 3, 2),
        ("97140", 0, 1),
    ]


def test_between_claims_equally_near_the_first_is_shown() -> None:
    assert audit((billed("97110", 2), billed("97140", 2)), TIE, PT).value.nearest == 0


def test_several_lines_of_one_code_and_plan_are_one_count() -> None:
    claim = (line("97110", 1), line("97110", 1, assistant=True))
    lines = (billed("97110", 1, "GP"), billed("97110", 1, "GP", "CQ"))
    (each,) = audit(lines, (claim,), PT).value.compared

    assert (each.places, each.billed, each.supported) == ((0, 1), 2, 2)
    assert (each.billed_assistant, each.supported_assistant) == (1, 1)


def test_of_claims_with_the_same_units_the_one_with_the_billed_assistants_units_is_shown() -> None:
    claims = (
        (line("97110", 1), line("97140", 1, assistant=True)),
        (line("97110", 1, assistant=True), line("97140", 1)),
    )
    lines = (billed("97110", 1, "GP", "CQ"), billed("97140", 1, "GP"))

    assert audit(lines, claims, PT).value.nearest == 1


def test_one_code_under_two_plans_is_counted_under_each() -> None:
    claim = (line("97530", 2), line("97530", 1, OT))
    audited = audit((billed("97530", 2, "GP"), billed("97530", 2, "GO")), (claim,), PT).value

    assert [(each.plan, each.billed, each.supported) for each in audited.compared] == [
        (PT, 2, 2),
        (OT, 2, 1),
    ]


@pytest.mark.parametrize(
    ("code", "modifiers", "plan"),
    [
        ("97530", ("GP",), PT),
        ("97530", ("GO",), OT),  # under both plans: the line decides
        ("97535", ("GP",), OT),  # under one plan only: the record decides
        ("97535", ("59",), OT),
        ("97140", ("GN",), SLP),  # not in the record: the line decides
        ("97140", ("59",), PT),  # neither: the visit's own
        ("97530", ("59",), PT),  # under both plans, none named: the first
        ("97530", ("GO", "GP"), OT),  # two named: the first
    ],
)
def test_the_plan_of_a_billed_line(code: str, modifiers: tuple[str, ...], plan: Discipline) -> None:
    claim = (line("97530", 1), line("97530", 1, OT), line("97535", 1, OT))

    assert plan_of(BilledLine(code, 1, modifiers), (claim,), PT) is plan


def test_where_the_record_supports_nothing_every_unit_is_over() -> None:
    audited = audit((billed("97110", 1),), ((),), PT).value

    assert audited.verdict is Verdict.OVER


def test_the_step_names_what_differs_and_against_how_many_claims() -> None:
    (step,) = audit((billed("97110", 4),), TIE, PT).steps

    assert step.says == (
        "4 billed units held against 2 allowed claims: the nearest differs in 97110 (4 billed, 2"
        " supported) and 97140 (0 billed, 1 supported)."
    )
    assert step.gives == "over"


def test_the_step_of_a_consistent_claim_says_so() -> None:
    (step,) = audit((billed("97110", 1),), ((line("97110", 1),),), PT).steps

    assert step.says == (
        "1 billed unit held against the one allowed claim: its units are those billed."
    )


def test_a_step_cites_what_allows_each_of_several_claims() -> None:
    (step,) = audit((billed("97110", 2), billed("97140", 1)), TIE, PT).steps

    says = (
        "3 billed units held against 2 allowed claims: the units of one of them are those billed."
    )
    assert step == Step("audit", says, ("article-a52758", "settled-ties"), "consistent")


def test_of_claims_that_differ_in_as_many_units_the_assistants_units_decide() -> None:
    claims = (
        (line("97110", 1), line("97140", 2, assistant=True)),
        (line("97110", 1), line("97140", 1, assistant=True)),
        (line("97110", 2, assistant=True), line("97140", 1)),
    )
    lines = (billed("97110", 2, "GP", "CQ"), billed("97140", 2, "GP"))

    assert [audit(lines, claims[start:], PT).value.nearest for start in range(2)] == [2, 1]


def test_units_decide_before_the_assistants_units() -> None:
    claims = ((line("97110", 1, assistant=True),), (line("97110", 2),))
    lines = (billed("97110", 2, "GP", "CQ"),)

    assert audit(lines, claims, PT).value.nearest == 1


def test_too_many_and_too_few_of_the_assistants_units_do_not_make_up_for_each_other() -> None:
    claims = (
        (line("97110", 1, assistant=True), line("97140", 1)),
        (line("97110", 1), line("97140", 1)),
    )
    lines = (billed("97110", 1, "GP"), billed("97140", 1, "GP", "CQ"))

    assert audit(lines, claims, PT).value.nearest == 1


def test_what_is_compared_keeps_code_plan_places_and_every_count() -> None:
    claim = (line("97110", 2, assistant=True), line("97110", 1), line("97140", 1))
    lines = (billed("97110", 1, "GP", "CQ"), billed("97530", 1, "GO"), billed("97110", 3, "GP"))

    compared = audit(lines, (claim,), PT).value.compared

    assert compared == (
        Compared("97110", PT, (0, 2), 4, 3, 1, 2),
        Compared("97530", OT, (1,), 1, 0, 0, 0),
        Compared("97140", PT, (), 0, 1, 0, 0),
    )


def test_a_line_that_neither_names_a_plan_nor_is_in_the_record_goes_under_the_visits_own() -> None:
    (each, _) = audit((billed("97140", 1, "59"),), ((line("97110", 1),),), OT).value.compared

    assert (each.code, each.plan) == ("97140", OT)
