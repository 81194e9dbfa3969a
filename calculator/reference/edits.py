"""NCCI edits as they were read: what each file says of a pair, and what it was not read for."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from calculator.reference.codes import NEVER_PAID
from calculator.words.vocabulary import Setting, Standing, Timing

NEVER_IN_FORCE = "9"


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit: column one is paid, column two denied beside it.

    `effective` is None where the file does not say when it began; `deleted` is the last day it was
    in force, None while it is active.
    """

    column_one: str
    column_two: str
    indicator: str
    effective: date | None
    deleted: date | None
    rationale: str

    @property
    def never_in_force(self) -> bool:
        """Whether it was withdrawn from its first day on."""
        return self.indicator == NEVER_IN_FORCE

    def in_force(self, day: date) -> bool:
        """Tell whether it is in force on a day, by what its own days say."""
        begun = self.effective is None or self.effective <= day
        return begun and not self.never_in_force and (self.deleted is None or day <= self.deleted)


@dataclass(frozen=True, slots=True)
class Scope:
    """The pairs that a file was read for; about any other its silence means nothing.

    A code of `with_any` was read with every code, but a code that did not yet exist had no edit to
    be read: `covers` asks for the codes that are known to have existed then.
    """

    says: str
    among: frozenset[str]
    with_any: frozenset[str]
    column_one: tuple[tuple[str, str], ...]
    own_dates: bool

    def covers(self, pair: frozenset[str], existing: frozenset[str]) -> bool:
        """Tell whether every edit of these two codes, in either order, would be there."""
        shown = all(
            code in self.among or code in self.with_any or code in existing for code in pair
        )
        return shown and self._names(pair) and all(self._leads(code) for code in pair)

    def would_hold(self, edit: Edit) -> bool:
        """Tell whether an edit like this would be there, were it active."""
        pair = frozenset((edit.column_one, edit.column_two))
        return self._names(pair) and self._leads(edit.column_one)

    def _names(self, pair: frozenset[str]) -> bool:
        named = all(code in self.among or code in self.with_any for code in pair)
        return named or not pair.isdisjoint(self.with_any)

    def _leads(self, code: str) -> bool:
        return not self.column_one or any(low <= code <= high for low, high in self.column_one)


@dataclass(frozen=True)
class Release:
    """The edits of one setting and quarter; `family` are the family's codes that existed then."""

    release: str
    setting: Setting
    start: date
    end: date
    standing: Standing
    sources: tuple[str, ...]
    scope: Scope
    edits: tuple[Edit, ...]
    family: frozenset[str] = frozenset()

    @cached_property
    def named(self) -> frozenset[str]:
        """Every code that stands in one of its edits, in either column."""
        return frozenset(code for each in self.edits for code in (each.column_one, each.column_two))

    @cached_property
    def _existing(self) -> frozenset[str]:
        return self.named | self.family

    @cached_property
    def _by_pair(self) -> dict[frozenset[str], tuple[Edit, ...]]:
        found: dict[frozenset[str], tuple[Edit, ...]] = {}
        for edit in self.edits:
            pair = frozenset((edit.column_one, edit.column_two))
            found[pair] = (*found.get(pair, ()), edit)
        return found

    def of(self, pair: frozenset[str]) -> tuple[Edit, ...]:
        """List every edit of the pair, deleted ones included."""
        return self._by_pair.get(pair, ())

    def answers(self, pair: frozenset[str]) -> bool:
        """Tell whether the file says anything about the pair, be it by having no edit."""
        return bool(self.of(pair)) or self.scope.covers(pair, self._existing)

    def in_force(self, pair: frozenset[str], day: date) -> Edit | None:
        """Find the pair's edit that is in force on a day, as far as this file goes."""
        return next((edit for edit in self.of(pair) if edit.in_force(day)), None)

    def exact(self, pair: frozenset[str], day: date) -> bool:
        """Tell whether the file decides for that day, and is not only the last that was seen."""
        dated = self.scope.own_dates and self.answers(pair)
        return day <= self.end and (self.start <= day or dated)


@dataclass(frozen=True, slots=True)
class Sight:
    """What was seen of a pair on a day.

    `release` is the file that says it, None where none covers the pair; `exact` tells whether the
    day lies in its quarter, else it is only the last one seen. `missing_from` is a later file that
    should have the edit and has not. `later` is the next file, of a quarter after the day, that
    says something else, with its edit. `ended` are edits that were over by that day. `reason` is
    CMS's rationale, with the file that gives it.
    """

    release: Release | None
    edit: Edit | None
    exact: bool = False
    missing_from: Release | None = None
    later: tuple[Release, Edit | None] | None = None
    ended: tuple[Edit, ...] = ()
    reason: tuple[str, Release] | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """What the policy manual wants of a pair with one code in `first`, the other in `second`.

    With `one_discipline` it is about codes of one plan of care; with `once`, about a code that is
    billed twice as well. With `forbids` the two are not billed together, whatever the note shows.
    """

    key: str
    title: str
    section: str
    says: str
    note: str
    first: frozenset[str]
    second: frozenset[str]
    standing: Standing
    sources: tuple[str, ...]
    one_discipline: bool = False
    once: bool = False
    forbids: bool = False

    def about(self, one: str, other: str) -> bool:
        """Tell whether it is about these two codes, in either order."""
        return (one in self.first and other in self.second) or (
            other in self.first and one in self.second
        )


@dataclass(frozen=True, slots=True)
class KnownCode:
    """A code of the family: our label, what its units hang on and its newest status.

    `held_from` is the first day of the oldest figures held of it, None where there are none.
    """

    code: str
    label: str
    timing: Timing
    status: str = ""
    status_sources: tuple[str, ...] = ()
    held_from: date | None = None

    @property
    def unpaid(self) -> str:
        """Why Medicare pays nothing for it by itself; empty where it may."""
        return NEVER_PAID.get(self.status, "")


@dataclass(frozen=True, slots=True)
class Cited:
    """A source: its title and what citing it amounts to."""

    title: str
    standing: Standing
    settled: bool


@dataclass(frozen=True, slots=True)
class Edits:
    """All that is known of pairs. `releases` has the newest quarter first."""

    releases: tuple[Release, ...]
    policies: tuple[Policy, ...]
    codes: dict[str, KnownCode]
    sources: dict[str, Cited]
    rule_title: str
    rule_states: str

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day that any file answers for."""
        return min(each.start for each in self.releases), max(each.end for each in self.releases)

    def names(self, code: str) -> bool:
        """Tell whether the code is of the family, or stands in any edit or policy held."""
        return (
            code in self.codes
            or any(code in each.named | each.scope.among for each in self.releases)
            or any(code in each.first | each.second for each in self.policies)
        )

    def see(self, one: str, other: str, setting: Setting, day: date) -> Sight:
        """Look a pair up for a date of service."""
        pair = frozenset((one, other))
        files = [each for each in self.releases if each.setting is setting and each.answers(pair)]
        past = [each for each in files if each.start <= day or each.exact(pair, day)]
        if not past:
            return Sight(None, None, later=_first_other(files, pair, day, None))
        newest = past[0]
        told = next((each for each in past if each.in_force(pair, day)), newest)
        # A file that tells how an edit ended has said so; one that is silent may have lost it.
        if told is not newest and newest.of(pair):
            told = newest
        edit = told.in_force(pair, day)
        future = [each for each in files if each not in past]
        lacking = [each for each in self.releases if edit and _lacks(each, told, edit, day)]
        return Sight(
            release=told,
            edit=edit,
            exact=told is newest and newest.exact(pair, day),
            missing_from=lacking[0] if lacking else None,
            later=_first_other(future, pair, day, edit),
            ended=_ended(files, pair, day),
            reason=_reason(files, edit) if edit else None,
        )

    def policies_about(self, one: str, other: str) -> tuple[Policy, ...]:
        """List the policies about a pair."""
        return tuple(policy for policy in self.policies if policy.about(one, other))


def _lacks(release: Release, told: Release, edit: Edit, day: date) -> bool:
    """Tell whether a later file of the setting, read for such an edit, is without it."""
    pair = frozenset((edit.column_one, edit.column_two))
    later = release.setting is told.setting and told.start < release.start <= day
    return later and release.scope.would_hold(edit) and not release.of(pair)


def _reason(files: list[Release], edit: Edit) -> tuple[str, Release] | None:
    """Find CMS's rationale of an edit: not every file was seen with it."""
    pair = frozenset((edit.column_one, edit.column_two))
    return next(
        (
            (other.rationale, each)
            for each in files
            for other in each.of(pair)
            if other.rationale and other.column_one == edit.column_one
        ),
        None,
    )


def _first_other(
    files: list[Release], pair: frozenset[str], day: date, edit: Edit | None
) -> tuple[Release, Edit | None] | None:
    """Find the first of the files after the day, if it says something else than `edit`."""
    after = [each for each in reversed(files) if each.start > day]
    if not after:
        return None
    first = after[0]
    told = first.in_force(pair, first.start)
    return None if _told(told) == _told(edit) else (first, told)


def _told(edit: Edit | None) -> tuple[str, str] | None:
    return (edit.column_one, edit.indicator) if edit else None


def _ended(files: list[Release], pair: frozenset[str], day: date) -> tuple[Edit, ...]:
    """List the edits that were deleted by that day, each once, the newest first."""
    over = {
        (edit.deleted, edit.column_one, edit.indicator): edit
        for each in files
        for edit in each.of(pair)
        if edit.deleted is not None and (edit.deleted < day or edit.never_in_force)
    }
    return tuple(over[key] for key in sorted(over, reverse=True))
