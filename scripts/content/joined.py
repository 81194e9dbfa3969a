"""What the Library holds: content/ with its files joined under one key."""

from collections.abc import Mapping
from dataclasses import dataclass

from scripts.content.model import (
    FigureFile,
    Group,
    Instead,
    RuleFile,
    SourceFile,
    TherapyList,
    TimeBase,
    Unusual,
)
from scripts.content.model.examples import ExampleFile
from scripts.content.prose import Entry
from scripts.content.rows import Valuation
from scripts.content.values import Dated, Figure, Key, Setting, Standing


class Source(SourceFile):
    """Something that is cited, under its key."""

    key: Key


class Rule(RuleFile):
    """A rule, under its key."""

    key: Key


class FigureSeries(FigureFile):
    """A figure over the years, under its key."""

    key: Key


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example with its scenario in Markdown, and the line of each field in its file."""

    key: str
    file: ExampleFile
    scenario: str
    lines: Mapping[str, int]


class CodePeriod(Dated, Valuation):
    """A code's row of one fee schedule release, with the days it answers for."""


class LocalityPeriod(Dated):
    """The three GPCIs in force in a locality; `work_without_floor` where CMS printed it too."""

    work: Figure
    work_without_floor: Figure | None
    practice_expense: Figure
    malpractice: Figure


class Mue(Dated):
    """The most units of a code for one patient and day, in one setting, as one quarter has it."""

    setting: Setting
    value: int
    mai: str
    rationale: str | None


@dataclass(frozen=True, slots=True)
class Text:
    """A section of a code's text: anchor and heading on its page, and how well it is supported."""

    key: str
    heading: str
    entries: tuple[Entry, ...]
    standing: Standing
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """A code of the family with all that is held of it; `mue` with the newest quarter first."""

    code: str
    label: str
    group: Group
    time: TimeBase
    therapy: TherapyList | None
    unusual_for: Unusual | None
    instead: Instead | None
    periods: tuple[CodePeriod, ...]
    mue: tuple[Mue, ...]
    texts: Mapping[str, Text]  # by anchor, in the order they are written in


@dataclass(frozen=True, slots=True)
class Locality:
    """A payment locality. `counties` are those of the release `localities` in the Library."""

    key: str
    name: str
    state: str
    counties: str
    periods: tuple[LocalityPeriod, ...]
