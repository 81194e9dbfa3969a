"""What runs through the visits of a patient: threshold used in each bucket, and deductible left."""

from dataclasses import dataclass
from decimal import Decimal

from calculator.words.vocabulary import Bucket


@dataclass(frozen=True, slots=True)
class Year:
    """One calendar year's running totals, in dollars."""

    year: int
    used: dict[Bucket, Decimal]
    deductible_remaining: Decimal
