"""The pairs of a visit in the browser: the first answer waits for no tables, the next has them."""

import json
from typing import Any

from playwright.sync_api import Page

from tests.site.calculator_page import visit
from tests.site.conftest import Open

START = """async () => {
  const script = document.querySelector('script[src$="/calculator.js"]').src;
  const { startEngine } = await import(new URL("engine.js", script).href);
  const nothing = () => {};
  window.engine = startEngine({ onStage: nothing, onReady: nothing, onBroken: nothing });
}"""
ASKED = visit(("97535", 15), ("97164", 15), date="2026-11-03", setting="hospital")


def ask(page: Page, asked: dict[str, object], *, with_pairs: bool = False) -> dict[str, Any]:
    """Ask the engine itself, as the page does."""
    ask = "([visit, withPairs]) => window.engine.evaluate(visit, '../', withPairs)"
    answer: dict[str, Any] = json.loads(page.evaluate(ask, [json.dumps(asked), with_pairs]))
    return answer


def test_edits_are_fetched_only_once_a_visit_asks_to_wait_for_them(open_page: Open) -> None:
    page = open_page("calculator/")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.rpartition("/")[2]))
    page.evaluate(START)

    assert "edits" not in ask(page, visit(("97530", 15)))
    assert ask(page, ASKED)["edits"] is None
    assert "edits.json" not in fetched

    answer = ask(page, ASKED, with_pairs=True)
    assert [line["modifiers"] for line in answer["lines"]] == [["GP"], ["59", "GP"]]
    assert "Pairs of the day" in answer["html"]

    assert ask(page, ASKED)["edits"] == answer["edits"]
    assert fetched.count("edits.json") == 1
