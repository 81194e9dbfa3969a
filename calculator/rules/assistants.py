"""CQ and CO: which units of a service are the assistant's, unit by unit and not code by code."""

from decimal import ROUND_HALF_UP, Decimal

from calculator.words.explained import Explained, Step
from calculator.words.quarter_hours import FIRST_BOUNDARY, QUARTER
from calculator.words.sentences import counted, number
from calculator.words.visit import Minutes

IN_PART = ("aota-ota-modifier", "usc-42-1395m-v")
LAST_UNIT = ("aota-ota-modifier",)
WHOLE_UNITS = ("pt-management-assistants",)
TWO_LEFT = ("cms-therapy-services", "settled-two-units-left")
LINES = ("cms-cq-co-examples",)

MORE_THAN = Decimal("0.10")  # exactly a tenth is not more


def divide(service: str, minutes: Minutes, units: int, modifier: str) -> Explained[tuple[int, int]]:
    """Divide a timed service's units: how many without the assistant's modifier, how many with it.

    The rule for the last unit is the one in force since 2022-01-01.
    """
    if not minutes.assistant or not units:
        return Explained((units, 0), ())
    therapist, assistant = minutes.therapists, minutes.assistant
    own, theirs = therapist // QUARTER, assistant // QUARTER
    steps = [_whole(service, minutes, own, theirs)]
    left = units - own - theirs
    rest, assistants_rest = therapist % QUARTER, assistant % QUARTER
    if left == 1:
        with_it, step = _last(service, rest, assistants_rest)
        own, theirs = own + (not with_it), theirs + with_it
        steps.append(step)
    elif left:
        own, theirs = own + 1, theirs + 1
        steps.append(_two_left(service, rest, assistants_rest))
    steps.append(_lines(service, own, theirs, modifier))
    return Explained((own, theirs), tuple(steps))


def mark(code: str, minutes: Minutes, modifier: str) -> Explained[bool]:
    """Tell whether the one unit of an untimed service carries the assistant's modifier."""
    if not minutes.assistant:
        return Explained(False, ())  # noqa: FBT003 -- the value of the answer
    with_it = _in_part(minutes.assistant, minutes.total)
    says = (
        f"{code}: the assistant gave {minutes.assistant} of {counted(minutes.total, 'minute')},"
        f" {'more' if with_it else 'not more'} than {MORE_THAN:.0%} of the service."
    )
    if with_it and minutes.assistant <= (minutes.total * MORE_THAN).quantize(
        Decimal(1), ROUND_HALF_UP
    ):
        says += " Exact; CMS's ways of rounding to whole minutes may say otherwise here."
    gives = modifier if with_it else f"no {modifier}"
    return Explained(with_it, (Step("assistants", says, IN_PART, gives),))


def _in_part(assistant: int, total: int) -> bool:
    return assistant > MORE_THAN * total


def _whole(service: str, minutes: Minutes, own: int, theirs: int) -> Step:
    together = f", {minutes.together} of them together" if minutes.together else ""
    says = (
        f"{service}: {counted(minutes.therapists, 'minute')} of the therapist{together},"
        f" {minutes.assistant} of the assistant. Full 15-minute units go to who gave them:"
        f" therapist {number(own) if own else 'none'},"
        f" assistant {number(theirs) if theirs else 'none'}."
    )
    return Step("assistants", says, (*WHOLE_UNITS, *IN_PART), f"{own} + {theirs}")


def _last(service: str, therapist: int, assistant: int) -> tuple[bool, Step]:
    holds = f"The last unit of {service} holds {therapist} of the therapist and {assistant} of the"
    if therapist >= FIRST_BOUNDARY:
        why, with_it = f"the therapist alone gave {FIRST_BOUNDARY} or more", False
    elif assistant >= FIRST_BOUNDARY:
        why = f"the assistant gave {FIRST_BOUNDARY} or more, the therapist fewer"
        with_it = True
    else:
        with_it = _in_part(assistant, therapist + assistant)
        share = "more" if with_it else "not more"
        why = f"both fewer than {FIRST_BOUNDARY}, the assistant's part {share} than {MORE_THAN:.0%}"
    gives = "assistant's" if with_it else "therapist's"
    return with_it, Step("assistants", f"{holds} assistant: {why}.", LAST_UNIT, gives)


def _two_left(service: str, therapist: int, assistant: int) -> Step:
    says = (
        f"Two units of {service} are left, with {therapist} minutes of the therapist and"
        f" {assistant} of the assistant: one is the therapist's, one the assistant's."
    )
    return Step("assistants", says, TWO_LEFT, "1 + 1")


def _lines(service: str, own: int, theirs: int, modifier: str) -> Step:
    says = (
        f"{service}: {counted(own, 'unit')} without {modifier} and {counted(theirs, 'unit')} with"
        " it stand on lines of their own."
        if own and theirs
        else f"{service}: {'no unit carries' if own else 'every unit carries'} {modifier}."
    )
    return Step("assistants", says, LINES, f"{theirs} with {modifier}" if theirs else "none")
