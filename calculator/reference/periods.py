"""Figures that hold from one day to another."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from calculator.words.vocabulary import Standing

T_co = TypeVar("T_co", covariant=True)


class NotPublished(LookupError):
    """There is no figure for that day."""

    def __init__(self, what: str, day: date) -> None:
        """Name what was looked for and the day."""
        super().__init__(f"No figures are held for {what} on {day}.")
        self.what = what
        self.day = day


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure on the day it was looked up for, with the sources a step cites for it."""

    value: Decimal
    cites: tuple[str, ...]
    standing: Standing = Standing.OFFICIAL


@dataclass(frozen=True, slots=True)
class Period(Generic[T_co]):
    """A value in force on every day from `start` to `end`, both included."""

    start: date
    end: date
    value: T_co
    release: str
    standing: Standing
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dated(Generic[T_co]):
    """What is held of one thing over the years."""

    what: str
    periods: tuple[Period[T_co], ...]

    def held(self, day: date) -> bool:
        """Tell whether a value is held for that day."""
        return any(period.start <= day <= period.end for period in self.periods)

    def on(self, day: date) -> Period[T_co]:
        """Return the period that holds on that day, or raise `NotPublished`."""
        for period in self.periods:
            if period.start <= day <= period.end:
                return period
        raise NotPublished(self.what, day)
