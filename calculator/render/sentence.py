"""An answer in one sentence, its tie in another, and what it leaves open."""

from collections.abc import Iterable
from itertools import groupby

from calculator.words.answer import Answer, Choice
from calculator.words.claim import Line
from calculator.words.money import dollars, plain
from calculator.words.sentences import capitalised, listed, number

NOT_CHECKED = (
    "Not looked up in this answer: PTP edits, MUE, the KX threshold, assistants' shares, coverage."
)
NO_AMOUNT = "no national amount"


def whole(answer: Answer) -> str:
    """Say the whole result: Four timed units and one untimed; $145.19 allowed; one tie."""
    untimed = sum(line.units for line in answer.lines) - answer.timed_units
    units = []
    if answer.timed_units or not untimed:
        units.append(
            f"{number(answer.timed_units)} timed unit{'' if answer.timed_units == 1 else 's'}"
        )
    if untimed:
        units.append(f"{number(untimed)} untimed")
    money = f"{dollars(answer.allowed)} allowed" if answer.allowed is not None else NO_AMOUNT
    tie = ["one tie"] if answer.choice else []
    return f"{capitalised('; '.join([listed(units), money, *tie]))}."


def tie(answer: Answer, choice: Choice) -> str:
    """Say which units may go elsewhere, and that the choice is the provider's."""
    shown, other = choice.services[: choice.left], choice.services[choice.left :]
    units = "One unit" if choice.left == 1 else f"{capitalised(number(choice.left))} units"
    named = [f"{name} (shown)" for name in shown] + list(other)
    among = (
        listed(named, "or") if choice.left == 1 else f"any {number(choice.left)} of {listed(named)}"
    )
    ways = (
        f" {answer.allocations:,} allocations are allowed."
        if answer.allocations > len(named)
        else ""
    )
    return f"{units} may go to {among}. CMS leaves the choice to the provider.{ways}"


def unit_amounts(line: Line) -> str:
    """Say what each unit brings, equal ones together: 45.34 + 2 × 30.89."""
    said: list[str] = []
    for amount, same in groupby(line.unit_amounts):
        if amount is None:
            return NO_AMOUNT
        count = len(tuple(same))
        said.append(plain(amount) if count == 1 else f"{count} × {plain(amount)}")
    return " + ".join(said)


def claim(lines: Iterable[Line]) -> str:
    """Say a whole claim: 97530 × 3 GP, 97110 × 1 GP."""
    return ", ".join(f"{line.code} × {line.units} {' '.join(line.modifiers)}" for line in lines)
