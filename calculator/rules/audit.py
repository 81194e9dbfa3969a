"""Reverse audit: what was billed, held against every claim that the record allows.

Units are compared for each code and plan of care. Of several allowed claims the nearest is shown:
the one that differs in the fewest units, then in the fewest units with an assistant's modifier,
then the first; what a claim pays plays no part.
"""

from collections.abc import Iterable

from calculator.reference.codes import Code, Valuation
from calculator.reference.periods import Period
from calculator.words.billed import Audited, BilledLine, Compared, Verdict, verdict
from calculator.words.claim import Line
from calculator.words.explained import Explained, Finding, Step
from calculator.words.sentences import counted, listed
from calculator.words.vocabulary import Discipline

ALLOWED = ("article-a52758", "settled-ties")

Claim = tuple[Line, ...]
Key = tuple[str, Discipline]
PLANS = {plan.modifier: plan for plan in Discipline}
OF_ASSISTANTS = frozenset(filter(None, (plan.assistants_modifier for plan in Discipline)))


def audit(
    billed: tuple[BilledLine, ...], claims: tuple[Claim, ...], plan: Discipline
) -> Explained[Audited]:
    """Hold billed lines against the allowed claims, of which there is at least one.

    `plan` is that of a line that names none and whose code the claims do not have either.
    """
    keys = tuple(plan_of(line, claims, plan) for line in billed)
    every = [_compared(billed, keys, claim) for claim in claims]
    nearest = min(range(len(claims)), key=lambda place: (_distance(every[place]), place))
    compared = every[nearest]
    audited = Audited(_whole(compared), nearest, compared)
    return Explained(audited, (_step(audited, len(claims)),))


def plan_of(line: BilledLine, claims: tuple[Claim, ...], plan: Discipline) -> Discipline:
    """Tell under which plan of care a billed line stands.

    It is the plan that the line names, where the record has the code under it; else the one under
    which the record has it; else the one named; else `plan`.
    """
    recorded = dict.fromkeys(
        each.discipline for claim in claims for each in claim if each.code == line.code
    )
    named = [PLANS[modifier] for modifier in line.modifiers if modifier in PLANS]
    both = [each for each in named if each in recorded]
    return next(iter((*both, *recorded, *named, plan)))


def unpaid(code: Code, period: Period[Valuation]) -> Explained[bool]:
    """Tell whether a billed code is one that Medicare never pays for itself."""
    row = period.value
    if not row.never_paid:
        return Explained(False, ())  # noqa: FBT003 -- the value of the answer
    uses = f" Medicare uses {code.instead} for it." if code.instead else ""
    says = (
        f"{code.code} was billed and is never paid for itself: status {row.status},"
        f" {row.never_paid}.{uses} Its line comes to nothing, whatever RVUs the file shows."
    )
    cites = tuple(dict.fromkeys((*period.sources, *code.instead_sources)))
    return Explained(True, (), (Finding("audit", says, cites),))  # noqa: FBT003 -- as above


def _compared(
    billed: tuple[BilledLine, ...], plans: tuple[Discipline, ...], claim: Claim
) -> tuple[Compared, ...]:
    of_billed = [(line.code, plan) for line, plan in zip(billed, plans, strict=True)]
    of_claim = [(line.code, line.discipline) for line in claim]
    return tuple(
        _one(key, billed, [place for place, each in enumerate(of_billed) if each == key], claim)
        for key in dict.fromkeys((*of_billed, *of_claim))
    )


def _one(key: Key, billed: tuple[BilledLine, ...], places: list[int], claim: Claim) -> Compared:
    mine = [billed[place] for place in places]
    due = [line for line in claim if (line.code, line.discipline) == key]
    return Compared(
        code=key[0],
        plan=key[1],
        places=tuple(places),
        billed=sum(line.units for line in mine),
        supported=sum(line.units for line in due),
        billed_assistant=_units(line for line in mine if OF_ASSISTANTS & {*line.modifiers}),
        supported_assistant=_units(line for line in due if line.assistant),
    )


def _units(lines: Iterable[BilledLine | Line]) -> int:
    return sum(line.units for line in lines)


def _distance(compared: tuple[Compared, ...]) -> tuple[int, int]:
    return (
        sum(abs(each.billed - each.supported) for each in compared),
        sum(abs(each.billed_assistant - each.supported_assistant) for each in compared),
    )


def _whole(compared: tuple[Compared, ...]) -> Verdict:
    whole = verdict(sum(each.billed for each in compared), sum(each.supported for each in compared))
    same = all(each.verdict is Verdict.CONSISTENT for each in compared)
    return Verdict.SHIFTED if whole is Verdict.CONSISTENT and not same else whole


def _step(audited: Audited, claims: int) -> Step:
    against = "the one allowed claim" if claims == 1 else f"{claims} allowed claims"
    differing = [each for each in audited.compared if each.verdict is not Verdict.CONSISTENT]
    if differing:
        apart = [
            f"{each.code} ({each.billed} billed, {each.supported} supported)" for each in differing
        ]
        found = f"the nearest differs in {listed(apart)}"
    elif claims == 1:
        found = "its units are those billed"
    else:
        found = "the units of one of them are those billed"
    billed = counted(sum(each.billed for each in audited.compared), "billed unit")
    says = f"{billed} held against {against}: {found}."
    return Step("audit", says, ALLOWED, audited.verdict)
