"""The shape of the files about pairs of codes: NCCI edits, policies, codes that people confuse."""

from typing import Annotated

from pydantic import Field

from scripts.content.model import ReleaseFile
from scripts.content.values import CodeNumber, Frozen, Key, Setting, Supported, Text

Codes = Annotated[tuple[CodeNumber, ...], Field(min_length=1)]


class CodeRange(Frozen):
    """All codes from one to another, both included."""

    first: CodeNumber
    last: CodeNumber

    def holds(self, code: str) -> bool:
        """Tell whether the code lies in the range."""
        return self.first <= code <= self.last


class Scope(Frozen):
    """Which pairs a file of edits was read for, so that its silence about one means something.

    It covers the pairs of two codes of `among`, and those of a code of `with_any` with any code;
    where `column_one` is given, only edits whose column one lies in these ranges. `own_dates`
    tells whether each edit comes with the days on which it began and ended, `deleted_too` whether
    deleted edits were read as well as active ones.
    """

    says: Text
    among: tuple[CodeNumber, ...] = Field(min_length=1)
    with_any: tuple[CodeNumber, ...] = ()
    column_one: tuple[CodeRange, ...] = ()
    own_dates: bool
    deleted_too: bool


class PtpReleaseFile(ReleaseFile):
    """content/ptp/<name>.yaml: the edits of a setting and quarter, as far as they were read."""

    setting: Setting
    scope: Scope


class PolicyFile(Supported):
    """content/policies/<key>.yaml: what the policy manual wants of a pair, which is no edit.

    It is about a pair with one code in `first` and the other in `second`; `note` completes "the
    note has to show". With `one_discipline` it is about codes of one plan of care; with `once`,
    about a code that is billed twice as well. With `forbids` the two are not billed together,
    whatever the note shows: no modifier is put for them.
    """

    title: Text
    section: Text | None = None
    says: Text
    note: Text | None = None
    first: Codes
    second: Codes
    one_discipline: bool = False
    once: bool = False
    forbids: bool = False


class ComparisonFile(Supported):
    """content/comparisons/<code>.yaml: a code that people confuse with others.

    `what` is what it is for, `note` completes "the note has to show", `tells_apart` says what tells
    it from the code that all others are held against, which has none.
    """

    order: int
    what: Text
    note: Text
    tells_apart: Text | None = None


class Policy(PolicyFile):
    """A policy, under its key."""

    key: Key


class Comparison(ComparisonFile):
    """A code that people confuse with others, under its number."""

    code: CodeNumber
