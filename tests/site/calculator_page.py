"""The calculator's page in the words of its accessible names."""

import base64
import json
from functools import cache
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from calculator import door
from calculator.reference import bundle

PATH = "calculator/"
WAIT = 30_000  # milliseconds: a slow machine may take its time to start Python
DEFAULT: dict[str, object] = {
    "date": "2026-03-02",
    "discipline": "PT",
    "method": "cms",
    "locality": "national",
    "qualifying_apm": False,
    "threshold_used": "0.00",
    "deductible_remaining": "0.00",
}


def visit(*services: tuple[str, int], **changes: object) -> dict[str, object]:
    """Make a visit as the door takes it: the page's default one with these services."""
    rows = [{"code": code, "minutes": minutes} for code, minutes in services]
    return {**DEFAULT, **changes, "services": rows}


@cache
def reference() -> bundle.Reference:
    """Load the figures that the site was built with."""
    return bundle.load(Path("build/reference.json").read_text(encoding="utf-8"))


def sentence(asked: dict[str, object]) -> str:
    """Say what CPython answers, in its one sentence."""
    said: str = json.loads(door.evaluate(json.dumps(asked), reference()))["sentence"]
    return said


BUILT_IN = visit(("97530", 38), ("97110", 22))


def link(asked: dict[str, object]) -> str:
    """Make the path that opens the calculator with a visit."""
    coded = base64.urlsafe_b64encode(json.dumps(asked).encode()).decode().rstrip("=")
    return f"{PATH}#v={coded}"


def field(page: Page, name: str) -> Locator:
    """Find a field by its whole accessible name, whatever its kind."""
    return page.locator("therapy-calculator").get_by_label(name, exact=True)


def note_questions(page: Page) -> None:
    """Keep, from the next page on, every question that the page puts to its worker."""
    page.add_init_script(
        """globalThis.questions = [];
        const post = Worker.prototype.postMessage;
        Worker.prototype.postMessage = function (message, ...others) {
          if (message.kind === "evaluate") questions.push(message.visit);
          return post.call(this, message, ...others);
        };"""
    )


def question(page: Page) -> dict[str, object]:
    """Read the last question that was put."""
    asked: dict[str, object] = json.loads(page.evaluate("questions.at(-1)"))
    return asked


def code(page: Page, row: int) -> Locator:
    """Find the code of a row, counted from 1."""
    return page.get_by_role("combobox", name=f"Code, row {row}", exact=True)


def minutes(page: Page, row: int) -> Locator:
    """Find the minutes of a row, counted from 1."""
    return page.get_by_role("spinbutton", name=f"Minutes, row {row}", exact=True)


def button(page: Page, name: str) -> Locator:
    """Find a button of the calculator; the theme's search has one named Clear, too."""
    return page.locator("therapy-calculator").get_by_role("button", name=name, exact=True)


def answer(page: Page) -> Locator:
    """Find the region of the answer."""
    return page.get_by_role("region", name="Answer", exact=True)


def result(page: Page) -> Locator:
    """Find the sentence that is said."""
    return page.get_by_role("status", name="Result", exact=True)


def is_answered(page: Page) -> None:
    """Wait for the first answer from Python."""
    expect(page.locator("therapy-calculator")).to_have_attribute(
        "data-state", "answered", timeout=WAIT
    )


def begun_anew(page: Page) -> Page:
    """Follow links to another visit and to the built-in one: nothing that was typed is left."""
    for asked in (visit(("97140", 15)), BUILT_IN):
        page.evaluate("hash => { location.hash = hash; }", link(asked).partition("#")[2])
        says(page, asked)
    page.evaluate("document.activeElement?.blur()")
    return page


def says(page: Page, asked: dict[str, object]) -> None:
    """Expect the answer that CPython gives to this visit, all of it, in full ink."""
    expect(answer(page).locator(".sentence")).to_have_text(sentence(asked), timeout=WAIT)
    expect(answer(page).locator("[aria-busy]")).to_have_count(0, timeout=WAIT)
    expect(answer(page)).not_to_contain_class("is-greyed")
