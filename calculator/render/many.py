"""Many visits as tables: a row of results a visit, a row of reasons a bad one, the totals."""

import csv
import io
from collections.abc import Iterable, Iterator
from decimal import Decimal

from calculator.many import RESULTS, Mark, Outcome, Sum, Totals
from calculator.reference.bundle import Reference
from calculator.words.money import plain
from calculator.words.sentences import listed

HEADS = (
    "visit",
    "lines",
    "date",
    "result",
    "units",
    "allowed",
    "billed_units",
    "billed_amount",
    "difference",
    "ties",
    "modifiers",
    "findings",
    "reasons",
)
REASON = "reason"
NAMED = {
    "consistent": "Consistent",
    "over": "Over: more units billed than the record supports",
    "under": "Under: fewer units billed than the record supports",
    "shifted": "Shifted: as many units, on other codes",
    "answered": "Answered: nothing was billed",
    "refused": "Refused: not answered",
    str(Mark.TIES): "Ties: more than one claim is allowed",
    str(Mark.MODIFIERS): "Modifiers other than the nearest claim has",
}
# What a spreadsheet would take for a formula.
_FORMULA = ("=", "+", "-", "@", "\t")


def cells(
    name: str, lines: tuple[int, int], day: str, outcome: Outcome, reasons: Iterable[str]
) -> tuple[str, ...]:
    """Write a visit as the cells of its row, in the order of HEADS."""
    first, last = lines
    return (
        name,
        str(first) if first == last else f"{first}-{last}",
        day,
        outcome.result,
        _count(outcome.units),
        _money(outcome.allowed),
        _count(outcome.billed_units),
        _money(outcome.billed),
        _money(outcome.difference),
        "yes" if outcome.ties else "",
        outcome.modifiers,
        " ".join(outcome.findings),
        " ".join(reasons),
    )


def record(written: Iterable[str]) -> str:
    """Write a record of a CSV; a text that a spreadsheet would reckon with is marked as text."""
    target = io.StringIO()
    csv.writer(target, lineterminator="\r\n").writerow(map(_safe, written))
    return target.getvalue()


def totals(sums: Totals, reference: Reference) -> list[list[str]]:
    """Write the totals: key, words, visits, allowed, billed, difference, visits without amounts."""
    return [
        *(_sum(key, NAMED[key], sums.by_result[key]) for key in RESULTS if key in sums.by_result),
        *(
            _sum(key, NAMED.get(key) or reference.rules[key].title, sums.by_mark[key])
            for key in _ordered(sums.by_mark)
        ),
        _sum("", "All visits", sums.whole),
    ]


def sentence(sums: Totals) -> str:
    """Say how many visits there are so far, by their results."""
    results = [
        f"{sums.by_result[each].visits:,} {each}" for each in RESULTS if each in sums.by_result
    ]
    count = sums.whole.visits
    noun = "visit" if count == 1 else "visits"
    return f"{count:,} {noun}: {listed(results)}." if results else "No visits."


def _ordered(by_mark: Iterable[str]) -> Iterator[str]:
    met = [*by_mark]
    yield from (mark for mark in map(str, Mark) if mark in met)
    yield from sorted(mark for mark in met if mark not in {*Mark})


def _sum(key: str, words: str, each: Sum) -> list[str]:
    money = (plain(each.allowed), plain(each.billed), plain(each.difference))
    return [key, words, str(each.visits), *money, str(each.unpriced)]


def _count(number: int | None) -> str:
    return "" if number is None else str(number)


def _money(amount: Decimal | None) -> str:
    return "" if amount is None else plain(amount)


def _safe(text: str) -> str:
    is_amount = text.removeprefix("-").replace(".", "", 1).isdigit()
    return f"'{text}" if text.startswith(_FORMULA) and not is_amount else text
