"""Many visits: of each answer what a table takes, and totals by result and by finding."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from calculator.audit import Held
from calculator.rules.carried import Carried
from calculator.words.answer import Answer
from calculator.words.billed import Verdict
from calculator.words.money import NOTHING

ANSWERED, REFUSED = "answered", "refused"  # beside the verdicts of an audit
RESULTS = (*map(str, Verdict), ANSWERED, REFUSED)


class Mark(StrEnum):
    """What a visit is found by beside its result."""

    TIES = "ties"
    MODIFIERS = "modifiers"


class Outcome(NamedTuple):
    """A visit in short. Money is in dollars; None where it is not known or nothing was billed.

    `units` and `allowed` are what the record supports, of the nearest allowed claim in an audit;
    `modifiers` says where those billed differ. `findings` are the keys of the rules that found
    something, each once.
    """

    result: str
    units: int | None = None
    allowed: Decimal | None = None
    billed_units: int | None = None
    billed: Decimal | None = None
    ties: bool = False
    modifiers: str = ""
    findings: tuple[str, ...] = ()

    @property
    def difference(self) -> Decimal | None:
        """How much more was billed than the record supports; less than nothing where too little."""
        if self.billed is None or self.allowed is None:
            return None
        return self.billed - self.allowed

    @property
    def marks(self) -> tuple[str, ...]:
        """What the visit counts under beside its result: marks, then findings."""
        marks = (
            *((Mark.TIES,) if self.ties else ()),
            *((Mark.MODIFIERS,) if self.modifiers else ()),
        )
        return (*map(str, marks), *self.findings)


def answered(answer: Answer) -> Outcome:
    """Shorten the answer to a visit."""
    return Outcome(
        ANSWERED,
        sum(line.units for line in answer.lines),
        answer.allowed,
        ties=answer.allocations > 1,
        findings=tuple(dict.fromkeys(each.rule for each in answer.findings)),
    )


def audited(held: Held) -> Outcome:
    """Shorten an audit."""
    findings = (*held.findings, *held.answer.findings)
    return Outcome(
        str(held.audited.verdict),
        sum(line.units for line in held.nearest),
        held.worth.supported,
        sum(line.units for line in held.billed),
        held.worth.billed,
        held.answer.allocations > 1,
        "; ".join(
            said
            for line, each in zip(held.billed, held.carried, strict=True)
            if (said := _differing(line.code, each))
        ),
        tuple(dict.fromkeys(each.rule for each in findings)),
    )


def _differing(code: str, each: Carried) -> str:
    parts = (("lacks", each.missing), ("not due", each.extra))
    said = ", ".join(f"{word} {' '.join(names)}" for word, names in parts if names)
    contradicting = f"contradicting {' '.join(each.contradicting)}" if each.contradicting else ""
    whole = ", ".join(filter(None, (said, contradicting)))
    return f"{code} {whole}" if whole else ""


@dataclass(slots=True)
class Sum:
    """How many visits count under a key, and what those with amounts come to."""

    visits: int = 0
    unpriced: int = 0
    allowed: Decimal = NOTHING
    billed: Decimal = NOTHING
    difference: Decimal = NOTHING

    def add(self, outcome: Outcome) -> None:
        """Count a visit in. What was billed counts only where what is supported is known, too."""
        self.visits += 1
        unknown = outcome.billed_units is not None and outcome.difference is None
        if outcome.allowed is None or unknown:
            self.unpriced += outcome.result != REFUSED
            return
        self.allowed += outcome.allowed
        self.billed += outcome.billed or NOTHING
        self.difference += outcome.difference or NOTHING


@dataclass(slots=True)
class Totals:
    """Sums of the visits so far: by result, by mark and finding, and of all."""

    by_result: dict[str, Sum] = field(default_factory=dict)
    by_mark: dict[str, Sum] = field(default_factory=dict)
    whole: Sum = field(default_factory=Sum)

    def add(self, outcome: Outcome) -> None:
        """Count a visit in wherever it belongs."""
        self.whole.add(outcome)
        self.by_result.setdefault(outcome.result, Sum()).add(outcome)
        for mark in outcome.marks:
            self.by_mark.setdefault(mark, Sum()).add(outcome)
