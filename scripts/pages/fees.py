"""The fee list: every code in every locality, priced at build; what changed since last year."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from calculator.reference.localities import ALL_ONE, Indices
from calculator.words.claim import WHOLE
from calculator.words.money import NOTHING
from scripts.content.joined import Code
from scripts.content.library import holding
from scripts.pages import changes, prices
from scripts.pages.facts import Facts, Year
from scripts.pages.subjects import Subject
from scripts.pages.template import render

NATIONAL = "national"
FACTORS = ((prices.FACTOR, "not QP"), (prices.FACTOR_QP, "QP, qualifying APM"))
ROOT = "../"


@dataclass(frozen=True, slots=True)
class Edition:
    """A year's prices at one conversion factor; `key` names it in the data and in the form."""

    key: str
    year: Year
    factor: str
    words: str
    value: Decimal
    start: str
    end: str
    releases: tuple[str, ...]


def editions(facts: Facts) -> list[Edition]:
    """List what can be priced, the newest first: every year at every factor that it has."""
    found = []
    for year in facts.years:
        for factor, words in FACTORS:
            series = facts.reference.figures[factor]
            if not series.held(year.priced_on):
                continue
            period = series.on(year.priced_on)
            releases = tuple(
                release.release
                for path, release in facts.library.releases.items()
                if path.startswith(("rvu/", "gpci/")) and release.holds_on(year.priced_on)
            )
            key = year.name if factor == prices.FACTOR else f"{year.name}-qp"
            days = (period.start.isoformat(), period.end.isoformat())
            value = facts.reference.figure(factor, year.priced_on).value
            found.append(Edition(key, year, factor, words, value, *days, releases))
    return found


def priced(facts: Facts) -> list[Code]:
    """List the codes that have a national price in any year."""
    return [
        code
        for code in facts.library.codes.values()
        if any(
            prices.amount(facts.reference, code.code, year.priced_on) is not None
            for year in facts.years
        )
    ]


def pages(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the amounts as data for the browser, which adds and multiplies nothing itself."""
    yield "assets/fees.json", json.dumps(_data(facts), separators=(",", ":"))


def _data(facts: Facts) -> dict[str, object]:
    """Write cents by edition and locality, in the codes’ order: first units, further units."""
    codes = priced(facts)
    places = {NATIONAL: None} | dict.fromkeys(facts.library.localities)
    return {
        "codes": [code.code for code in codes],
        "amounts": {
            edition.key: {place: _amounts(facts, codes, edition, place) for place in places}
            for edition in editions(facts)
        },
    }


def _amounts(
    facts: Facts, codes: list[Code], edition: Edition, place: str
) -> list[list[int | None]] | None:
    """Price the codes in a locality; a further unit is only named where it differs."""
    indices = _indices(facts, edition, place)
    if indices is None:
        return None
    day = edition.year.priced_on
    asked = [(facts.reference, code.code, day, indices, edition.factor) for code in codes]
    first = [prices.amount(*each) for each in asked]
    further = [
        prices.further(*each) if price is not None and _reduced(each[1], facts, edition) else None
        for each, price in zip(asked, first, strict=True)
    ]
    return [[_cents(each) for each in first], [_cents(each) for each in further]]


def _reduced(code: str, facts: Facts, edition: Edition) -> bool:
    return prices.kept_share(facts.reference, code, edition.year.priced_on) != WHOLE


def _indices(facts: Facts, edition: Edition, place: str) -> Indices | None:
    if place == NATIONAL:
        return ALL_ONE
    held = facts.reference.localities[place].indices
    day = edition.year.priced_on
    return held.on(day).value if held.held(day) else None


def _cents(amount: Decimal | None) -> int | None:
    return None if amount is None else int(amount * 100)


def subjects(_: Facts) -> Iterator[Subject]:
    """Yield the list and the changes under their names."""
    about = "Every code’s price in one locality, to view, print and download."
    yield Subject("page", ("fee list",), "fees/", about)
    yield Subject("page", ("fee changes",), "fees/changes/", "Every code’s price in two years.")


def fragments(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the list with the national prices of the newest year, and the changes."""
    made = editions(facts)
    codes = priced(facts)
    first, further = _amounts(facts, codes, made[0], NATIONAL) or ([], [])
    rows = list(zip(codes, first, further, strict=True))
    held = {code.code for code in codes}
    yield (
        "fees/list.html",
        render(
            "fees.html",
            rows=[(code, _dollars(one), _dollars(more)) for code, one, more in rows],
            editions=made,
            localities=list(facts.library.localities.values()),
            unpriced=[code for code in facts.library.codes.values() if code.code not in held],
            root=ROOT,
        ),
    )
    yield "fees/changes.html", _changes(facts, codes)


def _dollars(cents: int | None) -> Decimal | None:
    return None if cents is None else Decimal(cents) / 100


def _changes(facts: Facts, codes: list[Code]) -> str:
    moved = [
        (code, found) for code in codes if (found := changes.move(facts, code.code)) is not None
    ]
    widest = max(abs(move.share or NOTHING) for _, move in moved)
    rows = [(code, move, _bar(move.share or NOTHING, widest)) for code, move in moved]
    told = {code.code for code, _ in moved}
    lacking = [code for code in codes if code.code not in told]
    work = [code for code, _ in moved if _work_fell(facts, code)]
    return render(
        "fee_changes.html",
        rows=rows,
        lacking=lacking,
        fell=work,
        years=facts.years[:2],
        newest=next(code.periods[-1] for code in codes if code.periods),
        root="../../",
    )


def _work_fell(facts: Facts, code: Code) -> bool:
    new, old = (holding(code.periods, year.priced_on) for year in facts.years[:2])
    return old is not None and new is not None and new.work < old.work


def _bar(share: Decimal, widest: Decimal) -> tuple[float, float]:
    """Lay a change out from the middle of the cell: start and width in percent."""
    width = float(share / widest * 50) if widest else 0.0
    return round(50 + min(width, 0), 2), round(abs(width), 2)
