"""What comes first: reading before Python, the newest visit before what else there is to say."""

import json

from playwright.sync_api import Page, expect

from tests.site.calculator_page import (
    BUILT_IN,
    PATH,
    WAIT,
    answer,
    is_answered,
    minutes,
    says,
    visit,
)
from tests.site.conftest import Open

NEVER_IDLE = "globalThis.requestIdleCallback = () => 0;"
LISTEN = """{
  globalThis.heard = [];
  const Whole = Worker;
  globalThis.Worker = class extends Whole {
    constructor(...given) {
      super(...given);
      if (!`${given[0]}`.endsWith("/worker.js")) return;  // the search has one as well
      globalThis.begun = this;
      this.addEventListener("message", ({ data }) => heard.push([data.kind, data.id]));
    }
  };
}"""
ASK = """visits => visits.forEach((visit, place) => begun.postMessage(
  { kind: "evaluate", id: 1001 + place, visit, root: "../", withPairs: false }))"""
HEARD = "() => heard.filter(([, id]) => id > 1000).map(([kind, id]) => `${kind} ${id - 1000}`)"


def heard(page: Page, *asked: dict[str, object]) -> list[str]:
    """Put visits to the worker at once; the order in which it speaks of them."""
    page.evaluate("heard.length = 0")
    page.evaluate(ASK, [json.dumps(each) for each in asked])
    for _ in range(300):  # the policy of the page forbids Playwright's own way to wait
        if page.evaluate("heard.some(([kind, id]) => kind === 'further' && id > 1000)"):
            break
        page.wait_for_timeout(100)
    page.wait_for_timeout(200)  # nothing comes behind it
    said: list[str] = page.evaluate(HEARD)
    return said


def test_python_starts_at_a_touch_of_the_calculator_where_the_page_is_never_idle(
    open_once: Open,
) -> None:
    page = open_once("about/")
    page.context.add_init_script(NEVER_IDLE + LISTEN)
    page.goto(page.url.replace("about/", PATH))

    says(page, BUILT_IN)
    page.mouse.wheel(0, 400)
    page.locator("h1").click()
    assert page.evaluate("globalThis.begun") is None

    minutes(page, 1).click()
    is_answered(page)
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("53")
    says(page, visit(("97530", 53), ("97110", 22)))
    expect(answer(page).get_by_role("region", name="Why")).to_contain_text("53 + 22", timeout=WAIT)
    expect(answer(page).locator("[aria-busy]")).to_have_count(0)

    older, newer = visit(("97530", 23)), visit(("97530", 38))
    first, second, rest = ["answered 1", "answered 2", "further 2"]
    assert heard(page, older, newer) == [first, second, rest]

    refused = visit(("97530", -5))
    assert heard(page, older, refused) == [first, second, "further 1"]
