"""Try a published site in a real browser. `make smoke URL=https://intranet.example/therapy/`.

What it should answer is worked out here, from content/. Prints a line for each thing tried;
ends with status 1 where one failed.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Error,
    Page,
    Request,
    Response,
    expect,
    sync_playwright,
)

from calculator import door
from calculator.reference import bundle
from scripts import browser
from scripts.content import library
from scripts.pages import visits
from scripts.runtime import headers, reference_json

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("", "codes/97530/", "rules/units/", "exclusions/", "fees/", "diagnoses/", "pcs/", "about/")
NOWHERE = "nothing/is/here/"
NOT_FOUND = "Nothing is at this address"
PATIENCE = 60_000  # milliseconds, for a slow line
# The tables of an answer, row by row: live in the page, and in the HTML worked out here.
TABLES = """html => {
  // The ways side by side are of the page alone.
  const tables = root => [...root.querySelectorAll('table:not(.side-by-side *)')].flatMap(table =>
    [...table.rows].map(row => row.textContent.replace(/\\s+/g, ' ').trim()));
  const here = new DOMParser().parseFromString(html, 'text/html');
  const live = document.querySelector('therapy-calculator [aria-label="Answer"]');
  return { live: tables(live), here: tables(here) };
}"""
STRAY = """() => {
  const script = document.createElement('script');
  script.textContent = 'globalThis.strayed = true';
  document.head.append(script);
  return globalThis.strayed === true;
}"""


class Failed(Exception):
    """Something tried on the site did not come out; says what was got and what was expected."""


@dataclass  # without slots: Playwright keeps what it makes of each handler in the object
class Visitor:
    """A browser's page on the site, which notes all that goes wrong while it is there."""

    page: Page
    root: str
    faults: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Begin to note."""
        self.page.on("request", self._asked)
        self.page.on("response", self._answered)
        self.page.on("requestfailed", self._lost)
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))

    def go(self, path: str) -> Response:
        """Open an address below the root and wait until all has come."""
        came = self.page.goto(urljoin(self.root, path), wait_until="networkidle", timeout=PATIENCE)
        if came is None:
            raise Failed("got no answer")
        return came

    def settle(self) -> None:
        """Raise `Failed` with what was noted since the last time, if anything."""
        noted, self.faults = list(dict.fromkeys(self.faults)), []
        if noted:
            raise Failed("; ".join(noted))

    def _asked(self, request: Request) -> None:
        own, asked = urlsplit(self.root), urlsplit(request.url)
        if asked.scheme in ("http", "https") and asked[:2] != own[:2]:
            self.faults.append(f"asked another host: {request.url}")

    def _answered(self, response: Response) -> None:
        if response.status >= HTTPStatus.BAD_REQUEST:
            self.faults.append(f"{response.url}: status {response.status}")

    def _lost(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # left for the next page
            self.faults.append(f"{request.url}: {request.failure}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "Content Security Policy" in message.text:
            self.faults.append(message.text)


def page(visitor: Visitor, path: str) -> None:
    """Open a page: it and all it loads come, under the policy, and its foot names the release."""
    came = visitor.go(path)
    if not came.ok:
        raise Failed(f"got status {came.status}, expected 200")
    if not visitor.page.locator(f"meta[http-equiv={headers.POLICY}]").count():
        raise Failed("got no policy in the page; is it the page that was built?")
    foot = visitor.page.locator(".notice__site")
    if not foot.count() or "Release" not in foot.inner_text():
        raise Failed("got no release at the foot of the page")
    visitor.settle()


def policy(visitor: Visitor) -> None:
    """Put a script into a page that is not the site's own: it may not run."""
    visitor.go("about/")
    strayed = visitor.page.evaluate(STRAY)
    visitor.faults.clear()  # the browser says that it refused, as it should
    if strayed:
        raise Failed("a script that is not the site's own ran")


def answer(visitor: Visitor, asked: visits.Visit, reference: bundle.Reference) -> None:
    """Follow a link to a visit; raise `Failed` where the page says otherwise than this machine."""
    here = json.loads(door.evaluate(json.dumps(asked), reference, "../"))
    visitor.go("about/")  # so that the link is opened anew
    visitor.go(visits.link(asked, ""))
    calculator = visitor.page.locator("therapy-calculator")
    expect(calculator).to_have_attribute("data-state", "answered", timeout=PATIENCE)
    sentence = calculator.locator(".sentence").first
    expect(sentence).to_have_text(here["sentence"], timeout=PATIENCE)
    expect(calculator.locator("[aria-busy]")).to_have_count(0, timeout=PATIENCE)
    tables = visitor.page.evaluate(TABLES, here["html"])
    if tables["live"] != tables["here"]:
        rows = zip(tables["live"], tables["here"], strict=False)
        differing = next((row for row in rows if row[0] != row[1]), ("fewer rows", "more"))
        raise Failed(f"got {differing[0]!r}, expected {differing[1]!r}")
    visitor.settle()


def search(visitor: Visitor) -> None:
    """Ask the search for a code: its page comes first."""
    visitor.go("about/")
    visitor.page.get_by_role("textbox", name="Search").click()
    visitor.page.keyboard.type("97530")
    first = visitor.page.locator(".md-search-result__link").first
    first.wait_for(timeout=PATIENCE)
    found = str(first.get_attribute("href"))
    if "codes/97530/" not in found:
        raise Failed(f"got {found}, expected codes/97530/")
    visitor.settle()


def missing(visitor: Visitor) -> None:
    """Ask for what is not there: the status says so, and the site's own page does."""
    came = visitor.go(NOWHERE)
    visitor.faults.clear()
    if came.status != HTTPStatus.NOT_FOUND:
        raise Failed(f"got status {came.status}, expected 404")
    if NOT_FOUND not in visitor.page.inner_text("body"):
        raise Failed("got the host's own page; set 404.html as the page for status 404")


def figures(root: Path) -> bundle.Reference:
    """Read what the calculator looks up, straight from content/."""
    return bundle.load(
        reference_json.dumps(reference_json.reference(library.load(root / "content")))
    )


def attempts(visitor: Visitor, reference: bundle.Reference) -> dict[str, Callable[[], None]]:
    """List all that is tried, by name."""
    other = visits.DEFAULT | {"services": [{"code": "97140", "minutes": 23}]}
    return {
        **{f"page /{path}": partial(page, visitor, path) for path in PAGES},
        "policy": lambda: policy(visitor),
        "calculator, the default visit": lambda: answer(visitor, visits.DEFAULT, reference),
        "calculator, a visit in a link": lambda: answer(visitor, other, reference),
        "search for 97530": lambda: search(visitor),
        "an address with nothing": lambda: missing(visitor),
    }


def run(chromium: Browser, url: str, reference: bundle.Reference, *, trusting: bool) -> int:
    """Try everything on the site at this address, printing a line each; count what failed."""
    context = chromium.new_context(ignore_https_errors=trusting)
    visitor = Visitor(context.new_page(), f"{url.rstrip('/')}/")
    visitor.watch()
    failed = 0
    for name, attempt in attempts(visitor, reference).items():
        try:
            attempt()
            print(f"ok      {name}", flush=True)
        except (Failed, Error, AssertionError) as why:
            print(f"FAILED  {name}: {str(why).strip()}", flush=True)
            failed += 1
            visitor.faults.clear()
    context.close()
    return failed


def options(arguments: list[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="make smoke URL=", description=__doc__)
    parser.add_argument("url", help="address of the site's first page, http or https")
    parser.add_argument("--trust", action="store_true", help="take any certificate")
    asked = parser.parse_args(arguments)
    if urlsplit(asked.url).scheme not in ("http", "https"):
        parser.error(f"got {asked.url}, takes an address that begins with http:// or https://")
    return asked


def main() -> None:
    """Try the site, and end with status 1 where anything failed."""
    asked = options()
    reference = figures(ROOT)
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser.need(), args=sandbox)
        failed = run(chromium, asked.url, reference, trusting=asked.trust)
        chromium.close()
    print(f"{failed} failed" if failed else "The site does what it should.")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
