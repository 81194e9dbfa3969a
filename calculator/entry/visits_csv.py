"""A CSV of visits, one row a service, read into visits while it comes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from calculator.entry.csv_records import Records
from calculator.entry.visit_columns import KEYS, is_private

NO_UTF8 = (
    "The file holds bytes that are no UTF-8. In a spreadsheet save it as “CSV UTF-8 (comma"
    " delimited)”; elsewhere choose the encoding UTF-8."
)

# What may say whose visit it was, where a number of one's own is asked for.
_PRIVATE = re.compile(
    r"\d{3}-\d{2}-\d{4}"
    r"|[1-9][A-Z][A-Z0-9]\d-?[A-Z][A-Z0-9]\d-?[A-Z]{2}\d{2}"
    r"|[^\W\d]{2,}, *[^\W\d]{2,}.*"
    r"|\d{1,2}/\d{1,2}/\d{2,4}"
)


@dataclass(frozen=True, slots=True)
class CsvRow:
    """The cells of a row by the field that each fills, empty ones left out, and its line."""

    line: int
    cells: Mapping[str, str]
    reason: str = ""


@dataclass(slots=True)
class CsvVisit:
    """Rows that name the same visit. `hides` is set where its name was not kept."""

    name: str
    rows: list[CsvRow] = field(default_factory=list)
    hides: bool = False


class Visits:
    """Takes a text in slices and gives each visit once its last row was read."""

    def __init__(self, columns: Mapping[str, int]) -> None:
        """Take each field from the column at a place counted from 0; the first record is heads."""
        self._columns = columns
        self._records = Records()
        self._width = 0
        self._visit: CsvVisit | None = None
        self._given = ""
        self._met: dict[str, int] = {}
        self.rows = 0

    def feed(self, text: str, *, last: bool) -> Iterator[CsvVisit]:
        """Yield the visits that end in this slice; raises `BadCsv`."""
        for line, cells in self._records.feed(text, last=last):
            if not self._width:
                self._width = len(cells)
                self._columns = {
                    key: at
                    for key, at in self._columns.items()
                    if at < len(cells) and not is_private(cells[at])
                }
                continue
            self.rows += 1
            whole = self._take(line, cells)
            if whole:
                yield whole
        if last and self._visit:
            yield self._visit
            self._visit = None

    def _take(self, line: int, cells: list[str]) -> CsvVisit | None:
        """Put a row to its visit; return the visit before, where another one begins."""
        filled = {
            key: cells[at] for key in KEYS if 0 <= (at := self._at(key)) < len(cells) and cells[at]
        }
        given = filled.get("visit", "")
        reason = self._refusal(cells, given)
        hides = bool(_PRIVATE.fullmatch(given))
        before = self._visit
        begins = before is None or not given or given != self._given
        if begins or before is None:
            self._visit = CsvVisit(f"line {line}" if hides or not given else given, hides=hides)
            self._given = given
            self._met.setdefault(given, line)
        now = self._visit
        if now is None:  # for the type checker
            return None
        now.rows.append(CsvRow(line, filled | {"visit": now.name}, reason))
        return before if begins else None

    def _at(self, key: str) -> int:
        return self._columns.get(key, -1)

    def _refusal(self, cells: list[str], given: str) -> str:
        if any(cells[self._width :]):
            return f"got {len(cells)} cells; takes {self._width}, as many as there are heads."
        if not given:
            return "Visit: got nothing; takes a number of your own."
        if given != self._given and given in self._met:
            met = self._met[given]
            return f"Visit: stands in line {met} already; the rows of a visit stand together."
        return ""
