"""The shape of reference.json."""

from datetime import date
from typing import Literal

from pydantic import Field

from scripts.content.joined import CodePeriod, Mue
from scripts.content.model import FigurePeriod
from scripts.content.model.adjustments import Adjustment
from scripts.content.model.demands import When
from scripts.content.model.modifiers import Kind, Liability, ModifierCode
from scripts.content.model.revenue import RevenueFile
from scripts.content.values import (
    CodeNumber,
    Dated,
    Discipline,
    Figure,
    Frozen,
    Key,
    Keys,
    LocalityKey,
    Standing,
    Supported,
    Text,
    Timing,
)

SCHEMA: Literal["reference-1"] = "reference-1"


class SourceEntry(Frozen):
    """What a step or a figure cites; `at` is null for what this project settled."""

    key: Key
    title: Text
    at: str | None
    seen: date
    extent: str
    standing: Standing
    settled: bool


class RuleEntry(Frozen):
    """A rule in our own words."""

    key: Key
    title: Text
    states: Text
    sources: tuple[Key, ...]


class FigureEntry(Frozen):
    """A figure over the years."""

    key: Key
    label: Text
    unit: Text
    periods: tuple[FigurePeriod, ...]


class CodeEntry(Frozen):
    """A code: what its units hang on, its RVUs and indicators by date, its MUEs, newest first."""

    code: CodeNumber
    label: Text
    group: Key
    therapy: Literal["always", "sometimes"] | None
    timing: Timing
    base: Text
    further: CodeNumber | None
    timing_standing: Standing | None
    timing_sources: tuple[Key, ...]
    unusual_for: tuple[Discipline, ...]
    unusual_sources: tuple[Key, ...]
    instead: CodeNumber | None
    instead_sources: tuple[Key, ...]
    periods: tuple[CodePeriod, ...]
    mue: tuple[Mue, ...]


class LocalityPeriodEntry(Dated):
    """The three GPCIs in force."""

    work: Figure
    practice_expense: Figure
    malpractice: Figure


class LocalityEntry(Frozen):
    """A payment locality, under MAC, hyphen, locality number."""

    key: LocalityKey
    name: Text
    state: Text
    counties: Text
    periods: tuple[LocalityPeriodEntry, ...]


class ModifierEntry(Frozen):
    """What of a modifier decides whether it may stand on a line.

    `never_on` are held therapy codes that it does not fit; with `by` "none" it fits no therapy
    code, with "untimed" no timed one. `fits` says so in words, and `sources` are for these words.
    """

    modifier: ModifierCode
    kind: Kind
    by: Literal["plan", "assistant", "therapy", "any", "untimed", "none"]
    discipline: Discipline | None
    never_on: tuple[CodeNumber, ...]
    fits: Text
    sources: Keys
    liability: Liability | None


class ConflictEntry(Frozen):
    """Two modifiers that do not stand on one line, each pair once."""

    modifiers: tuple[ModifierCode, ModifierCode]
    why: Text
    sources: Keys


class DemandEntry(Supported):
    """What the record has to hold, and what of a claim calls for it.

    With `pair` it is a line of one of `codes` and a line of another one of `beside`.
    """

    key: Key
    says: Text
    when: When | Literal["pair"]
    codes: tuple[CodeNumber, ...] = ()
    beside: tuple[CodeNumber, ...] = ()
    modifiers: tuple[ModifierCode, ...] = ()


class NoteEntry(Supported):
    """What the note of a code has to show."""

    code: CodeNumber
    note: Text


class Reference(Frozen):
    """The whole of reference.json."""

    version: Literal["reference-1"] = Field(alias="schema")
    sources: tuple[SourceEntry, ...]
    rules: tuple[RuleEntry, ...]
    figures: tuple[FigureEntry, ...]
    adjustments: tuple[Adjustment, ...]
    revenue: tuple[RevenueFile, ...]
    codes: tuple[CodeEntry, ...]
    localities: tuple[LocalityEntry, ...]
    modifiers: tuple[ModifierEntry, ...]
    conflicts: tuple[ConflictEntry, ...]
    demands: tuple[DemandEntry, ...]
    notes: tuple[NoteEntry, ...]
