"""What an answer is made of that moves with the calendar, one ingredient at a time.

Each swap puts what holds on the second of two days in the place of what holds on the first, and
says so; without a step nothing moved.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import NamedTuple, TypeVar

from calculator.reference.bundle import THRESHOLDS, Reference
from calculator.reference.codes import Code, Valuation
from calculator.reference.localities import NATIONAL, Indices
from calculator.reference.periods import Dated, Period
from calculator.tariff import factor_key
from calculator.words.explained import Step
from calculator.words.sentences import listed
from calculator.words.visit import Service, Visit

T = TypeVar("T")
Days = tuple[date, date]
Swapped = tuple[Reference, Step | None]

FACTORS = ("conversion-factor", "conversion-factor-qp")
KEPT = "mppr-kept-share"
ACCRUED = (*THRESHOLDS.values(), "medical-review-threshold")


class Ingredient(NamedTuple):
    """One thing that may differ between two days."""

    key: str
    words: str
    swap: Callable[[Reference, Visit, Days], Swapped]


def held_on(services: Iterable[Service], day: date, reference: Reference) -> tuple[Service, ...]:
    """Leave out the services whose code has no row on that day."""
    return tuple(each for each in services if reference.codes[each.code].valuations.held(day))


def _codes(reference: Reference, visit: Visit, days: Days) -> Swapped:
    moved: dict[str, Code] = {}
    says: list[str] = []
    cites: list[str] = []
    for code in _codes_of(visit, reference):
        held = [code.valuations.held(day) for day in days]
        if held[0] != held[1]:
            moved[code.code] = _with_row(code, days)
            says.append(f"{code.code} has no row on {days[0] if held[1] else days[1]}")
            cites += code.valuations.on(days[0] if held[0] else days[1]).sources
    return _with_codes(reference, moved), _step("status", says, cites)


def _rvus(reference: Reference, visit: Visit, days: Days) -> Swapped:
    moved, says, cites = {}, [], []
    for code in _codes_of(visit, reference):
        if not all(code.valuations.held(day) for day in days):
            continue
        was, becomes = (code.valuations.on(day) for day in days)
        if was.value != becomes.value:
            moved[code.code] = _with_row(code, days)
            says.append(f"{code.code}: {_row(was.value)} become {_row(becomes.value)}")
            says += _indicators(code.code, was.value, becomes.value)
            cites += [*was.sources, *becomes.sources]
    return _with_codes(reference, moved), _step("fees", says, cites)


def _gpcis(reference: Reference, visit: Visit, days: Days) -> Swapped:
    if visit.locality == NATIONAL:
        return reference, None
    place = reference.localities[visit.locality]
    was, becomes = (place.indices.on(day) for day in days)
    if was.value == becomes.value:
        return reference, None
    moved = replace(place, indices=_moved(place.indices, days))
    says = [f"{place.name}: {_indices(was.value)} become {_indices(becomes.value)}"]
    step = _step("fees", says, [*was.sources, *becomes.sources])
    return replace(reference, localities={**reference.localities, place.key: moved}), step


def _factor(reference: Reference, visit: Visit, days: Days) -> Swapped:
    keys = [factor_key(replace(visit, day=day), reference) for day in days]
    was, becomes = (reference.figures[key].on(day) for key, day in zip(keys, days, strict=True))
    if was.value == becomes.value:
        return reference, None
    moved = {key: _moved(reference.figures[key], days) for key in FACTORS}
    names = [reference.figures[key].what for key in keys]
    says = [f"{names[0]}: {was.value} becomes {becomes.value}"]
    if names[0] != names[1]:
        says = [f"{names[0]}, {was.value}, becomes {names[1]}, {becomes.value}"]
    step = _step("fees", says, [*was.sources, *becomes.sources])
    return replace(reference, figures={**reference.figures, **moved}), step


def _figures(
    wanted: Callable[[str], bool], rule: str, reference: Reference, visit: Visit, days: Days
) -> Swapped:
    del visit  # figures are everybody's
    figures, says, cites = dict(reference.figures), [], []
    for key, figure in reference.figures.items():
        held = [figure.on(day) if figure.held(day) else None for day in days]
        values = [str(each.value) if each else "not held" for each in held]
        if wanted(key) and values[0] != values[1]:
            figures[key] = _moved(figure, days)
            says.append(f"{figure.what}: {values[0]} becomes {values[1]}")
            cites += [source for each in held if each for source in each.sources]
    return replace(reference, figures=figures), _step(rule, says, cites)


def _codes_of(visit: Visit, reference: Reference) -> list[Code]:
    """Name the codes of a visit, and those that take the further units of a pair."""
    listed_codes = [reference.codes[service.code] for service in visit.services]
    beside = [
        code
        for pair in reference.further.items()
        if {*pair} & {each.code for each in listed_codes}
        for code in map(reference.codes.__getitem__, pair)
    ]
    return list({code.code: code for code in (*listed_codes, *beside)}.values())


def _with_row(code: Code, days: Days) -> Code:
    return replace(code, valuations=_moved(code.valuations, days))


def _moved(dated: Dated[T], days: Days) -> Dated[T]:
    """Let what is held on the second day hold on the first, and nothing besides."""
    first, second = days
    if not dated.held(second):
        return Dated(dated.what, ())
    held = dated.on(second)
    alone = Period(first, first, held.value, held.release, held.standing, held.sources)
    return Dated(dated.what, (alone,))


def _with_codes(reference: Reference, moved: dict[str, Code]) -> Reference:
    return replace(reference, codes={**reference.codes, **moved})


def _row(row: Valuation) -> str:
    parts = (
        f"{row.work} work, {row.practice_expense} practice expense, {row.malpractice} malpractice"
    )
    return f"{row.total} RVUs ({parts})"


def _indicators(code: str, was: Valuation, becomes: Valuation) -> list[str]:
    told = (
        ("status", was.status, becomes.status),
        ("multiple-procedure indicator", was.multiple_procedure, becomes.multiple_procedure),
    )
    return [f"{code}: {name} {old} becomes {new}" for name, old, new in told if old != new]


def _indices(value: Indices) -> str:
    parts = (value.work, value.practice_expense, value.malpractice)
    return f"GPCIs {listed(map(str, parts))} (work, practice expense, malpractice)"


def _step(rule: str, says: list[str], cites: list[str]) -> Step | None:
    return Step(rule, f"{'; '.join(says)}.", tuple(dict.fromkeys(cites))) if says else None


# In the order in which they are taken from the second day.
INGREDIENTS = (
    Ingredient("codes", "codes with a row", _codes),
    Ingredient("rvu", "RVUs and indicators", _rvus),
    Ingredient("gpci", "GPCIs", _gpcis),
    Ingredient("factor", "conversion factor", _factor),
    Ingredient("mppr", "share kept under MPPR", partial(_figures, KEPT.__eq__, "mppr")),
    Ingredient(
        "threshold",
        "KX threshold and review amount",
        partial(_figures, ACCRUED.__contains__, "threshold"),
    ),
    Ingredient(
        "shares",
        "deductible, coinsurance and other shares",
        partial(_figures, lambda key: key not in (*FACTORS, KEPT, *ACCRUED), "costshare"),
    ),
)
