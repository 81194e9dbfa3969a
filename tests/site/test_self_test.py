"""The administrators' page: it passes where all is well, and names what to change where not."""

import functools
import http.server
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from scripts.runtime import edition
from tests.site.axe import serious
from tests.site.conftest import Open

PATH = "about/self-test/"
WAIT = 60_000  # milliseconds: every file of the site comes once


def finished(page: Page) -> Page:
    """Wait until the last check is done."""
    expect(page.locator(".self-test [role=status]")).to_contain_text("Tested: ", timeout=WAIT)
    return page


def found(page: Page, name: str) -> str:
    """Read what was found of one thing, remedies included."""
    item = page.locator(".self-test .checks > li").filter(has_text=re.compile(f"· {name}: "))
    return item.inner_text()


def test_on_our_own_server_nothing_has_to_change(open_page: Open) -> None:
    page = finished(open_page(PATH))
    expect(page.locator('.self-test [data-state="change"]')).to_have_count(0)
    assert found(page, "Files are whole").startswith("Passes")
    assert found(page, "Calculator").startswith("Passes")
    assert found(page, "Missing pages").startswith("Passes")
    assert found(page, "Policy").startswith("Passes")
    assert "gzip_static on;" in found(page, "Compression")
    assert serious(page) == []


def test_a_wrong_type_a_damaged_file_and_a_page_for_everything_are_named(open_page: Open) -> None:
    def faulty(route: Route) -> None:
        url = route.request.url
        if url.endswith(".wasm"):
            route.fulfill(content_type="text/plain", body="")
        elif url.endswith("edits.json"):
            route.fulfill(content_type="application/json", body="{}")
        elif "no-such-page" in url:
            route.fulfill(status=200, content_type="text/html", body="Home")
        else:
            route.fallback()

    page = finished(open_page(PATH, route=("**/*", faulty)))
    assert "edits.json is not as it was built" in found(page, "Files are whole")
    wasm = found(page, r"Type of \.wasm")
    assert "came as text/plain; takes application/wasm" in wasm
    assert "AddType" in wasm
    assert "mimeMap" in wasm
    assert "types {" in wasm
    assert "answers 200; takes 404" in found(page, "Missing pages")
    assert "application/wasm" in found(page, "Calculator")


@pytest.fixture
def plain(site: Path) -> Iterator[str]:
    """The server of Python's own library, on the site's folder as it is."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

    handler = functools.partial(Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


def test_on_pythons_own_server_the_calculator_answers(browser: Browser, plain: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{plain}{PATH}")
    finished(page)
    assert found(page, "Calculator").startswith("Passes")
    expect(page.locator('.self-test [data-state="change"]')).to_have_count(0)
    context.close()


def test_a_missing_page_finds_the_way_home_from_any_folder(open_page: Open, site: Path) -> None:
    page = open_page("codes/no/such/page/")
    page.get_by_role("navigation", name="The site").get_by_role("link", name="Codes").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Codes")
    assert edition.folder(site)
