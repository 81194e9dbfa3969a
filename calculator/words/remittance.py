"""What a remittance shows: amounts that are not paid, each with the code that says why."""

from decimal import Decimal
from typing import NamedTuple

from calculator.words.vocabulary import Standing

CHARGE = "charge"
LIMITING_CHARGE = "limiting-charge"
BALANCE = "balance"
MPPR = "mppr"
DEDUCTIBLE = "deductible"
COINSURANCE = "coinsurance"
ASSISTANT = "assistant"
SEQUESTRATION = "sequestration"

# Why a line is not paid at all.
NO_KX = "no-kx"
NCCI = "ncci"
NO_NOTICE = "no-notice"
NOTICE = "notice"
EXCLUDED = "excluded"
PART_A_STAY = "part-a-stay"
DENIALS = (NO_KX, NCCI, NO_NOTICE, NOTICE, EXCLUDED, PART_A_STAY)

LOWERED = (ASSISTANT, SEQUESTRATION)  # they lower the payment, not what is allowed

KEYS = (
    *(CHARGE, LIMITING_CHARGE, BALANCE, MPPR, DEDUCTIBLE, COINSURANCE, ASSISTANT, SEQUESTRATION),
    *DENIALS,
)


class AdjustmentCode(NamedTuple):
    """A group code, which says who bears an amount, with a reason code (CARC) and a remark.

    `reason` is empty where no source establishes it; `others` are codes that other sources name.
    """

    group: str
    reason: str
    remark: str
    means: str
    standing: Standing
    cites: tuple[str, ...]
    others: tuple["AdjustmentCode", ...] = ()

    @property
    def written(self) -> str:
        """The code as a remittance has it: CO-45."""
        return self.beside("")

    def beside(self, amount: str) -> str:
        """Write the code with an amount behind it: CO-45 11.74."""
        said = f" {amount}" if amount else ""
        if self.reason:
            return f"{self.group}-{self.reason}{said}"
        return f"{self.group}{said} (reason code not established here)"


class Adjusted(NamedTuple):
    """An amount in dollars that is not paid, and why; None is the whole charge, not told."""

    key: str
    code: AdjustmentCode
    amount: Decimal | None


class Remitted(NamedTuple):
    """One line of a remittance: what was charged, what is not paid of it, and what is."""

    charge: Decimal | None
    adjusted: tuple[Adjusted, ...]
    paid: Decimal
    to_patient: bool
