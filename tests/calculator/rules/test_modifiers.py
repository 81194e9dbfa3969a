"""The modifiers of each line in their order, by plan, assistant and threshold."""

import pytest

from calculator.reference.codes import Code
from calculator.reference.periods import Dated
from calculator.rules.modifiers import Reasons, assign
from calculator.words.explained import Step
from calculator.words.vocabulary import Discipline, Timing


def line(
    number: str,
    plan: Discipline = Discipline.PT,
    *unusual_for: Discipline,
    assistant: bool = False,
    above: bool = False,
) -> Reasons:
    timing, base = Timing.QUARTER_HOUR, "15 min"
    unusual = frozenset(unusual_for)
    code = Code(number, "", timing, base, None, (), unusual, ("ncci",), Dated(number, ()))
    return Reasons(code, plan, assistant, above)


@pytest.mark.parametrize(
    ("plan", "modifier"),
    [(Discipline.PT, "GP"), (Discipline.OT, "GO"), (Discipline.SLP, "GN")],
)
def test_the_plan_of_care_names_the_modifier(plan: Discipline, modifier: str) -> None:
    explained = assign((line("97535", plan),))

    assert explained.value == ((modifier,),)
    says = f"Every line of the {plan} plan carries {modifier}."
    assert explained.steps == (Step("modifiers", says, ("pub-100-04-ch05-20-1",), modifier),)


@pytest.mark.parametrize(
    ("plan", "assistant", "above", "modifiers"),
    [
        (Discipline.PT, True, False, ("GP", "CQ")),
        (Discipline.OT, True, False, ("GO", "CO")),
        (Discipline.PT, False, True, ("GP", "KX")),
        (Discipline.OT, True, True, ("GO", "CO", "KX")),
        (Discipline.SLP, False, True, ("GN", "KX")),
    ],
)
def test_plan_then_assistant_then_threshold(
    plan: Discipline, *, assistant: bool, above: bool, modifiers: tuple[str, ...]
) -> None:
    explained = assign((line("97535", plan, assistant=assistant, above=above),))

    assert explained.value == (modifiers,)
    says = "Modifiers stand in this order by convention; no CMS text orders them."
    assert explained.steps[-1] == Step(
        "modifiers", says, ("settled-modifier-order",), " ".join(modifiers)
    )


def test_the_order_is_shown_by_the_line_that_carries_most() -> None:
    most = line("97535", Discipline.OT, assistant=True, above=True)

    for lines in ((most, line("97110", above=True)), (line("97110", above=True), most)):
        assert assign(lines).steps[-1].gives == "GO CO KX"


def test_each_plan_is_explained_once_in_the_order_of_the_lines() -> None:
    steps = assign((line("97535", Discipline.OT), line("97110"), line("97530"))).steps

    assert [step.gives for step in steps] == ["GO", "GP"]


def test_no_line_needs_no_modifier_step() -> None:
    assert assign(()).steps == ()
