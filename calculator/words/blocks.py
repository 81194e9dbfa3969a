"""Start and end of what was given, in minutes from midnight."""

from collections.abc import Iterable
from typing import NamedTuple

from calculator.words.sentences import listed
from calculator.words.vocabulary import Giver

HOUR = 60


class Block(NamedTuple):
    """Minutes of a service at a stretch, on one day; `end` is the first minute after it."""

    start: int
    end: int
    by: Giver


class Span(NamedTuple):
    """Minutes at a stretch, whoever gave them."""

    start: int
    end: int

    @property
    def minutes(self) -> int:
        """How long it is."""
        return self.end - self.start

    @property
    def named(self) -> str:
        """The span as a sentence has it: 09:00 to 09:23."""
        return f"{clock(self.start)} to {clock(self.end)}"


class Pair(NamedTuple):
    """Two services of a day, and the minutes that both have; none where they are apart.

    `codes` are those of the two, where `first` and `second` may name their plans of care as well.
    """

    first: str
    second: str
    shared: tuple[Span, ...]
    says: str
    codes: tuple[str, str]


class Times(NamedTuple):
    """What the blocks of a day show: pairs apart, and pairs with minutes in common.

    `beside` are those of a supervised modality, `co_treatment` those of two disciplines.
    """

    apart: tuple[Pair, ...]
    beside: tuple[Pair, ...]
    together: tuple[Pair, ...]
    co_treatment: tuple[Pair, ...]
    gaps: tuple[Span, ...]


NO_TIMES = Times((), (), (), (), ())


def bits(span: Block | Span) -> int:
    """Write minutes as a set: a number with a bit for each minute of the day."""
    return (1 << span.end) - (1 << span.start)


def filled(spans: Iterable[Block | Span]) -> int:
    """Put the minutes of all of them into one set."""
    minutes = 0
    for span in spans:
        minutes |= bits(span)
    return minutes


def spans_in(minutes: int) -> tuple[Span, ...]:
    """Read a set of minutes as stretches, the first of the day first."""
    spans, passed = [], 0
    while minutes:
        empty = (minutes & -minutes).bit_length() - 1
        minutes >>= empty
        length = (~minutes & (minutes + 1)).bit_length() - 1
        minutes >>= length
        spans.append(Span(passed + empty, passed + empty + length))
        passed += empty + length
    return tuple(spans)


def clock(minute: int) -> str:
    """Write a minute of the day as a clock shows it: 09:05."""
    return f"{minute // HOUR:02}:{minute % HOUR:02}"


def named(spans: Iterable[Span]) -> str:
    """Name spans in a row: 09:00 to 09:15 and 10:00 to 10:08."""
    return listed(span.named for span in spans)
