"""How long a change takes to show: from a changed minute in a form of 20 rows to the new answer."""

import json
from base64 import urlsafe_b64encode
from pathlib import Path

from playwright.sync_api import BrowserType, Page

from scripts.bench.figures import Figure
from scripts.bench.first_answer import ANSWERED, new_browser
from scripts.bench.server import Server
from scripts.bench.sides import DELIVERED, OURS, PAGE, PLAIN, SIDES

ROWS = 20
CHANGES = 20
# Waits until the new answer is drawn, as a reader does, and for the parts that come after its top.
CHANGE = """async (field, minutes) => {
  const place = document.querySelector("therapy-calculator .outcome");
  const until = (isSo) => new Promise((resolve) => {
    const look = () => isSo() && (watch.disconnect(), resolve());
    const watch = new MutationObserver(look);
    watch.observe(place, {childList: true, subtree: true, attributes: true});
    look();
  });
  const drawn = () => new Promise((resolve) => {
    requestAnimationFrame(() => {
      const turn = new MessageChannel();
      turn.port1.onmessage = resolve;
      turn.port2.postMessage("");
    });
  });
  const before = place.querySelector(".sentence");
  const begun = performance.now();
  field.value = minutes;
  field.dispatchEvent(new Event("input", {bubbles: true}));
  await until(() => place.querySelector(".sentence") !== before);
  await drawn();
  const top = performance.now() - begun;
  await until(() => !place.querySelector("[aria-busy]"));
  await drawn();
  return [top, performance.now() - begun];
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


def measure(chromium: BrowserType, server: Server, root: Path, rounds: int) -> list[Figure]:
    """Change a minute again and again, all sides in turn: to the new answer, and to all of it."""
    codes = timed_codes(root)[:ROWS]
    top: dict[str, list[float]] = {side: [] for side in SIDES}
    whole: dict[str, list[float]] = {side: [] for side in SIDES}
    with new_browser(chromium) as context:
        pages: dict[str, Page] = {}
        for side in SIDES:
            pages[side] = context.new_page()
            pages[side].goto(server.address(side, PAGE) + link(codes))
            pages[side].locator(ANSWERED).wait_for(state="attached", timeout=120_000)
        for _ in range(rounds):
            for side, page in pages.items():
                page.bring_to_front()  # what is behind gets less of the processor
                for number in range(1, CHANGES + 1):
                    seen, all_of_it = change(page, 8 + number)
                    top[side].append(seen)
                    whole[side].append(all_of_it)
    return [figure("recalculate_20_rows", top), figure("recalculate_20_rows_whole", whole)]


def figure(name: str, times: dict[str, list[float]]) -> Figure:
    """Make the figure of our times, in milliseconds, beside the others'."""
    return Figure(name, "ms", times[OURS], {side: times[side] for side in (DELIVERED, PLAIN)})


def change(page: Page, minutes: int) -> tuple[float, float]:
    """Change the minutes of the last row; milliseconds until the new answer is drawn, and whole."""
    field = page.get_by_role("spinbutton", name=f"Minutes, row {ROWS}", exact=True)
    seen, whole = field.evaluate(CHANGE, str(minutes))
    return float(seen), float(whole)


def timed_codes(root: Path) -> list[str]:
    """List the codes that are counted in quarter hours."""
    record = json.loads((root / "build/reference.json").read_text(encoding="utf-8"))
    return [code["code"] for code in record["codes"] if code["timing"] == "quarter_hour"]
