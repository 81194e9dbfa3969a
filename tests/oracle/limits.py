"""A cent below, at and above: what the year has had, set by what a visit comes to."""

from collections import Counter
from random import Random
from typing import Any

from tests.oracle.answer import Answer, evaluate
from tests.oracle.claim import bucket
from tests.oracle.figures import in_force, whole

Visit = dict[str, Any]


def at_the_limits(draw: Random, made: Visit) -> Visit:
    """Set what was used, and what is left of the deductible, a cent around the visit's sums."""
    answer = evaluate(made)
    spent = _spent(answer)
    thresholds = in_force(made["date"]).thresholds
    own = bucket(made["discipline"])
    (other,) = thresholds.keys() - {own}
    made["threshold_used"] = _used(draw, thresholds[own] - spent[own])
    if "threshold_used_other" in made:
        made["threshold_used_other"] = _used(draw, thresholds[other] - spent[other])
    left = draw.choice((0, 0, 28300, draw.randint(0, 30000), *_running(answer)))
    made["deductible_remaining"] = _dollars(left + draw.choice((-1, 0, 1)))
    return made


def _used(draw: Random, room: int) -> str:
    return _dollars(draw.choice((0, room - 1, room, room + 1, draw.randint(0, 300000))))


def _spent(answer: Answer) -> Counter[str]:
    """Add up a claim's amounts by bucket, in cents."""
    spent: Counter[str] = Counter()
    for line in answer.get("lines", ()):
        name = "ot" if "GO" in line["modifiers"] else "pt-slp"
        spent[name] += sum(whole(amount, 2) for amount in line["unit_amounts"] if amount)
    return spent


def _running(answer: Answer) -> list[int]:
    """Give what a claim has come to after each of its lines, in cents."""
    sums = [0]
    for line in answer.get("lines", ()):
        sums.append(sums[-1] + sum(whole(amount, 2) for amount in line["unit_amounts"] if amount))
    return sums


def _dollars(cents: int) -> str:
    cents = max(cents, 0)
    return f"{cents // 100}.{cents % 100:02}"
