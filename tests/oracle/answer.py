"""The second implementation's front: a sound visit in, what the door must answer out."""

from collections.abc import Mapping
from typing import Any

from tests.oracle import claim, shares
from tests.oracle.counting import allocations
from tests.oracle.figures import Figures, in_force, whole
from tests.oracle.pricing import Schedule
from tests.oracle.services import furnished, refused

BUCKETS = ("pt-slp", "ot")
Answer = dict[str, Any]


def evaluate(visit: Mapping[str, Any]) -> Answer:
    """Answer a visit whose fields all have their form; `problems` name their fields alone."""
    figures = in_force(visit["date"])
    wrong = sorted(refused(visit, figures.rows))
    if wrong:
        return _refusal(*wrong)
    services = furnished(visit, figures.rows)
    used = _used(visit)
    plans = allocations(services, visit["method"])
    earning = (each for each, units in zip(services, plans[0], strict=True) if units)
    if not {claim.bucket(each.discipline) for each in earning} <= used.keys():
        return _refusal("threshold_used_other")
    schedule = _schedule(visit, figures)
    claims = [
        claim.billed(services, units, schedule, {**dict.fromkeys(BUCKETS, 0), **used})
        for units in plans
    ]
    default, *others = claims
    return {
        "ok": True,
        "lines": claim.shown(default),
        "alternatives": [claim.shown(lines) for lines in others],
        "allocations": len(claims),
        "allowed": claim.dollars(shares.allowed(default)),
        "net": shares.net(default, whole(visit["deductible_remaining"], 2)),
        "problems": [],
    }


def _refusal(*fields: str) -> Answer:
    return {"ok": False, "problems": [{"field": field} for field in fields]}


def _used(visit: Mapping[str, Any]) -> dict[str, int]:
    """Read what each bucket's year has had, in cents; the other one's where it is given."""
    own = claim.bucket(visit["discipline"])
    (other,) = set(BUCKETS) - {own}
    used = {own: whole(visit["threshold_used"], 2)}
    if "threshold_used_other" in visit:
        used[other] = whole(visit["threshold_used_other"], 2)
    return used


def _schedule(visit: Mapping[str, Any], figures: Figures) -> Schedule:
    factor = figures.factor_qualifying if visit["qualifying_apm"] else figures.factor
    return Schedule(figures, figures.places[visit["locality"]], factor)
