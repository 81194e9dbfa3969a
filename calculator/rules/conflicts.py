"""Modifiers against each other and against the code of their line: what cannot stand."""

from calculator.reference.codes import Code
from calculator.reference.modifiers import Modifier, Modifiers
from calculator.words.explained import Explained, Finding
from calculator.words.sentences import listed
from calculator.words.visit import Minutes

EVALUATIONS = "evaluations"  # a group of codes
ONE_PLAN = "pub-100-04-ch05-20-1"


def check(code: Code, modifiers: tuple[str, ...], held: Modifiers) -> Explained[bool]:
    """Tell whether a line may carry these modifiers; each reason against it is a finding."""
    against = (
        *_repeated(code, modifiers),
        *_together(code, modifiers, held),
        *_without_plan(code, modifiers, held),
        *_unfit(code, modifiers, held),
    )
    unknown = [each for each in dict.fromkeys(modifiers) if each not in held.held]
    strangers = tuple(
        _found(f"{code.code}: {each} is none of the modifiers held here; it was not checked.", ())
        for each in unknown
    )
    return Explained(not against, (), (*against, *strangers))


def evaluated(code: Code, minutes: Minutes, cites: tuple[str, ...]) -> Explained[bool]:
    """Tell whether a service is no evaluation of assistants alone, of which none is billable."""
    alone = minutes.assistant and not (minutes.therapist or minutes.together)
    if code.group != EVALUATIONS or not alone:
        return Explained(True, ())  # noqa: FBT003 -- the value of the answer
    says = (
        f"{code.code}: all of its minutes are an assistant's, so payment is not to be expected:"
        " there is no therapist's evaluation to bill."
    )
    return Explained(False, (), (_found(says, cites),))  # noqa: FBT003 -- as above


def _repeated(code: Code, modifiers: tuple[str, ...]) -> list[Finding]:
    twice = [each for each in dict.fromkeys(modifiers) if modifiers.count(each) > 1]
    return [_found(f"{code.code}: {each} stands twice on one line.", ()) for each in twice]


def _together(code: Code, modifiers: tuple[str, ...], held: Modifiers) -> list[Finding]:
    named = set(modifiers)
    return [
        _found(
            f"{code.code}: {listed(each.modifiers)} do not stand on one line. {each.why}",
            each.sources,
        )
        for each in held.conflicts
        if named.issuperset(each.modifiers)
    ]


def _without_plan(code: Code, modifiers: tuple[str, ...], held: Modifiers) -> list[Finding]:
    if any(plan in modifiers for plan in held.plans):
        return []
    plans = listed(held.plans, "or")
    if code.therapy == "always":
        says = f"{code.code}: the line names no plan of care; it takes exactly one of {plans}."
        return [_found(says, (ONE_PLAN,))]
    return [
        _found(
            f"{code.code}: {each.modifier} stands beside {plans}, and none of them is there.",
            each.sources,
        )
        for each in _known(modifiers, held)
        if each.needs_plan
    ]


def _unfit(code: Code, modifiers: tuple[str, ...], held: Modifiers) -> list[Finding]:
    return [
        _found(_why_unfit(code, each), _sources(code, each))
        for each in _known(modifiers, held)
        if not _fits(code, each)
    ]


def _fits(code: Code, modifier: Modifier) -> bool:
    if modifier.by == "none":
        return not code.therapy
    if modifier.by == "untimed":
        return not (code.therapy and code.timing.counts_minutes)
    return code.code not in modifier.never_on


def _why_unfit(code: Code, modifier: Modifier) -> str:
    if modifier.discipline in code.unusual_for and modifier.by == "plan":
        plan = f"{code.code} under {modifier.discipline}, {modifier.modifier}"
        return f"{plan}: this discipline does not bill that; check the plan of care."
    if modifier.by == "assistant" and code.group == EVALUATIONS:
        return (
            f"{code.code}: {modifier.modifier} only reports that an assistant took part. An"
            " assistant may not evaluate, so do not expect this line to be paid. Bill the"
            " evaluation only if the therapist performed it."
        )
    fits = modifier.fits.partition(". ")[0].rstrip(".")
    return f"{code.code}: {modifier.modifier} does not fit it. What it fits: {fits}."


def _sources(code: Code, modifier: Modifier) -> tuple[str, ...]:
    unusual = modifier.discipline in code.unusual_for and modifier.by == "plan"
    return code.unusual_sources if unusual else modifier.sources


def _known(modifiers: tuple[str, ...], held: Modifiers) -> list[Modifier]:
    return [held.held[each] for each in dict.fromkeys(modifiers) if each in held.held]


def _found(says: str, cites: tuple[str, ...]) -> Finding:
    return Finding("conflicts", says, cites)
