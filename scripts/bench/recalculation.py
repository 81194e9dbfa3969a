"""How long a change takes to show: from a changed minute in a form of 20 rows to the new answer."""

import json
from base64 import urlsafe_b64encode
from pathlib import Path

from playwright.sync_api import BrowserType, Page

from scripts.bench.figures import Figure
from scripts.bench.first_answer import ANSWERED, new_browser
from scripts.bench.server import Server
from scripts.bench.sides import DELIVERED, OURS, PAGE

ROWS = 20
CHANGES = 20
# Waits for the answer's place to be filled anew, as a reader does.
CHANGE = """async (field, minutes) => {
  const place = document.querySelector("therapy-calculator .outcome");
  const begun = performance.now();
  const changed = new Promise((resolve) => {
    const watch = new MutationObserver(() => { watch.disconnect(); resolve(); });
    watch.observe(place, {childList: true, subtree: true});
  });
  field.value = minutes;
  field.dispatchEvent(new Event("input", {bubbles: true}));
  await changed;
  return performance.now() - begun;
}"""


def link(codes: list[str]) -> str:
    """Give the part of an address that opens a visit of as many rows as codes."""
    services = [{"code": code, "minutes": 8} for code in codes]
    visit = {
        "date": "2026-03-02",
        "discipline": "PT",
        "method": "cms",
        "locality": "national",
        "qualifying_apm": False,
        "threshold_used": "0.00",
        "deductible_remaining": "0.00",
        "services": services,
    }
    return "#v=" + urlsafe_b64encode(json.dumps(visit).encode()).decode().rstrip("=")


def measure(chromium: BrowserType, server: Server, root: Path, rounds: int) -> Figure:
    """Change a minute again and again, on our side and on the other in turn."""
    codes = timed_codes(root)[:ROWS]
    times: dict[str, list[float]] = {OURS: [], DELIVERED: []}
    with new_browser(chromium) as context:
        pages: dict[str, Page] = {}
        for side in times:
            pages[side] = context.new_page()
            pages[side].goto(server.address(side, PAGE) + link(codes))
            pages[side].locator(ANSWERED).wait_for(state="attached", timeout=120_000)
        for _ in range(rounds):
            for side, page in pages.items():
                page.bring_to_front()  # what is behind gets less of the processor
                times[side] += (change(page, 8 + number) for number in range(1, CHANGES + 1))
    return Figure("recalculate_20_rows", "ms", times[OURS], {DELIVERED: times[DELIVERED]})


def change(page: Page, minutes: int) -> float:
    """Change the minutes of the last row; milliseconds until the answer is replaced."""
    field = page.get_by_role("spinbutton", name=f"Minutes, row {ROWS}", exact=True)
    return float(field.evaluate(CHANGE, str(minutes)))


def timed_codes(root: Path) -> list[str]:
    """List the codes that are counted in quarter hours."""
    record = json.loads((root / "build/reference.json").read_text(encoding="utf-8"))
    return [code["code"] for code in record["codes"] if code["timing"] == "quarter_hour"]
