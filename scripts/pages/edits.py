"""Pairs of codes: the page of exclusions, and the section of a code's page."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from calculator import pair_door
from calculator.reference.edits import Edit, Edits, Release
from calculator.words.vocabulary import Setting
from scripts.pages import confused, edit_matrix
from scripts.pages.edit_cells import Cell, cells, newest_day, partners
from scripts.pages.facts import Facts
from scripts.pages.template import render

ROOT = "../"  # from exclusions/ to the site's root
CODE_ROOT = "../../"  # from a code's page
DEFAULT = ("97530", "97150", Setting.HOSPITAL)
VISIT_CODES = ("992", "993")  # how the numbers of visit codes begin
TAUGHT = ("97161", "97162", "97163", "97164", "97165", "97166", "97167", "97168")
TAUGHT_OF_97530 = ("97140", "97533", "97535")
BESIDE = ("97110", "97112", "97116", "97140", "97150", "97530")


@dataclass(frozen=True, slots=True)
class Row:
    """A code that an active edit joins with another: what is known of the two by setting."""

    code: str
    label: str
    column: str  # of the other code: one or two, empty where the settings differ
    cells: tuple[Cell, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Ended:
    """An edit that is over: by setting, the last day it was in force."""

    edit: Edit
    days: tuple[tuple[Setting, date], ...]


def section(facts: Facts, code: str) -> str:
    """Write the active and the deleted edits of a code as HTML; empty where no file covers it."""
    edits, day = facts.edits, newest_day(facts.edits)
    found = [
        row for row in (_row(edits, code, other, day) for other in partners(edits, code)) if row
    ]
    ended = _ended(edits, code, day)
    covered = [each for each in edits.releases if code in each.scope.among | each.scope.with_any]
    if not (found or ended or covered):
        return ""
    return render(
        "edits.html",
        code=code,
        family=[row for row in found if row.code in edits.codes],
        others=[row for row in found if row.code not in edits.codes],
        ended=ended,
        releases=_newest_first(edits),
        silent=not covered,
        with_featured=any(each.held for each in cells(edits, code, DEFAULT[0], day)),
        root=CODE_ROOT,
        day=day,
    )


def fragments(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield what the page of exclusions is made of."""
    edits, day = facts.edits, newest_day(facts.edits)
    yield "exclusions/checker.html", _checker(edits, day)
    yield "exclusions/confused.html", confused.section(facts, ROOT, day)
    yield "exclusions/deleted.html", _taught(edits, day)
    yield "exclusions/policies.html", _policies(facts)
    yield "exclusions/files.html", render("edit_files.html", releases=_newest_first(edits))
    yield "exclusions/visits.html", _visits(edits, day)
    yield "exclusions/mue.html", _mue(facts)


def _checker(edits: Edits, day: date) -> str:
    first, second, setting = DEFAULT
    asked = {"first": first, "second": second, "setting": setting, "date": str(day)}
    answer = json.loads(pair_door.check(json.dumps(asked), edits, ROOT))
    return render(
        "pair.html",
        asked=asked,
        answer=answer,
        settings=list(Setting),
        codes=edits.codes.values(),
        matrix=edit_matrix.picture(edits, day),
        root=ROOT,
    )


def _row(edits: Edits, code: str, other: str, day: date) -> Row | None:
    found = cells(edits, code, other, day)
    active = [cell.edit for cell in found if cell.edit]
    if not active:
        return None
    columns = {"two" if edit.column_one == code else "one" for edit in active}
    known = edits.codes.get(other)
    reasons = dict.fromkeys(cell.sight.reason[0] for cell in found if cell.sight.reason)
    return Row(
        code=other,
        label=known.label if known else "",
        column=columns.pop() if len(columns) == 1 else "",
        cells=found,
        reason="; ".join(reasons),
    )


def _ended(edits: Edits, code: str, day: date) -> list[Ended]:
    """List what is over and has no active successor, of codes of the family."""
    found = []
    for other in partners(edits, code):
        seen = cells(edits, code, other, day)
        last = {
            cell.setting: next((each for each in cell.sight.ended if not each.never_in_force), None)
            for cell in seen
        }
        real = {setting: edit for setting, edit in last.items() if edit and edit.deleted}
        if other not in edits.codes or not real or any(cell.edit for cell in seen):
            continue
        days = tuple((setting, edit.deleted) for setting, edit in real.items() if edit.deleted)
        found.append(Ended(next(iter(real.values())), days))
    return found


def _taught(edits: Edits, day: date) -> str:
    """Write the deleted edits of evaluations and of 97530, which many pages still teach."""
    found = [
        each
        for code, beside in (*((code, BESIDE) for code in TAUGHT), ("97530", TAUGHT_OF_97530))
        for each in _ended(edits, code, day)
        if each.edit.column_one in beside or each.edit.column_two in beside
    ]
    return render("edits_ended.html", ended=found, caption="Deleted edits that are still taught")


def _newest_first(edits: Edits) -> list[Release]:
    return sorted(edits.releases, key=lambda each: (each.start, each.setting), reverse=True)


def _policies(facts: Facts) -> str:
    return render(
        "policies.html",
        policies=sorted(
            facts.library.policies.values(), key=lambda each: (each.section or "Z", each.title)
        ),
        sources=facts.library.sources,
        root=ROOT,
    )


def _visits(edits: Edits, day: date) -> str:
    """Write what is held of visit codes beside 97530, which is all there is."""
    held = [code for code in partners(edits, "97530") if code.startswith(VISIT_CODES)]
    seen = [cell for code in held for cell in cells(edits, "97530", code, day)]
    return render(
        "edit_visits.html",
        codes=held,
        active=sum(cell.edit is not None for cell in seen),
        ended=[each for cell in seen for each in cell.sight.ended],
    )


def _mue(facts: Facts) -> str:
    library = facts.library
    newest = {
        (code.code, entry.setting): entry
        for code in library.codes.values()
        for entry in reversed(code.mue)
    }
    indicator = library.indicators["mai"]
    counts = {
        (meaning.value, setting): sum(
            entry.mai == meaning.value and key[1] == setting for key, entry in newest.items()
        )
        for meaning in indicator.values
        for setting in Setting
    }
    featured = [entry for (code, _), entry in newest.items() if code == "97530"]
    releases = {entry.release: entry for entry in newest.values()}
    return render(
        "mue.html",
        meanings=indicator.values,
        counts=counts,
        settings=list(Setting),
        featured=featured,
        releases=sorted(releases.values(), key=lambda each: each.start, reverse=True),
    )
