"""An answer in one sentence, its tie in another, and what it leaves open."""

from decimal import Decimal
from itertools import groupby

from calculator.reference.bundle import Reference
from calculator.reference.localities import NATIONAL
from calculator.words.answer import Answer, Choice
from calculator.words.claim import Line
from calculator.words.money import dollars, plain
from calculator.words.remittance import NOTICE
from calculator.words.sentences import capitalised, listed, number
from calculator.words.visit import Visit
from calculator.words.vocabulary import Episode

NOT_CHECKED = (
    "whether the discipline may bill a code, but for those that its modifiers do not fit; coverage"
    " is taken as you say it"
)
WITH_SETTING = "PTP edits and MUE are looked up once a setting is chosen"
NO_EDITS = "PTP edits and MUE were not looked up here"
STOPPED = {
    Episode.PART_A_SNF: "No Part B line: a covered Part A stay pays for this therapy.",
    Episode.HOME_HEALTH: "No Part B line: a home health episode pays for this therapy.",
}
NO_AMOUNT = "no national amount"


def whole(answer: Answer) -> str:
    """Say the whole result: Four timed units and one untimed; $145.19 allowed; one tie."""
    if answer.visit.episode is not Episode.NONE:
        return STOPPED[answer.visit.episode]
    units = sum(line.units for line in answer.lines)
    listed_once = units - answer.timed_units - answer.untimed_units
    parts = []
    if answer.timed_units or not units:
        noun = "timed unit" if answer.timed_units == 1 else "timed units"
        parts.append(f"{number(answer.timed_units)} {noun}")
    if answer.untimed_units:
        parts.append(f"{number(answer.untimed_units)} untimed")
    if listed_once:
        parts.append(f"{number(listed_once)} not counted by 15 minutes")
    unknown = f"no total, as a line has {NO_AMOUNT}"
    money = _allowed(answer, answer.allowed) if answer.allowed is not None else unknown
    ties = [f"{number(len(answer.choices))} tie{'s' * (len(answer.choices) > 1)}"]
    return f"{capitalised('; '.join([listed(parts), money, *(ties if answer.choices else ())]))}."


def _allowed(answer: Answer, fee: Decimal) -> str:
    said = _worked_out(answer, fee)
    if answer.unpayable:
        none = f"payment of {listed(answer.unpayable)} is not to be expected"
        return f"{said} if all of it were paid, but {none}"
    return f"{said} if all of it is paid, which is not sure" if answer.doubts else said


def _worked_out(answer: Answer, fee: Decimal) -> str:
    if answer.payment and answer.payment.allowed != fee:
        expected = any(line.denial == NOTICE for line in answer.payment.lines)
        taken = ", counting the expected denial as denied" if expected else ""
        return f"{dollars(answer.payment.allowed)} allowed of a fee of {dollars(fee)}{taken}"
    return f"{dollars(fee)} allowed"


def visit(answer: Answer, reference: Reference) -> str:
    """Say what was asked: date, plan of care, method, place and conversion factor."""
    asked = answer.visit
    place = "national"
    if asked.locality != NATIONAL:
        place = f"{asked.locality} {reference.localities[asked.locality].name}"
    factor = "qualifying APM" if asked.qualifying_apm else "no qualifying APM"
    said = f"{asked.day} · {_plans(asked)} · {asked.method.named} · {place} · {factor}"
    return f"{said} · {asked.setting.named}" if asked.setting else said


def _plans(asked: Visit) -> str:
    plans = dict.fromkeys((asked.discipline, *(each.discipline for each in asked.services)))
    used = [plan for plan in plans if any(each.discipline is plan for each in asked.services)]
    return f"{listed(used)} plan{'s' * (len(used) > 1)} of care"


def tie(answer: Answer, choice: Choice) -> str:
    """Say which units of a plan may go elsewhere, and that the choice is the provider's."""
    shown, other = choice.services[: choice.left], choice.services[choice.left :]
    of = f" of the {choice.plan} plan" if len(answer.choices) > 1 else ""
    units = ("One unit" if choice.left == 1 else f"{capitalised(number(choice.left))} units") + of
    named = [f"{name} (shown)" for name in shown] + list(other)
    among = (
        listed(named, "or") if choice.left == 1 else f"any {number(choice.left)} of {listed(named)}"
    )
    ways = (
        f" {answer.allocations:,} allocations are allowed."
        if answer.allocations > len(named) and answer.choices[-1] is choice
        else ""
    )
    return f"{units} may go to {among}. CMS leaves the choice to the provider.{ways}"


def not_checked(answer: Answer) -> str:
    """Say what the answer leaves open."""
    left = f"Not looked up in this answer: {NOT_CHECKED}."
    if answer.same_day:
        return left
    return f"{left} {NO_EDITS if answer.visit.setting else WITH_SETTING}."


def unit_amounts(line: Line) -> str:
    """Say what each unit brings, equal ones together: 45.34 + 2 × 30.89."""
    said: list[str] = []
    for amount, same in groupby(line.unit_amounts):
        if amount is None:
            return NO_AMOUNT
        count = len(tuple(same))
        said.append(plain(amount) if count == 1 else f"{count} × {plain(amount)}")
    return " + ".join(said)
