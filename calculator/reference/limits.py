"""Medically unlikely edits (MUE) as reference.json has them, read once one is asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from calculator.reference.bundle import Record
from calculator.words.vocabulary import Setting


@dataclass(frozen=True, slots=True)
class Limit:
    """The most units of a code that are likely for one patient, day and biller.

    `indicator` is the MAI: how units are counted against it. `release` answers for the days from
    `start` to `end`; after them it is only the last one seen.
    """

    units: int
    indicator: str
    release: str
    start: date
    end: date
    sources: tuple[str, ...]

    def exact(self, day: date) -> bool:
        """Tell whether the release answers for that day."""
        return self.start <= day <= self.end


def limit_on(records: Iterable[Record], setting: Setting, day: date) -> Limit | None:
    """Find a code's newest MUE of the setting that had begun on that day."""
    begun = [limit for limit in _of(records, setting) if limit.start <= day]
    return max(begun, key=lambda limit: limit.start, default=None)


def _of(records: Iterable[Record], setting: Setting) -> list[Limit]:
    return [
        Limit(
            units=record["value"],
            indicator=record["mai"],
            release=record["release"],
            start=date.fromisoformat(record["from"]),
            end=date.fromisoformat(record["to"]),
            sources=tuple(record["sources"]),
        )
        for record in records
        if record["setting"] == setting
    ]
