"""What happened: one patient, one date of service, one plan of care."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculator.words.vocabulary import Discipline, Method

MINUTES_IN_A_DAY = 1440


@dataclass(frozen=True, slots=True)
class Service:
    """One code and the therapist's minutes of it."""

    code: str
    minutes: int


def minutes_by_code(services: Iterable[Service]) -> dict[str, int]:
    """Add the minutes of each code, in the order in which codes were first entered."""
    minutes: dict[str, int] = {}
    for service in services:
        minutes[service.code] = minutes.get(service.code, 0) + service.minutes
    return minutes


@dataclass(frozen=True, slots=True)
class Visit:
    """Everything an answer hangs on; nothing has a default. Money is in dollars."""

    day: date
    discipline: Discipline
    method: Method
    locality: str
    qualifying_apm: bool
    threshold_used: Decimal
    deductible_remaining: Decimal
    services: tuple[Service, ...]
