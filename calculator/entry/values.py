"""What a single field holds, whatever question it stands in: a whole number, a word, rows."""

from collections.abc import Callable, Container, Iterable
from typing import TypeVar

from calculator.entry.raw_json import Raw

W = TypeVar("W", bound=str)


def whole(first: int, last: int) -> Callable[[Raw], int | None]:
    """Read a whole number from `first` to `last`; true and false are none."""

    def read(raw: Raw) -> int | None:
        number = raw.value
        if not isinstance(number, int) or isinstance(number, bool):
            return None
        return number if first <= number <= last else None

    return read


def word(words: Iterable[W]) -> Callable[[Raw], W | None]:
    """Read one of the words."""
    return lambda raw: next((each for each in words if each == raw.value), None)


def known(names: Container[str]) -> Callable[[Raw], str | None]:
    """Read a text that is one of the names."""
    return lambda raw: raw.value if isinstance(raw.value, str) and raw.value in names else None


def rows(fewest: int, most: int) -> Callable[[Raw], tuple[Raw, ...] | None]:
    """Read a list of `fewest` to `most` rows, whatever stands in each."""

    def read(raw: Raw) -> tuple[Raw, ...] | None:
        given = raw.value
        return given if isinstance(given, tuple) and fewest <= len(given) <= most else None

    return read
