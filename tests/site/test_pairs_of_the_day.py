"""The pairs of a visit in the browser: the first answer waits for no tables, the next has them."""

import json
import re
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
ASK = """async ([visit, withPairs]) => {
  let top;
  const parts = new Promise(further => {
    top = window.engine.evaluate(visit, "../", withPairs, further);
  });
  return [await top, await parts];
}"""
MODIFIERS = re.compile(r"<td class=\"modifiers\">([^<]*)</td>")
ASKED = visit(("97535", 15), ("97164", 15), date="2026-11-03", setting="hospital")


def ask(page: Page, asked: dict[str, object], *, with_pairs: bool = False) -> dict[str, Any]:
    """Ask the engine itself, as the page does: the top of the answer, its rest under `parts`."""
    top, parts = page.evaluate(ASK, [json.dumps(asked), with_pairs])
    return {**json.loads(top), "parts": "".join(html for _, html in map(json.loads, parts))}


def test_edits_are_fetched_only_once_a_visit_asks_to_wait_for_them(open_page: Open) -> None:
    page = open_page("calculator/")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.rpartition("/")[2]))
    page.evaluate(START)

    assert ask(page, visit(("97530", 15)))["pairs_wanted"] is False
    before = ask(page, ASKED)
    assert before["pairs_wanted"] is True
    assert MODIFIERS.findall(before["html"]) == ["GP", "GP"]
    assert "edits.json" not in fetched

    answer = ask(page, ASKED, with_pairs=True)
    assert answer["pairs_wanted"] is False
    assert MODIFIERS.findall(answer["html"]) == ["GP", "59 GP"]
    assert "Pairs of the day" in answer["parts"]

    assert ask(page, ASKED) == answer
    assert fetched.count("edits.json") == 1
