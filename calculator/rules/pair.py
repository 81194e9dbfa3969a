"""A pair of timed codes: one service, its first unit under one code, the rest under the other."""

from calculator.words.explained import Explained, Step

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
