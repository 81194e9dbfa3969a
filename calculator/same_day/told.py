"""What is said of the pairs of a day: each edit by itself, all the rest together."""

from collections.abc import Iterable, Iterator
from datetime import date

from calculator.reference.edits import Edit
from calculator.rules.edits import separate_sessions
from calculator.same_day.looked import Looked
from calculator.words.explained import Finding, Step
from calculator.words.same_day import DayLine
from calculator.words.sentences import capitalised, listed, number
from calculator.words.vocabulary import Discipline, Setting

ONE_BILLER = ("ncci-edits-apta-2020", "ncci-edits-across-plans")
NOT_HELD = "Not in our data, which is not the same as no edit"


def denial(each: Looked, edit: Edit) -> str:
    """Say why a column-two line is denied."""
    why = f"and no modifier is put: {each.against}" if each.against else "which no modifier opens"
    return (
        f"{edit.column_two} is denied beside {edit.column_one}: PTP edit, indicator"
        f" {edit.indicator}, {why}."
    )


def met(
    looked: tuple[Looked, ...], default: str, denied: dict[str, str], billed: tuple[DayLine, ...]
) -> Iterator[Finding]:
    """Say of each edit what it does to a line, or why it does nothing to one."""
    for each in looked:
        if each.edit and each.sight.release:
            says = _in_force(each, each.edit, default, denied)
            if not each.decides:
                says = _last_seen(each, each.edit, default)
            manual = (source for policy in each.forbidden for source in policy.sources)
            cites = (*each.sight.release.sources, *(manual if each.against else ()))
            yield Finding("edits", says, tuple(dict.fromkeys(cites)))
            yield from _across_plans(each, billed)


def _in_force(each: Looked, edit: Edit, default: str, denied: dict[str, str]) -> str:
    if each.against:
        return f"{denial(each, edit)} {_against(each, default)}"
    if not each.opened:
        return denial(each, edit)
    joins = f"{each.pair.named} meet an edit with indicator 1"
    if edit.column_two in denied:
        return f"{joins}: no modifier, as {edit.column_two} is denied for another edit."
    return (
        f"{joins}: {default} stands on the line of {edit.column_two}, column two, and only where"
        f" the two were separate: the note has to show {listed(each.judgement.note)}. Without that"
        f" {edit.column_two} is denied beside {edit.column_one}."
        f" {_instead(each, default)}{_evidence(each)}"
    )


def _against(each: Looked, default: str) -> str:
    """Say what speaks against the modifier, and what would support it."""
    if each.forbidden:
        wants = " ".join(policy.says for policy in each.forbidden)
        return f"{wants} {default} opens an edit and answers no policy."
    return (
        f"{' '.join(each.shared)} {default} would contradict them. What would support it, where it"
        f" is so: {listed(each.judgement.note)}."
    )


def _evidence(each: Looked) -> str:
    return f" The times typed are that evidence: {' '.join(each.apart)}" if each.apart else ""


def _instead(each: Looked, default: str) -> str:
    others = [other for other in each.judgement.modifiers if other != default]
    sessions = separate_sessions(each.judgement.modifiers)
    comma = "," if sessions else ""
    return f"{listed(others, 'or')}{sessions}{comma} may take its place where it says more."


def _last_seen(each: Looked, edit: Edit, default: str) -> str:
    release = each.sight.release.release if each.sight.release else ""
    would = (
        f"{default} would stand on the line of {edit.column_two}"
        if each.opened
        else f"{edit.column_two} would be denied"
    )
    return (
        f"{each.pair.named}: an edit with indicator {edit.indicator}, last seen in {release}. No"
        f" file held here answers for {each.pair.day}, so it changes no line; were it in force,"
        f" {would}: check the current file before billing."
    )


def _across_plans(each: Looked, billed: tuple[DayLine, ...]) -> Iterator[Finding]:
    one, other = (_plans(code, billed) for code in (each.pair.first, each.pair.second))
    if set(one).isdisjoint(other):
        says = (
            f"{each.pair.first} stands under {listed(one)}, {each.pair.second} under"
            f" {listed(other)}. An edit joins what one biller reports of a patient and day,"
            " whatever the plan of care; XP is the modifier that names another practitioner."
        )
        yield Finding("edits", says, ONE_BILLER)


def _plans(code: str, billed: tuple[DayLine, ...]) -> tuple[Discipline, ...]:
    return tuple(dict.fromkeys(plan for each, _, plan in billed if each == code))


def count(looked: tuple[Looked, ...], setting: Setting, day: date) -> Step:
    """Say in one sentence how many pairs were looked up, and what was seen of them when."""
    held = [each for each in looked if each.held]
    none = [each for each in held if not each.edit]
    if not looked:
        return Step("edits", "There is no pair to look up: no two codes are billed.", ())
    if not held:
        return Step("edits", "No pair of billed codes is in our data.", ())
    gives = "" if len(none) < len(held) else "no active edit"
    return Step("edits", _count(held, none, setting, day), _sources(none or held), gives)


def ended(looked: tuple[Looked, ...]) -> Iterator[Step]:
    """Name the edits that are over, which many pages still teach."""
    none = [each for each in looked if each.held and not each.edit]
    over = [f"{each.pair.named}, {_ended(each)}" for each in none if each.sight.ended]
    if over:
        says = f"Edits that are over ask for no modifier: {'; '.join(over)}."
        yield Step("edits", says, _sources(each for each in none if each.sight.ended))


def _count(held: list[Looked], none: list[Looked], setting: Setting, day: date) -> str:
    pairs = "pair" if len(held) == 1 else "pairs"
    active = sum(each.decides for each in held)
    seen_only = len(held) - len(none) - active
    before = f", {number(seen_only)} last seen with an edit" if seen_only else ""
    says = (
        f"{capitalised(number(len(held)))} {pairs} of billed codes looked up,"
        f" {number(active) if active else 'none'} active{before} ({setting.named})."
    )
    old = [each for each in none if not each.sight.exact]
    if old:
        seen = listed(
            dict.fromkeys(each.sight.release.release for each in old if each.sight.release)
        )
        which = "" if len(old) == len(held) else f"for {_further(len(old))} "
        why = f"{which}no file held here answers for {day}: last seen in {seen}."
        says += f" {capitalised(why)}"
    return says


def _further(count: int) -> str:
    return "one further pair" if count == 1 else f"{number(count)} further pairs"


def _ended(each: Looked) -> str:
    newest = each.sight.ended[0]
    if newest.never_in_force:
        return f"withdrawn from its first day, {newest.deleted}"
    return f"to {newest.deleted}"


def unheard(looked: tuple[Looked, ...]) -> Iterator[Finding]:
    """Name the pairs that no file was read for, and what a later file says otherwise."""
    missing = [each.pair.named for each in looked if not each.held]
    if missing:
        yield Finding("edits", f"{NOT_HELD}: {'; '.join(missing)}.", ())
    for each in looked:
        if each.sight.later:
            release, edit = each.sight.later
            has = f"has an active edit, indicator {edit.indicator}" if edit else "has none"
            says = f"{each.pair.named}: {release.release}, from {release.start}, {has}."
            yield Finding("edits", says, release.sources)


def _sources(looked: Iterable[Looked]) -> tuple[str, ...]:
    releases = [each.sight.release for each in looked if each.sight.release]
    return tuple(dict.fromkeys(source for release in releases for source in release.sources))
