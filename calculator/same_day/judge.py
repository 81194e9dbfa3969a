"""A day's lines against every edit, every MUE and every policy."""

from itertools import combinations

from calculator.reference.bundle import Reference
from calculator.reference.edits import Edits
from calculator.reference.limits import limit_on
from calculator.rules import mue, policy
from calculator.same_day import clock, told
from calculator.same_day.looked import Looked, look
from calculator.words.explained import Explained
from calculator.words.same_day import DayLine, Judge, Occasion, SameDay
from calculator.words.visit import Row

DEFAULT = "59"


def judge(
    billed: tuple[DayLine, ...], occasion: Occasion, edits: Edits, reference: Reference
) -> Explained[SameDay]:
    """Look up every pair of billed codes, every code's MUE and every policy.

    Findings of policies are in the value alone, never among those of edits and MUE.
    """
    setting, day, times = occasion
    codes = tuple(dict.fromkeys(code for code, _, _ in billed))
    rows = frozenset((plan, code) for code, _, plan in billed)
    shown = clock.read(times, reference)
    looked = tuple(look(pair, occasion, edits, rows, shown) for pair in combinations(codes, 2))
    units = mue.check(
        billed,
        {code: limit_on(reference.mue.get(code, ()), setting, day) for code in codes},
        setting,
        day,
    )
    wanted = policy.find(billed, edits.policies)
    denied = _denied(looked)
    put = _put(looked, denied)
    opened = [each for each in looked if each.decides and each.judgement.on in put]
    notes = (*(note for each in opened for note in each.judgement.note), *wanted.value)
    count = told.count(looked, setting, day)
    value = SameDay(
        says=count.says,
        pairs=tuple(each.told(put) for each in looked),
        modifiers=put,
        denied=denied,
        notes=tuple(dict.fromkeys(notes)),
        policies=wanted.findings,
        beyond=units.value,
        doubts=(
            *policy.doubts(billed, edits.policies, denied),
            *units.findings[: len(units.value)],
        ),
    )
    active = [step for each in looked if each.edit for step in each.steps]
    return Explained(
        value,
        (*active, count, *told.ended(looked), *units.steps),
        (*told.met(looked, DEFAULT, denied, billed), *told.unheard(looked), *units.findings),
    )


def judging(edits: Edits, reference: Reference) -> Judge:
    """Make the judge of these edits, as a visit asks it."""
    return Judge(
        lambda billed, occasion: judge(billed, occasion, edits, reference),
        lambda rows, occasion: modifiers(rows, occasion, edits, reference),
    )


def modifiers(
    rows: frozenset[Row], occasion: Occasion, edits: Edits, reference: Reference
) -> dict[str, str]:
    """Return the modifiers that `judge` puts on lines of these rows, by column-two code."""
    codes = {code for _, code in rows}
    met = {
        (edit.column_one, edit.column_two)
        for release in edits.releases
        if release.setting is occasion.setting
        for edit in release.edits
        if edit.column_one in codes and edit.column_two in codes
    }
    shown = clock.read(occasion.times, reference)
    looked = tuple(look(pair, occasion, edits, rows, shown) for pair in sorted(met))
    return _put(looked, _denied(looked))


def _denied(looked: tuple[Looked, ...]) -> dict[str, str]:
    return {
        each.edit.column_two: told.denial(each, each.edit)
        for each in looked
        if each.edit and each.decides and not each.opened
    }


def _put(looked: tuple[Looked, ...], denied: dict[str, str]) -> dict[str, str]:
    on = [each.judgement.on for each in looked if each.decides and each.opened]
    return {code: DEFAULT for code in on if code not in denied}
