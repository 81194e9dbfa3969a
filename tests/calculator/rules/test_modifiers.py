"""GP, GO or GN on every line, and what is unusual for a discipline."""

from decimal import Decimal

import pytest

from calculator.reference.codes import Code
from calculator.reference.periods import Dated
from calculator.rules.modifiers import assign
from calculator.words.vocabulary import Discipline, Timing

NONE_USED = Decimal("0.00")


def code(number: str, *unusual_for: Discipline) -> Code:
    timing, base = Timing.QUARTER_HOUR, "15 min"
    unusual = frozenset(unusual_for)
    return Code(number, "", timing, base, None, (), unusual, ("ncci",), Dated(number, ()))


@pytest.mark.parametrize(
    ("plan", "modifier"),
    [(Discipline.PT, "GP"), (Discipline.OT, "GO"), (Discipline.SLP, "GN")],
)
def test_the_plan_of_care_names_the_modifier(plan: Discipline, modifier: str) -> None:
    explained = assign((code("97535"),), plan, NONE_USED)

    assert explained.value == (modifier,)
    assert explained.steps[0].says == f"Every line of the {plan} plan carries {modifier}."


def test_codes_unusual_for_the_plan_are_named_together() -> None:
    codes = (code("97530", Discipline.SLP), code("97535"), code("97110", Discipline.SLP))

    found = assign(codes, Discipline.SLP, NONE_USED).findings

    assert len(found) == 1
    assert found[0].says.startswith("97530 and 97110 under SLP")
    assert found[0].cites == ("ncci",)
    assert assign(codes, Discipline.PT, NONE_USED).findings == ()


@pytest.mark.parametrize(("used", "found"), [("0.00", 0), ("0.01", 1)])
def test_kx_is_said_not_to_be_worked_out_once_anything_was_used(used: str, found: int) -> None:
    assert len(assign((code("97535"),), Discipline.PT, Decimal(used)).findings) == found


def test_no_line_needs_no_modifier_step() -> None:
    assert assign((), Discipline.PT, Decimal(99)).steps == ()
