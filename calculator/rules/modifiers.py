"""The modifiers of each claim line, in one order: edit, plan of care, assistant, threshold."""

from typing import NamedTuple

from calculator.reference.codes import Code
from calculator.words.explained import Explained, Step
from calculator.words.vocabulary import Discipline

EVERY_LINE = "pub-100-04-ch05-20-1"
ORDER = "settled-modifier-order"


class Reasons(NamedTuple):
    """What one line carries modifiers for: its plan, an assistant's units, a threshold passed.

    `separate` is the modifier that opens an edit, empty where the line meets none to be opened.
    """

    code: Code
    plan: Discipline
    assistant: bool
    above_threshold: bool
    separate: str = ""

    @property
    def in_order(self) -> tuple[str, ...]:
        """The line's modifiers."""
        return (
            *((self.separate,) if self.separate else ()),
            self.plan.modifier,
            *((self.plan.assistants_modifier,) if self.assistant else ()),
            *(("KX",) if self.above_threshold else ()),
        )


def assign(lines: tuple[Reasons, ...]) -> Explained[tuple[tuple[str, ...], ...]]:
    """Return the modifiers of each line."""
    carried = tuple(line.in_order for line in lines)
    plans = tuple(dict.fromkeys(line.plan for line in lines))
    steps = [_plan(plan) for plan in plans]
    longest = max(carried, key=len, default=())
    if len(longest) > 1:
        says = "Modifiers stand in this order by convention; no CMS text orders them."
        steps.append(Step("modifiers", says, (ORDER,), " ".join(longest)))
    return Explained(carried, tuple(steps))


def _plan(plan: Discipline) -> Step:
    says = f"Every line of the {plan} plan carries {plan.modifier}."
    return Step("modifiers", says, (EVERY_LINE,), plan.modifier)
