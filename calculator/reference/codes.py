"""What the fee schedule holds of each code."""

from dataclasses import dataclass
from decimal import Decimal

from calculator.reference.periods import Dated
from calculator.words.vocabulary import Discipline, Timing

NEVER_PAID = {
    "B": "Medicare bundles it into other services",
    "I": "Medicare uses another code for it",
    "N": "Medicare does not cover it",
}


@dataclass(frozen=True, slots=True)
class Valuation:
    """A code's row in one release of the fee schedule: non-facility RVUs and indicators."""

    status: str
    work: Decimal
    practice_expense: Decimal
    malpractice: Decimal
    multiple_procedure: str

    @property
    def total(self) -> Decimal:
        """Total non-facility RVUs."""
        return self.work + self.practice_expense + self.malpractice

    @property
    def never_paid(self) -> str:
        """Why Medicare never pays this code for itself; empty where it may."""
        return NEVER_PAID.get(self.status, "")

    @property
    def priced(self) -> bool:
        """Whether there is a national amount: not where the contractor sets the price."""
        return self.status != "C" and not (self.status == "R" and self.total == 0)

    @property
    def therapy_mppr(self) -> bool:
        """Whether the therapy MPPR reduces its practice expense."""
        return self.multiple_procedure == "5"


@dataclass(frozen=True, slots=True)
class Code:
    """One code of the family: our label, what its units hang on, and its valuations by date.

    `therapy` is "always" or "sometimes", empty where no list of therapy codes names it; `instead`
    is the code that Medicare uses where it does not take this one.
    """

    code: str
    label: str
    timing: Timing
    base: str
    further: str | None
    timing_sources: tuple[str, ...]
    unusual_for: frozenset[Discipline]
    unusual_sources: tuple[str, ...]
    valuations: Dated[Valuation]
    group: str = ""
    therapy: str = ""
    instead: str | None = None
    instead_sources: tuple[str, ...] = ()

    @property
    def runs_beside(self) -> bool:
        """Whether it may run while another service is given: a supervised modality."""
        return self.group == "modalities-supervised"
