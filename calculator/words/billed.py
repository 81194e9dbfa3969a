"""What stands on a claim that was sent, and what it comes to beside the record."""

from dataclasses import dataclass
from enum import StrEnum

from calculator.words.vocabulary import Discipline


@dataclass(frozen=True, slots=True)
class BilledLine:
    """One line as it was billed."""

    code: str
    units: int
    modifiers: tuple[str, ...]


class Verdict(StrEnum):
    """How billed units stand to the record; `SHIFTED` is as many in all, on other codes."""

    CONSISTENT = "consistent"
    OVER = "over"
    UNDER = "under"
    SHIFTED = "shifted"


@dataclass(frozen=True, slots=True)
class Compared:
    """The units of one code under one plan: billed and supported, with an assistant's modifier.

    `places` are those of its billed lines.
    """

    code: str
    plan: Discipline
    places: tuple[int, ...]
    billed: int
    supported: int
    billed_assistant: int
    supported_assistant: int

    @property
    def verdict(self) -> Verdict:
        """Tell whether more or fewer units were billed than the record supports."""
        return verdict(self.billed, self.supported)


@dataclass(frozen=True, slots=True)
class Audited:
    """What was billed beside the nearest allowed claim, `nearest` in their order."""

    verdict: Verdict
    nearest: int
    compared: tuple[Compared, ...]


def verdict(billed: int, supported: int) -> Verdict:
    """Compare two counts of units."""
    if billed == supported:
        return Verdict.CONSISTENT
    return Verdict.OVER if billed > supported else Verdict.UNDER
