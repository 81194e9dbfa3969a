"""A pair of timed codes: one service, its first unit under one code, the rest under the other."""

from calculator.words.explained import Explained, Finding, Step
from calculator.words.visit import Minutes

PAIR = "settled-cognitive-pair"


def split(first: str, further: str, units: int) -> Explained[tuple[int, int]]:
    """Divide a service's units between its two codes; the further one never stands alone."""
    units_of_first = min(units, 1)
    units_of_further = units - units_of_first
    if not units:
        return Explained((0, 0), ())
    says = (
        f"{first} and {further} are one service: its first unit is {first}, further ones {further}."
    )
    gives = f"{units_of_first} + {units_of_further}"
    return Explained((units_of_first, units_of_further), (Step("pair", says, (PAIR,), gives),))


def order(first: str, further: str, minutes: Minutes, units: int) -> Explained[None]:
    """Say in which order the units of therapist and assistant fill the two codes.

    It matters where an assistant took part and more than one unit is earned: the first unit then
    stands under another code than the rest.
    """
    if not minutes.assistant or units <= 1:
        return Explained(None, ())
    together = ", those with both at once among them," if minutes.together else ""
    says = (
        f"{first}/{further}: the therapist's units{together} fill {first} first, the assistant's"
        " come after. This order is a convention of this site: no text held here says whose minutes"
        " are the first unit's, and the record may show another order."
    )
    step = Step("pair", says, (PAIR,), "a convention")
    return Explained(None, (step,), (Finding("pair", says, (PAIR,)),))
