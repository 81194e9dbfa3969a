"""Small turns of phrase that the rules' sentences share."""

from collections.abc import Iterable

NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def number(count: int) -> str:
    """Write a count in words up to twelve, in figures beyond."""
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else str(count)


def counted(count: int, noun: str) -> str:
    """Write a count in figures with its noun: 1 unit, 4 units."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def listed(items: Iterable[str], last: str = "and") -> str:
    """Join items as a sentence does: a, b and c."""
    *before, final = items
    return f"{', '.join(before)} {last} {final}" if before else final


def capitalised(sentence: str) -> str:
    """Begin a sentence with a capital and leave the rest as it is."""
    return sentence[:1].upper() + sentence[1:]
