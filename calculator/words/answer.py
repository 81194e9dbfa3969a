"""What comes out: the claim for a visit, its alternatives, who pays what, and why."""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from calculator.words.allocation import Pool
from calculator.words.blocks import NO_TIMES, Times
from calculator.words.claim import Line, Net
from calculator.words.explained import Finding, Step
from calculator.words.payment import Payment
from calculator.words.same_day import SameDay
from calculator.words.visit import Visit
from calculator.words.vocabulary import Discipline, Standing


class Due(NamedTuple):
    """One demand on the record, and why it is made of this claim."""

    key: str
    says: str
    why: str
    standing: Standing
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A tie of one plan: `left` units go to that many of `services`, the shown ones first."""

    plan: Discipline
    left: int
    services: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The claim for a visit, every other claim the rules allow, who pays what, and why.

    `full_fee` is what the shown lines would come to without MPPR, `nets` who pays what of each
    line and `net` of all; these and `allowed` are `None` where a line has no national amount.
    `payment` holds what the visit's charges, participation and denials make of it, and what the
    remittance shows; `other_reading` is `net` where the assistants' reduction is read the other
    way. Money is in dollars. `choices` are the ties, one a plan of care at most. A unit that is
    neither timed nor untimed belongs to a code with another time base, or with none held.
    `same_day` is None where the visit names no setting, or nobody was there to look it up.
    `times` is what start and end times show, `due` what the record has to hold. `pools` are the
    timed services, one pool a plan; none where nothing was counted.
    `way` says which allowed allocation is shown, 0 being the one that is shown by itself;
    `destinations` names, way by way, who gets what is tied, of the first few.
    `doubts` are those findings, first among all, for which the amounts are not sure to be paid,
    and `unpayable` the codes of which no payment is to be expected, as no therapist gave them.
    """

    visit: Visit
    lines: tuple[Line, ...]
    alternatives: tuple[tuple[Line, ...], ...]
    allocations: int
    choices: tuple[Choice, ...]
    timed_units: int
    untimed_units: int
    full_fee: Decimal | None
    allowed: Decimal | None
    nets: tuple[Net, ...] | None
    net: Net | None
    steps: tuple[Step, ...]
    findings: tuple[Finding, ...]
    same_day: SameDay | None
    times: Times = NO_TIMES
    due: tuple[Due, ...] = ()
    pools: tuple[Pool, ...] = ()
    payment: Payment | None = None
    other_reading: Net | None = None
    doubts: tuple[Finding, ...] = ()
    way: int = 0
    destinations: tuple[tuple[str, ...], ...] = ()
    unpayable: tuple[str, ...] = ()

    @property
    def settled(self) -> Net | None:
        """Who pays what of all lines, charges, participation and denials counted in."""
        return self.payment.net if self.payment else self.net
