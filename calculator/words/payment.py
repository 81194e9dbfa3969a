"""What is allowed of a charge, and who pays it. Money is in dollars."""

from decimal import Decimal
from typing import NamedTuple

from calculator.words.claim import Net, together
from calculator.words.money import NOTHING
from calculator.words.remittance import Remitted
from calculator.words.vocabulary import Participation


class Allowance(NamedTuple):
    """What is allowed of one line, and what that was worked out from.

    `full` is the fee schedule amount without MPPR and `fee` with it, both as the participation
    has them. `charge` is what all units of the line are charged, None where it was not told.
    `limit` is the limiting charge, where there is one.
    """

    full: Decimal
    fee: Decimal
    charge: Decimal | None
    limit: Decimal | None

    @property
    def allowed(self) -> Decimal:
        """The charge or the fee, whichever is less."""
        return self.fee if self.charge is None else min(self.charge, self.fee)

    @property
    def collectable(self) -> Decimal | None:
        """The most that may be collected for the line, from everybody together."""
        if self.limit is None:
            return self.allowed
        return None if self.charge is None else min(self.charge, self.limit)

    @property
    def balance(self) -> Decimal | None:
        """What the patient may be charged above the allowed amount."""
        return None if self.collectable is None else self.collectable - self.allowed


class Paid(NamedTuple):
    """One line of a payment: what is allowed, who pays it, and the denial that stands against it.

    Of a denied line nothing is allowed.
    """

    allowance: Allowance
    net: Net
    denial: str | None
    remitted: Remitted

    @property
    def allowed(self) -> Decimal:
        """What is allowed of the line."""
        return NOTHING if self.denial else self.allowance.allowed

    @property
    def balance(self) -> Decimal | None:
        """What the patient may be charged above the allowed amount; of a denied line, nothing."""
        return NOTHING if self.denial else self.allowance.balance

    @property
    def collected(self) -> Decimal:
        """What may be collected of the line; without a charge the limiting charge, at most."""
        if self.denial:
            return NOTHING
        known = self.allowance.collectable
        return (self.allowance.limit or NOTHING) if known is None else known

    @property
    def bears(self) -> Decimal:
        """What the patient bears of the line in the end.

        It is deductible and coinsurance; without assignment, what may be collected less what
        Medicare pays the patient.
        """
        if self.allowance.limit is None or self.denial:
            return self.net.patient_pays
        return self.collected - self.net.medicare_pays


class Payment(NamedTuple):
    """What is paid of a claim with its charges, its participation and its denials.

    `told` says whether the visit has any of the three; without them it is the fee schedule's.
    """

    participation: Participation
    told: bool
    lines: tuple[Paid, ...]

    @property
    def allowed(self) -> Decimal:
        """What is allowed of all lines."""
        return sum((line.allowed for line in self.lines), NOTHING)

    @property
    def net(self) -> Net:
        """Who pays what of all lines."""
        return together(line.net for line in self.lines)

    @property
    def collected(self) -> Decimal:
        """What may be collected of all lines."""
        return sum((line.collected for line in self.lines), NOTHING)

    @property
    def bears(self) -> Decimal:
        """What the patient bears of all lines, the one figure that every rendering shows."""
        return sum((line.bears for line in self.lines), NOTHING)

    @property
    def charged(self) -> bool:
        """Whether what may be collected is known of every line, and not only its limit."""
        return all(line.denial or line.allowance.collectable is not None for line in self.lines)


class Settlement(NamedTuple):
    """Who pays what of a claim.

    `nets` divide each line's fee schedule amount as if its provider participated, charged no less
    and nothing were denied; `other_reading` is what they come to where the assistants' reduction is
    read the other way, None where there is none.
    """

    nets: tuple[Net, ...]
    payment: Payment
    other_reading: Net | None
