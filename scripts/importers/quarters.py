"""The names and days of the releases, as CMS counts them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from scripts.importers.imported import Period

MONTHS: Mapping[str, int] = {"Jan": 1, "Apr": 4, "Jul": 7, "Oct": 10}
NAMES: Mapping[int, str] = {1: "January", 4: "April", 7: "July", 10: "October"}
LETTERS: Mapping[str, int] = {"A": 1, "AR": 1, "B": 4, "C": 7, "D": 10}
RVU = re.compile(r"RVU(\d\d)(AR|[A-D])")


def quarter(year: int, month: int) -> Period:
    """Give the quarter that begins with this month."""
    after = date(year + month // 10, (month + 2) % 12 + 1, 1)
    return Period(date(year, month, 1), after - timedelta(days=1))


def year(number: int) -> Period:
    """Give a calendar year."""
    return Period(date(number, 1, 1), date(number, 12, 31))


def fiscal(number: int, *, april: bool = False) -> Period:
    """Give the days of a fiscal year, or those from its update of April on."""
    start = date(number, 4, 1) if april else date(number - 1, 10, 1)
    return Period(start, date(number, 9, 30))


@dataclass(frozen=True, slots=True)
class FiscalRelease:
    """A classification's list of a fiscal year, or its update of April."""

    classification: ClassVar[str]
    year: int
    april: bool

    @property
    def name(self) -> str:
        """As content/ calls it: ICD-10-CM FY2026, April 2026."""
        april = f", April {self.year}" if self.april else ""
        return f"{self.classification} FY{self.year}{april}"

    @property
    def period(self) -> Period:
        """Its days, to the end of the fiscal year."""
        return fiscal(self.year, april=self.april)


def rvu_start(release: str) -> date | None:
    """Give the first day of the quarter that a name such as RVU26C stands for."""
    named = RVU.search(release)
    return date(2000 + int(named[1]), LETTERS[named[2]], 1) if named else None
