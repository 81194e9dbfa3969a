"""A visit out of a CSV as the doors take it: a visit, or an audit where anything was billed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from calculator.entry import line_days
from calculator.entry.line_words import PLANS, dollars
from calculator.entry.visit_columns import OF_VISIT
from calculator.entry.visit_json import VISIT_FIELDS
from calculator.entry.visits_csv import CsvRow, CsvVisit
from calculator.reference.bundle import Reference
from calculator.reference.localities import NATIONAL
from calculator.reference.names import plain
from calculator.words.problem import Problem

Reason = tuple[int, str]

MINUTES = ("minutes", "assistant_minutes", "together_minutes")
_TRUTHS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
_WHOLE = re.compile(r"([0-9]{1,6})(?:\.0+)?")
_PATH = re.compile(r"(?:visit\.)?(services|billed)\[(\d+)\]")
_ROW = re.compile(r", (?:row|billed line) \d+")
_BETWEEN = re.compile(r"[\s,;/|]+")


@dataclass(slots=True)
class AskedVisit:
    """A visit as JSON's objects, the lines billed for it, and the lines in the file of both."""

    visit: dict[str, object]
    services: list[dict[str, object]] = field(default_factory=list)
    billed: list[dict[str, object]] = field(default_factory=list)
    service_lines: list[int] = field(default_factory=list)
    billed_lines: list[int] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)

    @property
    def question(self) -> dict[str, object]:
        """The visit, or visit and billed lines: what the door for it takes."""
        visit = self.visit | {"services": self.services}
        return {"visit": visit, "billed": self.billed} if self.billed else visit

    def refused(self, problems: tuple[Problem, ...], first: int) -> Iterator[Reason]:
        """Give each problem the line of its row, `first` where it is the visit's own."""
        for each in problems:
            found = _PATH.match(each.field)
            lines = self.billed_lines if found and found[1] == "billed" else self.service_lines
            yield lines[int(found[2])] if found else first, _ROW.sub("", each.says)


def asked(given: CsvVisit, for_all: Mapping[str, str], reference: Reference) -> AskedVisit:
    """Write a visit of a CSV as a question; `for_all` fills what no row of it says."""
    made = AskedVisit({})
    said: dict[str, tuple[object, int]] = {}
    for row in given.rows:
        if row.reason:
            made.reasons.append((row.line, row.reason))
        for key in OF_VISIT:
            if key in row.cells:
                _of_visit(key, row, said, made, reference)
        _of_row(row, made, str(said.get("discipline", ("",))[0]))
    for key in OF_VISIT:
        if key in said:
            made.visit[key] = said[key][0]
        elif key in for_all:
            made.visit[key] = _value(key, for_all[key], reference)
    return made


def _of_visit(
    key: str,
    row: CsvRow,
    said: dict[str, tuple[object, int]],
    made: AskedVisit,
    reference: Reference,
) -> None:
    value = _value(key, row.cells[key], reference)
    first, line = said.setdefault(key, (value, row.line))
    if value != first and key != "discipline":
        says = f"{VISIT_FIELDS[key]}: got {row.cells[key]}; takes {first}, as in line {line}"
        made.reasons.append((row.line, f"{says}: the rows are one visit."))


def _of_row(row: CsvRow, made: AskedVisit, plan: str) -> None:
    code = row.cells.get("code", "").upper()
    units = _number(row.cells.get("billed_units", ""))
    if units not in {"", 0}:
        modifiers = _BETWEEN.split(row.cells.get("modifiers", "").upper())
        carried = [each for each in modifiers if each]
        made.billed.append({"code": code, "units": units, "modifiers": carried})
        made.billed_lines.append(row.line)
    counts = {key: _number(row.cells[key]) for key in MINUTES if key in row.cells}
    if counts or units in {"", 0}:
        minutes = {"minutes": 0} if counts and "minutes" not in counts else {}
        own = _plan(row.cells.get("discipline", "")) or plan
        other = {"discipline": own} if own != plan else {}
        made.services.append({"code": code, **minutes, **counts, **other})
        made.service_lines.append(row.line)


def _value(key: str, cell: str, reference: Reference) -> object:
    """Read a cell into the form that a visit takes; one that cannot be read stays as it is."""
    match key:
        case "date":
            return str(line_days.day(cell) or cell)
        case "discipline":
            return _plan(cell)
        case "method":
            return cell.lower()
        case "locality":
            return _locality(cell, reference)
        case "qualifying_apm":
            return _TRUTHS.get(cell.lower(), cell)
        case _:
            return dollars(cell) or cell


def _plan(cell: str) -> str:
    return PLANS.get(cell.upper(), cell.upper())


def _number(cell: str) -> int | str:
    found = _WHOLE.fullmatch(cell)
    return int(found[1]) if found else cell


def _locality(cell: str, reference: Reference) -> str:
    if cell in reference.localities or plain(cell) == NATIONAL:
        return cell if cell in reference.localities else NATIONAL
    named = (key for key, each in reference.localities.items() if plain(each.name) == plain(cell))
    return next(named, cell)
