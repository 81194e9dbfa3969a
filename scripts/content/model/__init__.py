"""The shape of every YAML file in content/. What a file means is checked by the lints."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from scripts.content.values import (
    CodeNumber,
    Dated,
    Discipline,
    Figure,
    Frozen,
    Key,
    Standing,
    Supported,
    Text,
    Timing,
)


class FigurePeriod(Dated):
    """A figure in force from one day to another."""

    value: Figure


class FigureFile(Frozen):
    """content/figures/<key>.yaml: one figure over the years."""

    label: Text
    unit: Text
    periods: tuple[FigurePeriod, ...] = Field(min_length=1)


class Seen(Frozen):
    """Where, when and how far a source was read; what was settled here was read nowhere."""

    at: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None
    on: date = Field(alias="date")
    extent: Literal["whole", "part", "quoted", "not re-read"]


class SourceFile(Frozen):
    """content/sources/<key>.yaml: what is cited. A `settled` one is this project's own choice."""

    title: Text
    standing: Standing
    settled: bool = False
    seen: Seen
    says: Text | None = None


class RuleFile(Supported):
    """content/rules/<key>.yaml: a rule in our own words."""

    title: Text
    states: Text


class TimeBase(Frozen):
    """What a code's units hang on: `further` is the code that each further unit is billed under."""

    timing: Timing
    base: Text
    further: CodeNumber | None = None
    standing: Standing | None = None
    sources: tuple[Key, ...] = ()


class TherapyList(Supported):
    """Whether CMS counts a code as therapy whoever furnishes it, or only under a plan of care."""

    status: Literal["always", "sometimes"]


class Unusual(Supported):
    """Disciplines under which a code is no normal line."""

    disciplines: tuple[Discipline, ...] = Field(min_length=1)


class Instead(Supported):
    """The code that Medicare uses for one that it does not take."""

    code: CodeNumber


TextKey = Literal[
    "description", "not-for", "note", "bundling", "contexts", "activities", "includes"
]


class CodeFile(Frozen):
    """content/codes/<code>.yaml: what we say of a code; its RVUs stand in the releases.

    `text` tells how well each section of the Markdown beside it is supported.
    """

    label: Text
    group: Key
    time: TimeBase
    therapy: TherapyList | None = None
    unusual_for: Unusual | None = None
    instead: Instead | None = None
    text: dict[TextKey, Supported] = Field(default_factory=dict)


class Group(Frozen):
    """A chapter of codes, in the order they are shown."""

    key: Key
    title: Text
    parent: Key | None = None


class GroupsFile(Frozen):
    """content/groups.yaml: the chapter; `listed` are the codes that the corrected page has."""

    groups: tuple[Group, ...] = Field(min_length=1)
    listed: tuple[CodeNumber, ...] = ()


class Meaning(Supported):
    """What one value of an indicator means, in plain words."""

    value: Text
    means: Text


class Indicator(Frozen):
    """A column of the fee schedule or of the MUE table, and what its values mean."""

    field: Text
    label: Text
    values: tuple[Meaning, ...] = Field(min_length=1)


class IndicatorsFile(Frozen):
    """content/indicators.yaml."""

    indicators: tuple[Indicator, ...] = Field(min_length=1)


class ReleaseFile(Dated):
    """The YAML beside a CSV: which release it was read from, and for which days it answers.

    `part` says, beside the release's name, what of it is held where that is not all; `deleted` are
    codes of the release before that it has given up.
    """

    note: Text | None = None
    part: Text | None = None
    deleted: tuple[CodeNumber, ...] = ()


class GpciReleaseFile(ReleaseFile):
    """content/gpci/<name>.yaml: `work` names the column of the work GPCI that is in force."""

    work: Literal["work_with_floor", "work_without_floor"]
