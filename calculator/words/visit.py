"""What happened: one patient on one date of service, under one plan of care or several."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from calculator.words.blocks import Block
from calculator.words.vocabulary import (
    Bucket,
    Coverage,
    Discipline,
    Episode,
    Method,
    Notice,
    Participation,
    Setting,
)

MINUTES_IN_A_DAY = 1440


class Minutes(NamedTuple):
    """Minutes of a service by who gave them; the three never overlap.

    `together` are minutes of therapist and assistant with the patient at once, counted once.
    """

    therapist: int
    assistant: int = 0
    together: int = 0

    @property
    def total(self) -> int:
        """The service's time."""
        return self.therapist + self.assistant + self.together

    @property
    def therapists(self) -> int:
        """The minutes that count as the therapist's: alone, and together with the assistant."""
        return self.therapist + self.together

    def plus(self, more: "Minutes") -> "Minutes":
        """Add the minutes of another row of the same service."""
        return Minutes(*(mine + other for mine, other in zip(self, more, strict=True)))


class Service(NamedTuple):
    """One code under one plan of care, its minutes, and what the user says of coverage and notice.

    `blocks` show when the minutes were given and `charge` is what a unit is charged, where that was
    told.
    """

    code: str
    minutes: Minutes
    discipline: Discipline
    coverage: Coverage = Coverage.EXPECTED
    notice: Notice = Notice.NONE
    blocks: tuple[Block, ...] = ()
    charge: Decimal | None = None


class Timed(NamedTuple):
    """A service by its name and the minutes that count, as the rules of counting see it."""

    code: str
    minutes: int


Row = tuple[Discipline, str]  # what makes two rows one service: plan of care and code


def merged(services: Iterable[Service]) -> dict[Row, Minutes]:
    """Add the minutes of each code of a plan of care, in the order first entered."""
    minutes: dict[Row, Minutes] = {}
    for service in services:
        row = (service.discipline, service.code)
        minutes[row] = minutes.get(row, Minutes(0)).plus(service.minutes)
    return minutes


@dataclass(frozen=True, slots=True)
class Visit:
    """Everything an answer hangs on. Money is in dollars.

    `threshold_used_other` is None where the visit does not tell what was used in the other bucket,
    `setting` where edits and MUE are not to be looked up.
    """

    day: date
    discipline: Discipline
    method: Method
    locality: str
    qualifying_apm: bool
    threshold_used: Decimal
    threshold_used_other: Decimal | None
    deductible_remaining: Decimal
    services: tuple[Service, ...]
    setting: Setting | None
    participation: Participation = Participation.PARTICIPATING
    episode: Episode = Episode.NONE

    def used_of(self, bucket: Bucket) -> Decimal | None:
        """Tell what was used of a bucket's threshold; None where the visit does not tell."""
        own = bucket is self.discipline.bucket
        return self.threshold_used if own else self.threshold_used_other
