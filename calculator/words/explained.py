"""A value together with the reasons for it: the steps are the calculation."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing a rule did: a sentence with its numbers, what it gives, and its sources."""

    rule: str
    says: str
    cites: tuple[str, ...]
    gives: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the reader has to know that does not stop the answer."""

    rule: str
    says: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explained(Generic[T_co]):
    """What a rule returns: its value, its steps in reading order, and what it found on the way."""

    value: T_co
    steps: tuple[Step, ...]
    findings: tuple[Finding, ...] = ()


class Trace:
    """The steps and findings of the rules, in the order in which they were asked."""

    def __init__(self) -> None:
        """Start with nothing said."""
        self.steps: list[Step] = []
        self.findings: list[Finding] = []

    def keep(self, explained: Explained[T]) -> T:
        """Keep the reasons and return the value."""
        self.steps += explained.steps
        self.findings += explained.findings
        return explained.value

    def explain(self, value: T) -> Explained[T]:
        """Give all that was kept as the reasons for a value."""
        return Explained(value, tuple(self.steps), tuple(self.findings))
