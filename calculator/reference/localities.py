"""Geographic practice cost indices (GPCI)."""

from dataclasses import dataclass
from decimal import Decimal

from calculator.reference.periods import Dated

NATIONAL = "national"


@dataclass(frozen=True, slots=True)
class Indices:
    """The three indices of a locality in one year; all 1 is the national amount."""

    work: Decimal
    practice_expense: Decimal
    malpractice: Decimal


ALL_ONE = Indices(Decimal(1), Decimal(1), Decimal(1))


@dataclass(frozen=True, slots=True)
class Locality:
    """A payment locality under its key: MAC, hyphen, locality number."""

    key: str
    name: str
    indices: Dated[Indices]
