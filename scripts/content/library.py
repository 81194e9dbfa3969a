"""The Library: all of content/, joined, frozen, and looked up by key, code and day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from scripts.content.cited import files_by_source
from scripts.content.diagnoses import Diagnoses, diagnoses
from scripts.content.edit_rows import PtpRow
from scripts.content.join import codes, examples, localities
from scripts.content.joined import Code, Example, FigureSeries, Locality, Rule, Source
from scripts.content.lint import problems_in
from scripts.content.load import Content, read
from scripts.content.model import Group, Indicator, Meaning, ReleaseFile
from scripts.content.model.adjustments import Adjustment
from scripts.content.model.awaited import Awaited
from scripts.content.model.corrections import Correction, Point
from scripts.content.model.demands import Demand
from scripts.content.model.edits import Comparison, Policy, PtpReleaseFile
from scripts.content.model.examples import Synonym
from scripts.content.model.glossary import Term
from scripts.content.model.modifiers import Modifier
from scripts.content.model.outside import OutsideFile
from scripts.content.model.revenue import RevenueFile
from scripts.content.model.updates import UpdateFile
from scripts.content.pcs import Pcs, pcs
from scripts.content.problems import ContentRefused
from scripts.content.reader import Table
from scripts.content.values import Dated

T = TypeVar("T", bound=Dated)


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that a page or reference.json is made of. Every mapping is sorted by its key."""

    sources: Mapping[str, Source]
    rules: Mapping[str, Rule]
    figures: Mapping[str, FigureSeries]
    adjustments: Mapping[str, Adjustment]
    revenue: tuple[RevenueFile, ...]  # one a plan of care
    codes: Mapping[str, Code]
    corrections: tuple[Correction, ...]
    glossary: Mapping[str, Term]
    modifiers: Mapping[str, Modifier]
    points: tuple[Point, ...]
    demands: tuple[Demand, ...]  # in their order
    examples: Mapping[str, Example]
    localities: Mapping[str, Locality]
    groups: tuple[Group, ...]
    listed: tuple[str, ...]  # codes that the page this site corrects has in its own tree
    indicators: Mapping[str, Indicator]
    ptp: tuple[Table[PtpReleaseFile, PtpRow], ...]  # NCCI edits, the oldest quarter first
    policies: Mapping[str, Policy]
    comparisons: Mapping[str, Comparison]  # by code
    pcs: Pcs
    outside: OutsideFile
    releases: Mapping[str, ReleaseFile]  # by path without suffix: rvu/rvu26b, gpci/gpci-2026, …
    awaited: tuple[Awaited, ...]
    diagnoses: Diagnoses
    synonyms: tuple[Synonym, ...]
    updates: Mapping[str, UpdateFile]  # by key: rvu-rvu26c
    citations: Mapping[str, tuple[str, ...]]  # source key: the files of content/ that cite it

    def meaning(self, field: str, value: str) -> Meaning | None:
        """Look up what a value of an indicator means; `field` as in the RVU file, or `mai`."""
        indicator = self.indicators.get(field)
        found = (entry for entry in indicator.values if entry.value == value) if indicator else ()
        return next(iter(found), None)

    def codes_in(self, group: str) -> tuple[Code, ...]:
        """List the codes of a group (its key), by number."""
        return tuple(code for code in self.codes.values() if code.group.key == group)

    def groups_in(self, parent: str | None) -> tuple[Group, ...]:
        """List the groups below another (its key), or those at the top, in the chapter's order."""
        return tuple(group for group in self.groups if group.parent == parent)

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last date of service that can be priced."""
        periods = self.figures["conversion-factor"].periods
        return periods[0].start, periods[-1].end


def holding(periods: Iterable[T], day: date) -> T | None:
    """Find the period that holds on a day, or None where nothing is held for it."""
    return next((period for period in periods if period.holds_on(day)), None)


def load(root: Path) -> Library:
    """Read, lint and join content/ at `root`; raises `ContentRefused` with every problem."""
    content = read(root)
    problems = problems_in(content)
    if problems:
        raise ContentRefused(problems)
    return join(content)


def join(content: Content) -> Library:
    """Join what was read. Where a lint found something, what comes of it may be wrong."""
    demands = (Demand(key=key, **dict(file)) for key, file in content.demands.items())
    return Library(
        sources={key: Source(key=key, **dict(file)) for key, file in content.sources.items()},
        rules={key: Rule(key=key, **dict(file)) for key, file in content.rules.items()},
        figures={key: FigureSeries(key=key, **dict(file)) for key, file in content.figures.items()},
        adjustments={
            key: Adjustment(key=key, **dict(file)) for key, file in content.adjustments.items()
        },
        revenue=tuple(content.revenue.values()),
        codes=codes(content),
        corrections=tuple(
            Correction(number=int(key), **dict(file)) for key, file in content.corrections.items()
        ),
        glossary={key: Term(key=key, **dict(file)) for key, file in content.glossary.items()},
        modifiers={
            key: Modifier(key=key, prose=content.texts.get(f"modifiers/{key}.md", ""), **dict(file))
            for key, file in content.modifiers.items()
        },
        demands=tuple(sorted(demands, key=lambda each: each.order)),
        points=tuple(Point(number=int(key), **dict(file)) for key, file in content.points.items()),
        examples=examples(content),
        localities=localities(content),
        groups=content.groups.groups,
        listed=content.groups.listed,
        indicators={entry.field: entry for entry in content.indicators.indicators},
        ptp=content.ptp,
        policies={key: Policy(key=key, **dict(file)) for key, file in content.policies.items()},
        comparisons={
            code: Comparison(code=code, **dict(file)) for code, file in content.comparisons.items()
        },
        pcs=pcs(content),
        outside=content.outside,
        releases={table.path: table.release for table in content.tables()},
        awaited=content.awaited.awaited,
        diagnoses=diagnoses(content),
        synonyms=content.synonyms.synonyms,
        updates=content.updates,
        citations=files_by_source(content),
    )
