"""Two codes on one day: what an NCCI edit makes of them, and what the policy manual wants."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from calculator.reference.edits import Edit, KnownCode, Policy, Sight
from calculator.words.explained import Explained, Finding, Step
from calculator.words.sentences import capitalised, listed
from calculator.words.vocabulary import Setting

LEGEND = "ncci-indicator-legend"
MANUAL = "ncci-policy-manual-i"
EITHER_COLUMN = "cms-mm11168"
GROUP = "97150"
ANY_MODIFIER = ("59", "XE", "XP", "XS", "XU")
TIMED_MODIFIERS = ("XU", "59")  # both services by time, at different times


class Verdict(StrEnum):
    """Whether two codes can be billed together."""

    NO_EDIT = "no_edit"
    WITH_MODIFIER = "with_modifier"
    NEVER = "never"
    ONE_CODE = "one_code"
    NOT_HELD = "not_in_our_data"


HEADLINES = {
    Verdict.NO_EDIT: "Yes, as far as edits go: none is active, and no modifier is due.",
    Verdict.WITH_MODIFIER: "Only with a modifier, and only for separate services.",
    Verdict.NEVER: "No. Indicator 0: no modifier opens it.",
    Verdict.ONE_CODE: "One code is no pair: its units stand on one line.",
    Verdict.NOT_HELD: "Not in our data. That is not the same as no edit.",
}


LAST_SEEN_NEVER = "No, as last seen in {release}: indicator 0, no modifier opened it."
NO_EDIT_BUT_POLICY = "No active edit, so no modifier is due. A policy applies."


@dataclass(frozen=True, slots=True)
class Pair:
    """Two codes of one patient, day and biller; a code's facts are None outside the family.

    `strangers` are those of the two that nothing held here names.
    """

    first: str
    second: str
    setting: Setting
    day: date
    known: tuple[KnownCode | None, KnownCode | None]
    strangers: tuple[str, ...] = ()

    @property
    def named(self) -> str:
        """The two codes as a sentence names them."""
        return f"{self.first} and {self.second}"

    @property
    def both_timed(self) -> bool:
        """Whether units of both come from minutes."""
        return all(code is not None and code.timing.counts_minutes for code in self.known)

    @property
    def group_and_one_on_one(self) -> bool:
        """Whether one is the group code and the other a service by time."""
        other = [code for code in self.known if code is not None and code.code != GROUP]
        return GROUP in (self.first, self.second) and any(
            code.timing.counts_minutes for code in other
        )


@dataclass(frozen=True, slots=True)
class Judgement:
    """The answer: `modifiers` may stand on `on` (column two); `note` is what it has to show."""

    verdict: Verdict
    says: str
    edit: Edit | None = None
    on: str = ""
    modifiers: tuple[str, ...] = ()
    note: tuple[str, ...] = ()


def judge(pair: Pair, sight: Sight, policies: tuple[Policy, ...]) -> Explained[Judgement]:
    """Tell whether two codes can be billed together, from what was seen of the pair.

    What an edit brings stands in the steps and in findings of the rule "edits"; a policy, which is
    no edit, is a finding of the rule "policy" and never changes the verdict.
    """
    verdict = _verdict(pair, sight)
    edit = sight.edit if verdict in {Verdict.WITH_MODIFIER, Verdict.NEVER} else None
    opened = edit is not None and verdict is Verdict.WITH_MODIFIER
    wanted = [policy.note for policy in policies if policy.note]
    judgement = Judgement(
        verdict=verdict,
        says=_headline(verdict, sight, policies),
        edit=edit,
        on=edit.column_two if edit and opened else "",
        modifiers=_modifiers(pair) if opened else (),
        note=tuple(dict.fromkeys([_separate(pair), *wanted] if opened else wanted)),
    )
    found = [] if verdict is Verdict.ONE_CODE else [*_seen_otherwise(pair, sight), *_ended(sight)]
    found = [*_strangers(pair), *found, *_unpaid(pair)]
    manual = tuple(Finding("policy", _policy(each), each.sources) for each in policies)
    return Explained(judgement, tuple(_steps(pair, sight, judgement)), (*found, *manual))


def _verdict(pair: Pair, sight: Sight) -> Verdict:
    if pair.first == pair.second:
        return Verdict.ONE_CODE
    if sight.release is None:
        return Verdict.NOT_HELD
    if sight.edit is None:
        return Verdict.NO_EDIT
    return Verdict.NEVER if sight.edit.indicator == "0" else Verdict.WITH_MODIFIER


def _headline(verdict: Verdict, sight: Sight, policies: tuple[Policy, ...]) -> str:
    says = HEADLINES[verdict]
    if verdict is Verdict.NO_EDIT and policies:
        says = NO_EDIT_BUT_POLICY
    if sight.release is None or sight.exact or verdict is Verdict.ONE_CODE:
        return says
    if verdict is Verdict.NEVER:
        return LAST_SEEN_NEVER.format(release=sight.release.release)
    return f"{says} Last seen in {sight.release.release}."


def _modifiers(pair: Pair) -> tuple[str, ...]:
    by_time = pair.both_timed or pair.group_and_one_on_one
    return TIMED_MODIFIERS if by_time else ANY_MODIFIER


def separate_sessions(modifiers: tuple[str, ...]) -> str:
    """Say when XE takes the place of the modifiers for services by time; empty for others."""
    return ", or XE for separate sessions of the day" if modifiers == TIMED_MODIFIERS else ""


def _separate(pair: Pair) -> str:
    if pair.group_and_one_on_one:
        return "group and one-on-one in different minutes, with start and end of each"
    if pair.both_timed:
        return "each service at a time of its own, and its minutes"
    return "why the two are separate: another encounter, practitioner, part of the body or time"


def _steps(pair: Pair, sight: Sight, judgement: Judgement) -> list[Step]:
    release = sight.release
    if judgement.verdict is Verdict.ONE_CODE:
        says = f"Edits join two different codes; {pair.first} was given twice."
        return [Step("edits", f"{says} How many units a day are likely, its MUE says.", (LEGEND,))]
    if release is None:
        says = (
            f"No file held here was read for {pair.named}, {pair.setting.named}, on {pair.day}."
            " The edits held join two codes of the family, or 97530 with a code that the file shows"
            " to have existed in its quarter."
        )
        return [Step("edits", says, (), "not in our data")]
    steps = [_looked_up(pair, sight, judgement.edit)]
    if judgement.edit:
        steps += _opened(judgement.edit, judgement, sight)
    return steps


def _looked_up(pair: Pair, sight: Sight, edit: Edit | None) -> Step:
    release = sight.release
    if release is None:  # narrowed by the caller
        raise AssertionError
    what = "an active edit" if edit else "no active edit"
    when = f"which answers for {pair.day}" if sight.exact else f"the last seen before {pair.day}"
    says = f"{release.release}, {pair.setting.named}, {when}, has {what} of {pair.named}."
    return Step("edits", says, release.sources, release.release if sight.exact else "last seen")


def _opened(edit: Edit, judgement: Judgement, sight: Sight) -> list[Step]:
    columns = f"{edit.column_one} is column one and is paid; {edit.column_two} is column two"
    reason = f" CMS’s reason: {sight.reason[0]}." if sight.reason else ""
    if judgement.verdict is Verdict.NEVER:
        says = f"{columns} and is denied beside it, with or without a modifier.{reason}"
        return [Step("edits", says, (LEGEND,), "indicator 0")]
    says = f"{columns} and is denied beside it, unless a modifier tells that the two are separate."
    modifiers = listed(judgement.modifiers, "or")
    where = (
        f"A modifier, where one is put, goes on the line of {edit.column_two}: {modifiers}"
        f"{separate_sessions(judgement.modifiers)}. Since July 2019 the line of either column has"
        " been accepted."
    )
    return [
        Step("edits", says + reason, (LEGEND,), "indicator 1"),
        Step("edits", where, (MANUAL, EITHER_COLUMN), modifiers),
    ]


def _seen_otherwise(pair: Pair, sight: Sight) -> list[Finding]:
    found = []
    if sight.missing_from and sight.release:
        says = (
            f"Last seen in {sight.release.release}: {sight.missing_from.release} lacks the edit,"
            " as far as it is held here. Whether it was deleted is not known."
        )
        found.append(Finding("edits", says, sight.missing_from.sources))
    elif sight.release and not sight.exact:
        says = (
            f"Last seen in {sight.release.release}, to {sight.release.end}; no later file of the"
            f" {pair.setting.named} setting that covers this pair and answers for {pair.day} is"
            " held here."
        )
        found.append(Finding("edits", says, sight.release.sources))
    if sight.later:
        release, edit = sight.later
        has = (
            f"has an active edit, column one {edit.column_one}, indicator {edit.indicator}"
            if edit
            else "has no active edit, as far as it is held here"
        )
        says = f"{release.release}, from {release.start}, {has}."
        found.append(Finding("edits", says, release.sources))
    return found


def _strangers(pair: Pair) -> list[Finding]:
    return [
        Finding(
            "edits",
            f"{code} is none of the codes held here; whether it exists was not checked.",
            (),
        )
        for code in pair.strangers
    ]


def _unpaid(pair: Pair) -> list[Finding]:
    return [
        Finding(
            "status",
            f"{code.code} has status {code.status}: {code.unpaid}. It earns no payment of its own,"
            " with an edit or without.",
            code.status_sources,
        )
        for code in dict.fromkeys(pair.known)
        if code is not None and code.unpaid
    ]


def _ended(sight: Sight) -> list[Finding]:
    if sight.release is None:
        return []
    real = [edit for edit in sight.ended if not edit.never_in_force]
    return [
        Finding(
            "edits",
            _over(edit, is_last=sight.edit is None and edit in real[:1]),
            sight.release.sources,
        )
        for edit in [*real, *(each for each in sight.ended if each.never_in_force)]
    ]


def _over(edit: Edit, *, is_last: bool) -> str:
    columns = f"column one {edit.column_one}, column two {edit.column_two}"
    if edit.never_in_force:
        return f"An edit, {columns}, was withdrawn from its first day, {edit.deleted}: indicator 9."
    if not is_last:
        return f"An older edit, {columns}, indicator {edit.indicator}, ended {edit.deleted}."
    return (
        f"Deleted edit, {columns}, indicator {edit.indicator}: in force to {edit.deleted} and no"
        " longer. Pages that still teach a modifier for it are out of date."
    )


def _policy(policy: Policy) -> str:
    section = f", {policy.section}" if policy.section else ""
    where = f"NCCI policy manual{section}" if section else "Not an edit"
    return f"{capitalised(where)}: {policy.says}"
