"""Modifiers as billed: which of them the record asks for, and which contradict each other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from calculator.reference.modifiers import Conflict
from calculator.words.billed import BilledLine, Compared
from calculator.words.claim import Line
from calculator.words.explained import Explained, Finding
from calculator.words.sentences import listed
from calculator.words.vocabulary import Discipline

EVERY_LINE = ("pub-100-04-ch05-20-1",)
BY_UNIT = ("pub-100-04-ch05-20-1", "pt-management-assistants")
ABOVE = ("usc-42-1395l", "pub-100-04-ch05-10-3")
COLUMN_TWO = ("ncci-policy-manual-i",)
LIABILITY = ("liability-modifiers-carrier",)

PLANS = {plan.modifier: plan for plan in Discipline}
ASSISTANTS = tuple(filter(None, (plan.assistants_modifier for plan in Discipline)))
SEPARATE = ("59", "XE", "XP", "XS", "XU")
NOTICES = ("GA", "GX", "GY", "GZ")
ALWAYS = frozenset({*PLANS, *ASSISTANTS, "KX"})


@dataclass(frozen=True, slots=True)
class Carried:
    """The modifiers of one billed line that are due and absent, not due, or against another.

    `unjudged` are those that the claim was not worked out with.
    """

    missing: tuple[str, ...]
    extra: tuple[str, ...]
    contradicting: tuple[str, ...]
    unjudged: tuple[str, ...]


class Edited(NamedTuple):
    """What was seen of the edits of billed codes, by code.

    `refused` says why no modifier opens an edit whose indicator lets one; `unseen` are codes with a
    pair for which no file of the day is held.
    """

    refused: Mapping[str, str] = MappingProxyType({})
    unseen: frozenset[str] = frozenset()


NOT_EDITED = Edited()


class _Mark(NamedTuple):
    kind: str
    modifiers: tuple[str, ...]
    says: str
    cites: tuple[str, ...] = ()


def judge(  # noqa: PLR0913, PLR0917 -- six facts of different kinds, each read once
    billed: tuple[BilledLine, ...],
    compared: tuple[Compared, ...],
    claim: tuple[Line, ...],
    looked_up: frozenset[str],
    conflicts: tuple[Conflict, ...],
    edited: Edited = NOT_EDITED,
) -> Explained[tuple[Carried, ...]]:
    """Hold the modifiers of each billed line against those of the nearest allowed claim.

    `looked_up` are the modifiers, besides those of plan, assistant and threshold, that the claim
    was worked out with; `conflicts` are pairs that do not stand on one line;
    `edited` is what was seen of edits between the billed codes.
    """
    of_place = {place: each for each in compared for place in each.places}
    carried, findings = [], []
    for place, line in enumerate(billed):
        marks = [*_marks(line, of_place[place], claim, looked_up)]
        if looked_up.intersection(SEPARATE):
            marks += _separate(line, _due(line, of_place[place], claim), edited)
        marks += _conflicts(line, conflicts)
        if place == _shown_at(of_place[place], billed):
            marks += _assistants(of_place[place])
        carried.append(Carried(*(_of(kind, marks) for kind in Carried.__slots__)))
        findings += [
            Finding("carried", f"Line {place + 1}, {line.code}: {mark.says}", mark.cites)
            for mark in marks
        ]
    return Explained(tuple(carried), (), tuple(findings))


def _of(kind: str, marks: list[_Mark]) -> tuple[str, ...]:
    named = [modifier for mark in marks if mark.kind == kind for modifier in mark.modifiers]
    return tuple(dict.fromkeys(named))


def _marks(
    line: BilledLine, compared: Compared, claim: tuple[Line, ...], looked_up: frozenset[str]
) -> Iterator[_Mark]:
    mine = [each for each in claim if (each.code, each.discipline) == (line.code, compared.plan)]
    due = _due(line, compared, claim)
    yield from _plan(line, compared)
    yield from _threshold(line, mine or _bucket(compared.plan, claim))
    yield from _notices(line, due, looked_up)
    known = {*ALWAYS, *looked_up}
    unjudged = tuple(each for each in line.modifiers if each not in known)
    if unjudged:
        yield _Mark("unjudged", unjudged, f"{listed(unjudged)} not looked at here.")


def _due(line: BilledLine, compared: Compared, claim: tuple[Line, ...]) -> set[str]:
    mine = (each for each in claim if (each.code, each.discipline) == (line.code, compared.plan))
    return {modifier for each in mine for modifier in each.modifiers}


def _plan(line: BilledLine, compared: Compared) -> Iterator[_Mark]:
    own = compared.plan.modifier
    others = tuple(each for each in line.modifiers if each in PLANS and each != own)
    if others:
        says = f"{listed(others)} billed; the record has it under {compared.plan}, {own}."
        yield _Mark("contradicting", others, says, EVERY_LINE)
    if own not in line.modifiers:
        says = f"{own} is missing: every line names its plan of care."
        yield _Mark("missing", (own,), says, EVERY_LINE)


def _shown_at(compared: Compared, billed: tuple[BilledLine, ...]) -> int:
    """Choose the line at which too many or too few of an assistant's units are told."""
    bearing = compared.billed_assistant > compared.supported_assistant
    marks = {*ASSISTANTS}
    return next(
        place
        for place in compared.places
        if bool(marks & {*billed[place].modifiers}) == bearing or place == compared.places[-1]
    )


def _assistants(compared: Compared) -> Iterator[_Mark]:
    have, due = compared.billed_assistant, compared.supported_assistant
    if have == due:
        return
    own = compared.plan.assistants_modifier
    if not own:
        says = f"{compared.plan} has no modifier for its assistants’ units."
        yield _Mark("extra", ASSISTANTS, says, BY_UNIT)
        return
    says = f"units with {own}: {have} billed; by the record {due}, on a line of their own."
    yield _Mark("extra" if have > due else "missing", (own,), says, BY_UNIT)


def _bucket(plan: Discipline, claim: tuple[Line, ...]) -> list[Line]:
    return [each for each in claim if each.discipline.bucket is plan.bucket]


def _threshold(line: BilledLine, near: list[Line]) -> Iterator[_Mark]:
    due, have = any("KX" in each.modifiers for each in near), "KX" in line.modifiers
    if due and not have:
        says = "KX is missing: what was used and this visit are above the threshold."
        yield _Mark("missing", ("KX",), says, ABOVE)
    elif have and near and not due:
        own = [each for each in near if each.code == line.code]
        notices = [each for each in NOTICES if any(each in mine.modifiers for mine in own)]
        says = "KX is not due: what was used and this visit are not above the threshold."
        if notices:
            says = f"KX is not due: {listed(notices)} says that a denial is expected."
        yield _Mark("extra", ("KX",), says, LIABILITY if notices else ABOVE)


def _separate(line: BilledLine, due: set[str], edited: Edited) -> Iterator[_Mark]:
    have = tuple(each for each in line.modifiers if each in SEPARATE)
    asked = tuple(each for each in SEPARATE if each in due)
    if asked and not have:
        named = listed(asked, "or")
        says = f"{named} is missing: an edit asks for it, where the services were separate."
        yield _Mark("missing", asked, says, COLUMN_TWO)
    elif have and not asked:
        yield _unasked(line.code, have, edited)


def _unasked(code: str, have: tuple[str, ...], edited: Edited) -> _Mark:
    """Say why a modifier that opens edits is billed and the claim has none."""
    if code in edited.refused:
        says = f"{edited.refused[code]}: {listed(have)} contradicts the record."
        return _Mark("contradicting", have, says, COLUMN_TWO)
    if code in edited.unseen:
        says = f"{listed(have)} not judged: no file of the day is held."
        return _Mark("unjudged", have, says)
    says = f"{listed(have)} is not due: no edit of this visit asks for it on this line."
    return _Mark("extra", have, says, COLUMN_TWO)


def _notices(line: BilledLine, due: set[str], looked_up: frozenset[str]) -> Iterator[_Mark]:
    for each in NOTICES:
        if each not in looked_up or (each in due) == (each in line.modifiers):
            continue
        if each in due:
            says = f"{each} is missing, by what is said of coverage and notice."
            yield _Mark("missing", (each,), says, LIABILITY)
        else:
            says = f"{each} is not due, by what is said of coverage and notice."
            yield _Mark("extra", (each,), says, LIABILITY)


def _conflicts(line: BilledLine, conflicts: tuple[Conflict, ...]) -> Iterator[_Mark]:
    for each in conflicts:
        if {*each.modifiers} <= {*line.modifiers}:
            says = f"{listed(each.modifiers)} do not stand on one line. {each.why}"
            yield _Mark("contradicting", each.modifiers, says, each.sources)
