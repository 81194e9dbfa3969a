"""What tests of the built site ask for: the site served below a folder, and pages opened in it."""

import datetime as dt
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, Protocol, TypedDict, Unpack

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route

from scripts import serve

PREFIX = "/therapy/"


class Circumstances(TypedDict, total=False):
    """How a reader meets a page, in the words of Playwright's contexts."""

    color_scheme: Literal["light", "dark"]
    forced_colors: Literal["active", "none"]
    java_script_enabled: bool
    reduced_motion: Literal["reduce", "no-preference"]


class Open(Protocol):
    """Open a page of the site.

    `route` leads requests that match a pattern elsewhere first, `day` is the reader's clock.
    """

    def __call__(
        self,
        path: str,
        size: tuple[int, int] = (1440, 900),
        route: tuple[str, Callable[[Route], None]] | None = None,
        day: dt.date | None = None,
        **circumstances: Unpack[Circumstances],
    ) -> Page:
        """Give the page once its own files have come."""


def there(site: Path, at: str) -> bool:
    """Tell whether the page of an address is built and has the anchor."""
    address, _, anchor = at.partition("#")
    file = site / address / "index.html"
    if not file.is_file():
        return False
    return not anchor or f'id="{anchor}"' in file.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """Serve the built site as `make serve` does, policy included, below a folder; its address."""
    serving = serve.server(site.parent, "127.0.0.1", 0, PREFIX)
    thread = threading.Thread(target=serving.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{serving.server_address[1]}{PREFIX}"
    serving.shutdown()
    serving.server_close()


@pytest.fixture
def open_page(browser: Browser, served: str) -> Iterator[Open]:
    """Open pages; an error in a script, a breach of the policy, a request elsewhere fails."""
    with opener(browser, served) as opened:
        yield opened


@pytest.fixture(scope="module")
def open_once(browser: Browser, served: str) -> Iterator[Open]:
    """Open pages that several tests of a file look at; what `open_page` fails, fails the last."""
    with opener(browser, served) as opened:
        yield opened


@contextmanager
def opener(browser: Browser, served: str) -> Iterator[Open]:
    """Give what opens pages, close them at the end, and say then what went wrong in them."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type == "error" and "Content Security Policy" in message.text:
            faults.append(message.text)

    def guard(route: Route) -> None:
        if route.request.url.startswith(served):
            route.continue_()
            return
        faults.append(f"asked for {route.request.url}")
        route.abort()

    def opened(
        path: str,
        size: tuple[int, int] = (1440, 900),
        route: tuple[str, Callable[[Route], None]] | None = None,
        day: dt.date | None = None,
        **circumstances: Unpack[Circumstances],
    ) -> Page:
        width, height = size
        context = browser.new_context(viewport={"width": width, "height": height}, **circumstances)
        contexts.append(context)
        context.route("**/*", guard)
        if route:
            context.route(*route)
        page = context.new_page()
        if day:
            page.clock.set_fixed_time(dt.datetime.combine(day, dt.time(12)))
        page.on("console", note)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(served + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []
