"""The questions beside a visit: audit, comparison, sequence, each with an answer to open with."""

import json
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterator
from typing import Any

from calculator import audit_door, compare_door, sequence_door
from calculator.reference.bundle import Reference
from scripts.pages import visits
from scripts.pages.blocks import Block
from scripts.pages.facts import Facts
from scripts.pages.template import render

ROOT = "../../"
Question = dict[str, Any]

BILLED: list[Question] = [
    {"code": "97530", "units": 3, "modifiers": ["GP"]},
    {"code": "97110", "units": 2, "modifiers": ["GP"]},
]
WHY = re.compile(r'<section class="why".*?</section>', re.DOTALL)
ASKED = re.compile(r' data-asked="([A-Za-z0-9_=-]+)"')
LANDMARK = re.compile(r' aria-label="[^"]*"')
RUNNING = ("threshold_used", "threshold_used_other", "deductible_remaining")
LATER = {**visits.DEFAULT, "date": "2026-03-04"}
YEARS = [
    {
        "year": year,
        "threshold_used": {"PT with SLP": used, "OT": "0.00"},
        "deductible_remaining": "0.00",
    }
    for year, used in ((2026, "2300.00"), (2025, "0.00"))
]


DOORS: dict[str, Callable[[str, Reference, str], str]] = {
    "audit": audit_door.audit,
    "compare": compare_door.compare,
    "sequence": sequence_door.sequence,
}


def fragments(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the form and first answer of each page."""
    reference = facts.reference
    link = visits.link(visits.DEFAULT, ROOT)
    shown = {
        "visit": json.dumps(visits.DEFAULT, separators=(",", ":")),
        "link": link,
        "said": _shortly(visits.DEFAULT),
        "root": ROOT,
    }
    audited = {"visit": visits.DEFAULT, "billed": BILLED}
    lines = [{**each, "modifiers": " ".join(each["modifiers"])} for each in BILLED]
    yield (
        "calculator/audit.html",
        render("audit.html", billed=lines, answer=ask("audit", audited, reference), **shown),
    )
    dates = ["2025-03-03", "2026-03-02"]
    compared = {"visit": visits.DEFAULT, "dates": dates}
    yield (
        "calculator/compare.html",
        render("compare.html", dates=dates, answer=ask("compare", compared, reference), **shown),
    )
    yield "calculator/receipt.html", render("receipt.html", root=ROOT)
    received = [visits.DEFAULT, LATER]
    sequenced = {"visits": [*map(_bare, received)], "years": YEARS}
    yield (
        "calculator/sequence.html",
        render(
            "sequence.html",
            links=[visits.link(each, ROOT) for each in received],
            years=YEARS,
            answer=ask("sequence", sequenced, reference),
            root=ROOT,
        ),
    )


def made(block: Block, reference: Reference, root: str) -> str:
    """Ask a block's question at its door and write the answer; its sentence has to be as expected.

    The block has `door`, `title`, `expect` and the door's own fields; a visit in it stands over the
    default one. Raises `Refused` where the calculator says otherwise.
    """
    question = dict(block.data)
    door, title, expect = (question.pop(key, None) for key in ("door", "title", "expect"))
    if door not in DOORS or not title or not expect:
        raise block.refuse(f"takes door ({', '.join(DOORS)}), title and expect")
    if "visit" in question:
        question["visit"] = {**visits.DEFAULT, **question["visit"]}
    if "visits" in question:
        question["visits"] = [_bare({**visits.DEFAULT, **each}) for each in question["visits"]]
    try:
        answer = ask(door, question, reference, root)
    except visits.NotAnswered as refused:
        raise block.refuse(str(refused)) from refused
    if answer["sentence"] != expect:
        says = f"expect: the page says {expect!r}, the calculator {answer['sentence']!r}"
        raise block.refuse(says)
    return shown(title, answer)


def shown(title: str, answer: Question) -> str:
    """Write an answer among others of its page, under a title."""
    return render(
        "asked.html", title=title, asked=answer["asked"], html=_among_others(answer["html"])
    )


def _among_others(html: str) -> str:
    """Take an answer's landmarks away, and the reasons of its visit: many stand on one page."""
    shorter = WHY.sub("", html)
    return LANDMARK.sub("", shorter.replace("<section", "<div").replace("</section>", "</div>"))


def ask(door: str, question: Question, reference: Reference, root: str = ROOT) -> Question:
    """Ask at a door as its page does; raises `visits.NotAnswered` where it refuses.

    `asked` is added to the answer: door and question, as a page carries them for `asked_on`.
    """
    answered = visits.accepted(DOORS[door](json.dumps(question), reference, root))
    written = json.dumps([door, question], separators=(",", ":"))
    return answered | {"asked": urlsafe_b64encode(written.encode()).decode()}


def asked_on(page: str) -> list[tuple[str, Question]]:
    """List the doors and questions whose answers stand on a built page."""
    return [tuple(json.loads(urlsafe_b64decode(each))) for each in ASKED.findall(page)]


def _bare(visit: visits.Visit) -> visits.Visit:
    return {key: value for key, value in visit.items() if key not in RUNNING}


def _shortly(visit: visits.Visit) -> str:
    named = [f"{each['code']} {each['minutes']}" for each in visit["services"]]
    return f"{', '.join(named)}; {visit['date']}"
