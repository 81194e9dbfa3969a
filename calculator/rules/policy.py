"""What the NCCI policy manual wants of a day's claim. A policy is no edit and opens to nothing."""

from collections.abc import Iterable

from calculator.reference.edits import Policy
from calculator.words.explained import Explained, Finding
from calculator.words.same_day import DayLine
from calculator.words.sentences import capitalised, listed
from calculator.words.visit import Row


def find(billed: tuple[DayLine, ...], policies: tuple[Policy, ...]) -> Explained[tuple[str, ...]]:
    """Return what the note has to show for the policies that the billed codes meet.

    Each policy met is one finding of the rule "policy". None changes a line or an amount by
    itself: what an edit does is another rule's.
    """
    notes, found = [], []
    for policy in policies:
        met = _met(policy, billed)
        if met:
            found.append(Finding("policy", _says(policy, met), policy.sources))
            notes += [policy.note] if policy.note else []
    return Explained(tuple(dict.fromkeys(notes)), (), tuple(found))


def doubts(
    billed: tuple[DayLine, ...], policies: tuple[Policy, ...], denied: Iterable[str]
) -> tuple[Finding, ...]:
    """Tell which codes are not to be expected to be paid beside others of the day, by policy.

    `denied` are the codes of which that is said already.
    """
    left = tuple(each for each in billed if each[0] not in denied)
    return tuple(
        Finding("policy", _unexpected(policy, met), policy.sources)
        for policy in policies
        if policy.forbids and (met := _met(policy, left))
    )


def forbid(
    one: str, other: str, rows: Iterable[Row], policies: tuple[Policy, ...]
) -> tuple[Policy, ...]:
    """Return the policies by which two different codes of the day's rows are not billed together.

    Where an edit joins them as well, its modifier would say that they may be.
    """
    plans = [plan for plan, code in rows if code == one]
    others = [plan for plan, code in rows if code == other]
    same = not set(plans).isdisjoint(others)
    return tuple(
        policy
        for policy in policies
        if policy.forbids and policy.about(one, other) and (same or not policy.one_discipline)
    )


def _met(policy: Policy, billed: tuple[DayLine, ...]) -> tuple[str, ...]:
    """List the codes that meet the policy, in their order."""
    return tuple(
        dict.fromkeys(
            code
            for place, (code, units, _) in enumerate(billed)
            if (policy.once and units > 1 and policy.about(code, code))
            or any(
                _joined(policy, billed[place], other)
                for at, other in enumerate(billed)
                if at != place
            )
        )
    )


def _joined(policy: Policy, one: DayLine, other: DayLine) -> bool:
    if policy.one_discipline and one[2] is not other[2]:
        return False
    twice = one[0] == other[0]
    return policy.about(one[0], other[0]) and (policy.once or not twice)


def _unexpected(policy: Policy, met: tuple[str, ...]) -> str:
    where = f", {policy.section}" if policy.section else ""
    says = f"{_codes(policy, met)}: that all of it is paid is not to be expected"
    return f"{says} (NCCI policy manual{where})."


def _codes(policy: Policy, met: tuple[str, ...]) -> str:
    first = [code for code in met if code in policy.first]
    second = [code for code in met if code not in policy.first]
    return f"{listed(first)} beside {listed(second)}" if first and second else listed(met)


def _says(policy: Policy, met: tuple[str, ...]) -> str:
    section = f", {policy.section}" if policy.section else ""
    where = f"NCCI policy manual{section}" if section else "not an edit"
    return f"{capitalised(where)}, on {_codes(policy, met)}: {policy.says}"
