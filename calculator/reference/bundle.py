"""reference.json, read into the tables that rules and pages look things up in."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from calculator.reference import demands as on_record, modifiers as on_lines
from calculator.reference.codes import Code, Valuation
from calculator.reference.localities import Indices, Locality
from calculator.reference.periods import Dated, Figure, Period
from calculator.words import remittance
from calculator.words.remittance import AdjustmentCode
from calculator.words.vocabulary import Bucket, Discipline, Standing, Timing

SCHEMA = "reference-1"
THRESHOLDS = {Bucket.PT_SLP: "kx-threshold-pt-slp", Bucket.OT: "kx-threshold-ot"}
FIGURES = (
    *("conversion-factor", "conversion-factor-qp", "mppr-kept-share"),
    *("deductible", "coinsurance-share", "sequestration-share", "assistant-kept-share"),
    *("nonparticipating-share", "limiting-charge-share"),
    *THRESHOLDS.values(),
    "medical-review-threshold",
)

T = TypeVar("T")
Record = dict[str, Any]  # JSON, checked against its schema when it was written


class BadReference(ValueError):
    """The text is not a reference.json of the schema that this calculator reads."""


@dataclass(frozen=True, slots=True)
class Source:
    """What is cited: its title, where it was seen, and what citing it amounts to."""

    key: str
    title: str
    at: str | None
    standing: Standing
    settled: bool


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule as its page states it."""

    key: str
    title: str
    states: str


@dataclass(frozen=True, slots=True)
class Reference:
    """Everything the calculator knows that is not a rule.

    `further` names, for the first code of a pair, the one that takes its further units.
    `mue` is by code and as it stands in the file: `limits` reads what a visit asks for.
    `revenue` stands so too, by plan of care: only the UB-04 asks for it.
    """

    codes: Mapping[str, Code]
    further: Mapping[str, str]
    localities: Mapping[str, Locality]
    figures: dict[str, Dated[Decimal]]
    adjustments: dict[str, AdjustmentCode]
    sources: dict[str, Source]
    rules: dict[str, RuleText]
    mue: dict[str, list[Record]]
    modifiers: on_lines.Modifiers = on_lines.NO_MODIFIERS
    demands: on_record.Demands = on_record.NO_DEMANDS
    revenue: Mapping[str, Record] = field(default_factory=dict)

    def figure(self, key: str, day: date) -> Figure:
        """Look a figure up with its sources; raises `NotPublished` where none is held."""
        period = self.figures[key].on(day)
        return Figure(period.value, period.sources, period.standing)

    def threshold(self, bucket: Bucket, day: date) -> Figure:
        """Look up the KX threshold of a bucket, likewise."""
        return self.figure(THRESHOLDS[bucket], day)

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last date of service that can be priced."""
        periods = self.figures["conversion-factor"].periods
        return periods[0].start, periods[-1].end


def load(text: str) -> Reference:
    """Read reference.json; raises `BadReference` where it is something else."""
    try:
        record = json.loads(text)
        if record["schema"] != SCHEMA:
            msg = f"schema: got {record['schema']}; takes {SCHEMA}"
            raise BadReference(msg)
        reference = Reference(
            codes=Table(_code, record["codes"]),
            further={each["code"]: each["further"] for each in record["codes"] if each["further"]},
            localities=Table(_locality, record["localities"]),
            figures={
                entry["key"]: _dated(entry, entry["label"], _value) for entry in record["figures"]
            },
            adjustments=_table(_adjustment, record["adjustments"]),
            sources=_table(_source, record["sources"]),
            rules=_table(_rule, record["rules"]),
            mue={each["code"]: each["mue"] for each in record["codes"]},
            modifiers=on_lines.read(record),
            demands=on_record.read(record),
            revenue={each["discipline"]: each for each in record.get("revenue", ())},
        )
        for key in FIGURES:
            reference.figures[key].periods[0]  # missing, it is met here and not later
        for key in remittance.KEYS:
            reference.adjustments[key]
    except (ValueError, LookupError, TypeError, ArithmeticError, RecursionError) as error:
        msg = f"not a reference.json of schema {SCHEMA}: {error}"
        raise BadReference(msg) from error
    return reference


class Table(Mapping[str, T]):
    """Records by key, each read when it is first asked for: a visit needs few of them."""

    def __init__(self, read: Callable[[Record], T], records: Iterable[Record]) -> None:
        """Hold the records; `read` makes the entry of one."""
        self._read = read
        self._records = {record.get("key") or record["code"]: record for record in records}
        self._made: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        """Return an entry; raises `KeyError` where there is none."""
        if key not in self._made:
            self._made[key] = self._read(self._records[key])
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        """Go through the keys in the order of the file."""
        return iter(self._records)

    def __len__(self) -> int:
        """Count the records."""
        return len(self._records)


def _table(read: Callable[[Record], T], records: Iterable[Record]) -> dict[str, T]:
    return {record.get("key") or record["code"]: read(record) for record in records}


def _dated(record: Record, what: str, read: Callable[[Record], T]) -> Dated[T]:
    return Dated(what, tuple(_period(period, read) for period in record["periods"]))


def _period(record: Record, read: Callable[[Record], T]) -> Period[T]:
    return Period(
        start=date.fromisoformat(record["from"]),
        end=date.fromisoformat(record["to"]),
        value=read(record),
        release=record["release"],
        standing=Standing(record["standing"]),
        sources=tuple(record["sources"]),
    )


def _value(record: Record) -> Decimal:
    return Decimal(record["value"])


def _indices(record: Record) -> Indices:
    return Indices(
        Decimal(record["work"]), Decimal(record["practice_expense"]), Decimal(record["malpractice"])
    )


def _valuation(record: Record) -> Valuation:
    return Valuation(
        status=record["status"],
        work=Decimal(record["work"]),
        practice_expense=Decimal(record["practice_expense"]),
        malpractice=Decimal(record["malpractice"]),
        multiple_procedure=record["multiple_procedure"],
    )


def _code(record: Record) -> Code:
    return Code(
        code=record["code"],
        label=record["label"],
        timing=Timing(record["timing"]),
        base=record["base"],
        further=record["further"],
        timing_sources=tuple(record["timing_sources"]),
        unusual_for=frozenset(map(Discipline, record["unusual_for"])),
        unusual_sources=tuple(record["unusual_sources"]),
        instead=record["instead"],
        instead_sources=tuple(record["instead_sources"]),
        valuations=_dated(record, record["code"], _valuation),
        group=record["group"],
        therapy=record["therapy"] or "",
    )


def _locality(record: Record) -> Locality:
    name = f"{record['name']}, {record['state']}"
    return Locality(record["key"], name, _dated(record, name, _indices))


def _adjustment(record: Record) -> AdjustmentCode:
    return AdjustmentCode(
        group=record["group"],
        reason=record["reason"] or "",
        remark=record.get("remark") or "",
        means=record["means"],
        standing=Standing(record["standing"]),
        cites=tuple(record["sources"]),
        others=tuple(map(_adjustment, record.get("others", ()))),
    )


def _source(record: Record) -> Source:
    return Source(
        key=record["key"],
        title=record["title"],
        at=record["at"],
        standing=Standing(record["standing"]),
        settled=record["settled"],
    )


def _rule(record: Record) -> RuleText:
    return RuleText(record["key"], record["title"], record["states"])
