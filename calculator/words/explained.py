"""A value together with the reasons for it: the steps are the calculation."""

from dataclasses import dataclass
from typing import Generic, TypeVar

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
