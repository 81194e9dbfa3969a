"""What runs through the visits of a patient: threshold used in each bucket, and deductible left."""

from dataclasses import dataclass
from decimal import Decimal

from calculator.words.vocabulary import Discipline

PT_WITH_SLP = "PT with SLP"
OT = "OT"


def bucket_of(discipline: Discipline) -> str:
    """Name the bucket in which a discipline's charges add up."""
    return OT if discipline is Discipline.OT else PT_WITH_SLP


@dataclass(frozen=True, slots=True)
class Year:
    """One calendar year's running totals, in dollars."""

    year: int
    used: dict[str, Decimal]
    deductible_remaining: Decimal
