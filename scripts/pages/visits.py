"""Visits that pages show: answered through the calculator's door, and linked to the calculator."""

import json
from base64 import urlsafe_b64encode
from typing import Any

from calculator import door
from calculator.reference.bundle import Reference
from calculator.words.same_day import Judge
from calculator.words.vocabulary import Method, Setting

Visit = dict[str, Any]  # what the door asks
Answer = dict[str, Any]  # what the door answers

# What the calculator opens with, and what an example takes where it names nothing else.
DEFAULT: Visit = {
    "date": "2026-03-02",
    "discipline": "PT",
    "method": "cms",
    "locality": "national",
    "qualifying_apm": False,
    "threshold_used": "0.00",
    "deductible_remaining": "0.00",
    "services": [{"code": "97530", "minutes": 38}, {"code": "97110", "minutes": 22}],
}


# What a question may leave out: at the top, and of a service with the words for it.
OPTIONAL = ("threshold_used_other", "setting", "participation", "episode")
SETTINGS = {each.value: each.named for each in Setting}
BY_WHOM = {"assistant_minutes": "by the assistant", "together_minutes": "together"}
SAID = {
    "assigned": "not participating, assignment accepted",
    "unassigned": "not participating, no assignment",
    "part_a_snf": "in a covered Part A stay",
    "home_health": "under a home health plan of care",
    "not_necessary": "not necessary",
    "excluded": "no benefit",
    "required": "ABN on file",
    "voluntary": "voluntary notice",
}


class NotAnswered(ValueError):
    """A visit or question on a page that its door refuses; says why."""


def visit(services: list[dict[str, Any]], **others: object) -> Visit:
    """Make a visit of these services; `others` stand in for the default's fields."""
    return {**DEFAULT, **others, "services": services}


def answer(
    reference: Reference, asked: Visit, root: str | None = None, judge: Judge | None = None
) -> Answer:
    """Ask the door; raises `NotAnswered` with its sentences where it refuses."""
    return accepted(door.evaluate(json.dumps(asked), reference, root, judge))


def accepted(written: str) -> Answer:
    """Read what a door wrote; raises `NotAnswered` with its sentences where it refuses."""
    answered: Answer = json.loads(written)
    if not answered["ok"]:
        raise NotAnswered(" ".join(problem["says"] for problem in answered["problems"]))
    return answered


def link(asked: Visit, root: str) -> str:
    """Address the calculator with this visit in it; `root` leads to the site's root."""
    text = json.dumps(asked, separators=(",", ":"))
    return f"{root}calculator/#v={urlsafe_b64encode(text.encode()).decode().rstrip('=')}"


def in_words(asked: Visit) -> str:
    """Write a visit as one line."""
    services = " · ".join(map(_service, asked["services"]))
    method = Method(asked["method"]).named
    parts = [services, asked["discipline"], method, asked["locality"], asked["date"]]
    if asked["qualifying_apm"]:
        parts.append("qualifying APM")
    if asked["deductible_remaining"] != DEFAULT["deductible_remaining"]:
        parts.append(f"deductible left ${asked['deductible_remaining']}")
    if asked["threshold_used"] != DEFAULT["threshold_used"]:
        parts.append(f"threshold used so far ${asked['threshold_used']}")
    if "threshold_used_other" in asked:
        parts.append(f"of the other bucket ${asked['threshold_used_other']}")
    if "setting" in asked:
        parts.append(SETTINGS[asked["setting"]])
    parts += [SAID[asked[key]] for key in ("participation", "episode") if asked.get(key) in SAID]
    return " · ".join(parts)


def _service(asked: dict[str, Any]) -> str:
    minutes = [f"{asked['minutes']} min"]
    minutes += [f"{asked[key]} {words}" for key, words in BY_WHOM.items() if asked.get(key)]
    plan = [f"({asked['discipline']})"] if "discipline" in asked else []
    charge = [f"at ${asked['charge']} a unit"] if "charge" in asked else []
    said = [f"({SAID[asked[key]]})" for key in ("coverage", "notice") if asked.get(key) in SAID]
    times = [f"{each['from']} to {each['to']}" for each in asked.get("blocks") or ()]
    at = [f"at {' and '.join(times)}"] if times else []
    return " ".join([asked["code"], " + ".join(minutes), *plan, *charge, *said, *at])
