"""The plan-of-care modifier: GP, GO or GN on every line."""

from decimal import Decimal

from calculator.reference.codes import Code
from calculator.words.explained import Explained, Finding, Step
from calculator.words.money import dollars
from calculator.words.sentences import listed
from calculator.words.vocabulary import Discipline

EVERY_LINE = "pub-100-04-ch05-20-1"
THRESHOLD = "cms-therapy-services"


def assign(
    codes: tuple[Code, ...], plan: Discipline, threshold_used: Decimal
) -> Explained[tuple[str, ...]]:
    """Return the modifiers that each of these codes' lines carries under this plan of care.

    `threshold_used` (dollars) is only named: KX is not worked out.
    """
    modifiers = (plan.modifier,)
    if not codes:
        return Explained(modifiers, ())
    says = f"Every line of the {plan} plan carries {plan.modifier}."
    steps = (Step("modifiers", says, (EVERY_LINE,), plan.modifier),)
    return Explained(modifiers, steps, (*_unusual(codes, plan), *_threshold(threshold_used)))


def _unusual(codes: tuple[Code, ...], plan: Discipline) -> tuple[Finding, ...]:
    unusual = [code for code in codes if plan in code.unusual_for]
    if not unusual:
        return ()
    named = listed(code.code for code in unusual)
    says = f"{named} under {plan}: this discipline does not bill that; check the plan of care."
    sources = dict.fromkeys(source for code in unusual for source in code.unusual_sources)
    return (Finding("modifiers", says, tuple(sources)),)


def _threshold(used: Decimal) -> tuple[Finding, ...]:
    if not used:
        return ()
    says = f"KX is not worked out here: the {dollars(used)} used so far change nothing."
    return (Finding("modifiers", says, (THRESHOLD,)),)
