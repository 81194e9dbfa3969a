"""What is billed and what is paid for it. Money is in dollars; `None` is "no national amount"."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from calculator.words.money import NOTHING, cents
from calculator.words.vocabulary import Discipline

WHOLE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of a code, priced: its three parts in exact dollars."""

    code: str
    work: Decimal
    practice_expense: Decimal
    malpractice: Decimal

    def amount(self, share: Decimal) -> Decimal:
        """Price the unit, to the cent, with this share of its practice expense."""
        return cents(self.work + share * self.practice_expense + self.malpractice)


@dataclass(frozen=True, slots=True)
class Line:
    """One claim line; `unit_amounts` has one entry a unit, the fully paid unit first.

    `assistant` tells whether its units are the assistant's; `full_unit` is what a unit brings
    where nothing is reduced.
    """

    code: str
    units: int
    discipline: Discipline
    assistant: bool
    modifiers: tuple[str, ...]
    full_unit: Decimal | None
    unit_amounts: tuple[Decimal | None, ...]

    @property
    def amount(self) -> Decimal | None:
        """The line's fee schedule amount after MPPR."""
        return total(self.unit_amounts)

    @property
    def full_amount(self) -> Decimal | None:
        """What the line would come to without MPPR."""
        return None if self.full_unit is None else self.units * self.full_unit


class Net(NamedTuple):
    """Who pays what of an allowed amount; Medicare pays what nobody else bears or withholds."""

    deductible: Decimal
    coinsurance: Decimal
    assistant_reduction: Decimal
    sequestration: Decimal
    medicare_pays: Decimal

    @property
    def patient_pays(self) -> Decimal:
        """Deductible and coinsurance."""
        return self.deductible + self.coinsurance


def written(lines: Iterable[Line]) -> str:
    """Say a whole claim: 97530 × 3 GP, 97110 × 1 GP."""
    return ", ".join(f"{line.code} × {line.units} {' '.join(line.modifiers)}" for line in lines)


def together(nets: Iterable[Net]) -> Net:
    """Add what is paid of several lines."""
    every = (Net(*[NOTHING] * len(Net._fields)), *nets)
    return Net(*(sum(parts, NOTHING) for parts in zip(*every, strict=True)))


def total(amounts: tuple[Decimal | None, ...]) -> Decimal | None:
    """Add amounts; where one of them is not known, neither is the sum."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known, NOTHING) if len(known) == len(amounts) else None
