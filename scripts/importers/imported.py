"""What an official file comes to: rows in the form of content/, with where they go."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from scripts.content.values import Standing
from scripts.importers.yaml_text import Value

Extent = Literal["whole", "part", "quoted"]
Row = Mapping[str, str]  # column: cell, as content/'s CSV has them


class Refused(Exception):
    """A file that is not imported. Its text says what was found, what is expected, what to do."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` to `end`, both included."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Source:
    """content/sources/<key>.yaml of what was read; `seen` is the day it was fetched or read."""

    key: str
    title: str
    at: str
    seen: date
    standing: Standing = "official"
    extent: Extent = "whole"
    says: str | None = "The official file itself; the address is the page for the release."


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV and the YAML beside it: content/<path>.csv and .yaml, in the columns given.

    `period` are the days that the release itself is for; where content/ holds a release that
    begins in the middle, writing cuts the two where they meet. With `fills_year` the first release
    of a year answers from its first day and the last to its end. `sources` are the files
    themselves, `cites` all keys that the YAML cites. `before` and `after` are further fields of the
    YAML: before `standing`, and after `to`.
    """

    path: str
    release: str
    period: Period
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    sources: tuple[Source, ...]
    cites: tuple[str, ...]
    before: Mapping[str, Value] = field(default_factory=dict)
    after: Mapping[str, Value] = field(default_factory=dict)
    standing: Standing = "official"
    fills_year: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that a file carries: content/figures/<key>.yaml has this value in the period."""

    key: str
    value: str
    release: str
    period: Period
    source: Source
    standing: Standing = "official"


@dataclass(frozen=True, slots=True)
class Imported:
    """An official file, read and checked.

    `kind` is one of the keys of `KINDS`, `release` the name that content/ gives it ("RVU26C"),
    `period` the days the release is for, `members` the files that were read, by name. `notes` are
    sentences for the person who imports: codes of the family that the file does not hold any more,
    members left aside, layouts that were only described and never seen.
    """

    kind: str
    release: str
    period: Period
    members: tuple[str, ...]
    tables: tuple[Table, ...]
    figures: tuple[Figure, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def rows(self) -> Mapping[str, tuple[Row, ...]]:
        """The rows by the path they go to below content/, without suffix: `rvu/rvu26c`."""
        return {table.path: table.rows for table in self.tables}
