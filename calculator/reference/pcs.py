"""pcs.json: ICD-10-PCS section F as its tables, titles and definitions are looked up."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from calculator.reference.bundle import BadReference, Reference, RuleText, Source
from calculator.words.vocabulary import Standing

SCHEMA = "pcs-1"
LENGTH = 7
# How many characters have to be known before the one at a position means anything.
HANGS_ON = {2: 1, 3: 2, 5: 3}

Record = dict[str, Any]  # JSON, checked against its schema when it was written


@dataclass(frozen=True, slots=True)
class Definition:
    """An official definition: what it says, what explains it, what it includes."""

    says: str
    explains: str
    includes: str

    @property
    def whole(self) -> str:
        """Join its parts as they follow each other."""
        parts = dict.fromkeys((self.says, self.explains, self.includes))
        return ". ".join(part.removesuffix(".") for part in parts if part)


@dataclass(frozen=True, slots=True)
class Value:
    """What a character means at its position."""

    value: str
    title: str
    definition: Definition | None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: each value of a position combines with each of the others."""

    table: str
    number: int
    values: tuple[str, ...]
    start: date
    end: date
    release: str
    standing: Standing
    sources: tuple[str, ...]

    @property
    def is_known(self) -> bool:
        """Tell whether the table has this row; one that was derived is only a list of codes."""
        return self.standing is Standing.OFFICIAL

    def holds(self, code: str) -> bool:
        """Tell whether the row allows this code."""
        rest = code[len(self.table) :]
        return code.startswith(self.table) and all(
            character in allowed for character, allowed in zip(rest, self.values, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Code:
    """A code with its official title. `is_new` says that it did not exist before `start`."""

    code: str
    title: str
    title_standing: Standing
    start: date
    end: date
    is_new: bool
    msdrg_since: date | None

    def held(self, day: date) -> bool:
        """Tell whether the code is in the tables of that day."""
        return self.start <= day <= self.end

    def counts_for_rehabilitation(self, day: date) -> bool:
        """Tell whether the grouper of that day counts the code for MS-DRG 945 and 946."""
        return self.msdrg_since is not None and self.msdrg_since <= day


@dataclass(frozen=True, slots=True)
class Release:
    """A list of codes, the days it answers for, and what it rests on."""

    name: str
    start: date
    end: date
    standing: Standing
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """Everything that is held of section F; codes in order of their characters."""

    axes: tuple[str, ...]
    values: dict[tuple[int, str, str], Value]
    rows: tuple[Row, ...]
    codes: dict[str, Code]
    release: Release
    grouper: Release
    since_sources: tuple[str, ...]
    definition_sources: tuple[str, ...]
    cited: Reference

    def on(self, day: date) -> tuple[Code, ...]:
        """List the codes of a day."""
        return tuple(code for code in self.codes.values() if code.held(day))

    def value(self, position: int, code: str) -> Value:
        """Look up what the character at a position (from 1) of a code means."""
        after = code[: HANGS_ON.get(position, 0)]
        return self.values[position, after, code[position - 1]]

    def row(self, code: str) -> Row:
        """Find the row that allows a code."""
        return next(row for row in self.rows if row.holds(code))


def load(text: str) -> Tables:
    """Read pcs.json; raises `BadReference` where it is something else."""
    try:
        record = json.loads(text)
        if record["schema"] != SCHEMA:
            msg = f"schema: got {record['schema']}; takes {SCHEMA}"
            raise BadReference(msg)
        release = _release(record["release"])
        return Tables(
            axes=tuple(record["axes"]),
            values={
                (position, after, value): Value(value, title, found and Definition(*found))
                for position, after, value, title, found in record["values"]
            },
            rows=tuple(map(_row, record["rows"])),
            codes={entry[0]: _code(entry, release) for entry in record["codes"]},
            release=release,
            grouper=_release(record["grouper"]),
            since_sources=tuple(record["since_sources"]),
            definition_sources=tuple(record["definition_sources"]),
            cited=_cited(record),
        )
    except (ValueError, LookupError, TypeError, ArithmeticError, RecursionError) as error:
        msg = f"not a pcs.json of schema {SCHEMA}: {error}"
        raise BadReference(msg) from error


def _row(record: Record) -> Row:
    return Row(record["table"], record["row"], tuple(record["values"]), *_dated(record))


def _code(entry: list[Any], release: Release) -> Code:
    code, title, title_standing, start, is_new, msdrg_since = entry
    return Code(
        code,
        title,
        Standing(title_standing),
        date.fromisoformat(start),
        release.end,
        is_new,
        date.fromisoformat(msdrg_since) if msdrg_since else None,
    )


def _release(record: Record) -> Release:
    start, end, name, standing, sources = _dated(record)
    return Release(name, start, end, standing, sources)


def _dated(record: Record) -> tuple[date, date, str, Standing, tuple[str, ...]]:
    return (
        date.fromisoformat(record["from"]),
        date.fromisoformat(record["to"]),
        record["release"],
        Standing(record["standing"]),
        tuple(record["sources"]),
    )


def _cited(record: Record) -> Reference:
    """Keep what steps cite as an answer's renderer looks it up: no codes of the fee schedule."""
    sources = {
        each["key"]: Source(
            each["key"], each["title"], each["at"], Standing(each["standing"]), each["settled"]
        )
        for each in record["sources"]
    }
    rules = {
        each["key"]: RuleText(each["key"], each["title"], each["states"])
        for each in record["rules"]
    }
    return Reference(
        codes={},
        further={},
        localities={},
        figures={},
        adjustments={},
        sources=sources,
        rules=rules,
        mue={},
    )
