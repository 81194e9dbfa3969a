"""The date of service in a line: 2026-03-02, 3/2/2026 or 3/2/26. A year is never supplied."""

import re
from datetime import date

from calculator.words.reading import Choice, Group, Span, State

TAKES = "a day such as 2026-03-02 or 3/2/2026"

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_AMERICAN = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?")


def day(text: str) -> date | None:
    """Read a whole date; None where it is none, or has no year."""
    iso, american = _ISO.fullmatch(text), _AMERICAN.fullmatch(text)
    if iso:
        year, month, number = iso.groups()
    elif american and american[3]:
        month, number, year = american.groups()
    else:
        return None
    try:
        return date(int(f"20{year}"[-4:]), int(month), int(number))
    except ValueError:
        return None


def looks_like(text: str) -> bool:
    """Tell whether a piece can only be meant as a date."""
    return bool(_ISO.fullmatch(text) or _AMERICAN.fullmatch(text))


def group(text: str, span: Span, held: tuple[date, date]) -> Group:
    """Read a piece that looks like a date; `held` are the days for which there are figures."""
    found = day(text)
    if found is None:
        return _unfinished(text, span, held)
    read = Group(span, "date", [in_words(found)], sets={"date": str(found)})
    first, last = held
    if not first <= found <= last:
        problem = f"No figures are held for {found}; held are {first} to {last}."
        read.doubt(State.FAULT, problem, span)
    return read


def in_words(found: date) -> str:
    """Write a day as a reading shows it: Mon, Mar 2, 2026."""
    return f"{found:%a, %b} {found.day}, {found.year}"


def _unfinished(text: str, span: Span, held: tuple[date, date]) -> Group:
    read = Group(span, "date")
    american = _AMERICAN.fullmatch(text)
    if american and not american[3]:
        month, number = american[1], american[2]
        years = range(held[0].year, held[1].year + 1)
        choices = [
            Choice(f"{month}/{number}/{year}?", span, f"{month}/{number}/{year}")
            for year in years
            if day(f"{month}/{number}/{year}")
        ]
        if choices:
            return read.doubt(State.ASKED, "Which year?", span, *choices)
    return read.doubt(State.FAULT, f"got {text}; takes {TAKES}", span)
