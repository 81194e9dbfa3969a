"""The fixed words of a line: each says one field of the visit, and how a reading shows it."""

import re
from typing import NamedTuple

from calculator.words.vocabulary import (
    Coverage,
    Discipline,
    Episode,
    Giver,
    Method,
    Notice,
    Participation,
    Setting,
)


class Said(NamedTuple):
    """What a word says: the field of the visit, its value there, and the words for a reading."""

    field: str
    value: object
    says: str


def _discipline(each: Discipline) -> Said:
    return Said("discipline", str(each), f"{each} plan of care, {each.modifier}")


_PT, _OT, _SLP = map(_discipline, Discipline)
_CMS, _MIDPOINT = (
    Said("method", str(each), f"{each.named} counts the units")
    for each in (Method.CMS, Method.MIDPOINT)
)
_QP = Said("qualifying_apm", value=True, says="conversion factor of a QP, qualifying APM")
_NO_QP = Said("qualifying_apm", value=False, says="conversion factor outside a qualifying APM")
_OFFICE, _HOSPITAL = (
    Said("setting", str(each), f"setting: {each.named}")
    for each in (Setting.PRACTITIONER, Setting.HOSPITAL)
)
_PARTICIPATING = Said("participation", str(Participation.PARTICIPATING), "participating")
_ASSIGNED = Said(
    "participation", str(Participation.ASSIGNED), "not participating, assignment accepted"
)
_UNASSIGNED = Said("participation", str(Participation.UNASSIGNED), "not participating, unassigned")
_PART_A = Said("episode", str(Episode.PART_A_SNF), "in a covered Part A stay")
_HOME = Said("episode", str(Episode.HOME_HEALTH), "under a home health plan of care")
_NO_EPISODE = Said("episode", str(Episode.NONE), "no covered stay")

# By the words as `plain` writes them; the first for a value is the one that is written back.
WORDS = {
    "pt": _PT,
    "physical therapy": _PT,
    "ot": _OT,
    "occupational therapy": _OT,
    "slp": _SLP,
    "st": _SLP,
    "speech": _SLP,
    "speech therapy": _SLP,
    "midpoint": _MIDPOINT,
    "cpt midpoint": _MIDPOINT,
    "rule of eights": _MIDPOINT,
    "ama": _MIDPOINT,
    "cms": _CMS,
    "cms total time": _CMS,
    "total time": _CMS,
    "not qp": _NO_QP,
    "no qp": _NO_QP,
    "non qp": _NO_QP,
    "qp": _QP,
    "qualifying apm": _QP,
    "practitioner": _OFFICE,
    "office": _OFFICE,
    "private practice": _OFFICE,
    "hospital": _HOSPITAL,
    "outpatient hospital": _HOSPITAL,
    "participating": _PARTICIPATING,
    "assigned": _ASSIGNED,
    "unassigned": _UNASSIGNED,
    "part a stay": _PART_A,
    "part a": _PART_A,
    "snf": _PART_A,
    "home health": _HOME,
    "no stay": _NO_EPISODE,
}
MOST_WORDS = 3

# Before an amount in dollars: the field, and how a reading begins.
AMOUNTS = {
    "deductible": ("deductible_remaining", "deductible left"),
    "deductible left": ("deductible_remaining", "deductible left"),
    "ded": ("deductible_remaining", "deductible left"),
    "used": ("threshold_used", "threshold used so far"),
    "threshold": ("threshold_used", "threshold used so far"),
    "threshold used": ("threshold_used", "threshold used so far"),
    "used other": ("threshold_used_other", "used so far, other bucket"),
    "other bucket": ("threshold_used_other", "used so far, other bucket"),
}

GIVERS = {
    "pta": Giver.ASSISTANT,
    "ota": Giver.ASSISTANT,
    "cota": Giver.ASSISTANT,
    "assistant": Giver.ASSISTANT,
    "asst": Giver.ASSISTANT,
    "together": Giver.TOGETHER,
    "both": Giver.TOGETHER,
    "therapist": Giver.THERAPIST,
}

# Behind a code: a modifier that says whose plan of care it is, or coverage and notice.
PLANS = {each.modifier: str(each) for each in Discipline}
LIABILITY: dict[str, dict[str, object]] = {
    "GA": {"coverage": str(Coverage.NOT_NECESSARY), "notice": str(Notice.REQUIRED)},
    "GX": {"coverage": str(Coverage.EXCLUDED), "notice": str(Notice.VOLUNTARY)},
    "GY": {"coverage": str(Coverage.EXCLUDED)},
    "GZ": {"coverage": str(Coverage.NOT_NECESSARY)},
}
MODIFIERS = {
    **{modifier: f"{plan} plan of care" for modifier, plan in PLANS.items()},
    "GA": "not necessary, ABN on file",
    "GX": "no benefit, voluntary notice",
    "GY": "no benefit",
    "GZ": "not necessary, no ABN",
}
WORKED_OUT = frozenset(("KX", "CQ", "CO", "59", "XE", "XP", "XS", "XU", "51", "76", "25", "GT"))

MINUTES_SAID = frozenset(("min", "mins", "min.", "minute", "minutes", "m", "'"))
UNITS_SAID = frozenset(("u", "un", "unit", "units"))
# Words that join others and say nothing by themselves.
JOINING = frozenset(
    (
        *("for", "and", "of", "on", "in", "at", "with", "by", "the", "date", "dated", "dos"),
        *("visit", "therapy", "+", "&", "-", "–", "—", ":", "=", "/", ".", "x", "×", "*"),
    )
)

_DOLLARS = re.compile(r"\$?(\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.(\d{0,2}))?")


def dollars(text: str) -> str | None:
    """Read 40, $40 and 1,240.00 as 40.00, 40.00 and 1240.00; None where it is no amount."""
    found = _DOLLARS.fullmatch(text)
    if not found:
        return None
    whole, cents = found.groups()
    return f"{whole.replace(',', '')}.{(cents or '').ljust(2, '0')}"
