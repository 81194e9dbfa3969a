"""What NCCI makes of all that is billed on one day, in the words that every rendering shares."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from calculator.words.blocks import Times
from calculator.words.explained import Explained, Finding
from calculator.words.visit import Row
from calculator.words.vocabulary import Discipline, Setting

DayLine = tuple[str, int, Discipline]  # a line as edits look at it: code, units, plan of care


class Occasion(NamedTuple):
    """Where and when a day's lines were given, and what start and end times show of them."""

    setting: Setting
    day: date
    times: Times


class PairSeen(NamedTuple):
    """Two billed codes, and what the files held say of them.

    `release` is the file that says it, empty where none was read for the pair; `in_force` tells
    whether it answers for the day, else it is only the last one seen. Columns, indicator and
    reason are those of an active edit, `ended` is the last day of one that is over. `modifier`
    stands on the line of column two; `others` may take its place; `note` completes "the note has
    to show". `evidence` are times typed that show the two apart; `against` says in short why no
    modifier is put though the indicator allows one.
    """

    codes: tuple[str, str]
    verdict: str
    release: str
    in_force: bool
    column_one: str = ""
    column_two: str = ""
    indicator: str = ""
    reason: str = ""
    modifier: str = ""
    others: tuple[str, ...] = ()
    note: tuple[str, ...] = ()
    ended: date | None = None
    evidence: tuple[str, ...] = ()
    against: str = ""


class SameDay(NamedTuple):
    """What NCCI makes of a day's lines.

    `says` counts the pairs in one sentence. `modifiers` are by column-two code; `denied` says why,
    by code; `notes` complete "the note has to show", for edits and policies; `policies` are no
    edits and change nothing; `beyond` are the codes with more units than their MUE, and `doubts`
    say of each what that does to its payment, and of codes that a policy does not let be billed
    together.
    """

    says: str
    pairs: tuple[PairSeen, ...]
    modifiers: dict[str, str]
    denied: dict[str, str]
    notes: tuple[str, ...]
    policies: tuple[Finding, ...]
    beyond: tuple[str, ...]
    doubts: tuple[Finding, ...] = ()


class Judge(NamedTuple):
    """Who looks a day up: the whole of it, or only the modifiers that its rows ask for."""

    day: Callable[[tuple[DayLine, ...], Occasion], Explained[SameDay]]
    modifiers: Callable[[frozenset[Row], Occasion], dict[str, str]]
