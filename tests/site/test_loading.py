"""Each load that cannot succeed ends in its own message; and the hosts on which it does succeed."""

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts import serve
from tests.conftest import Launch

PREFIX = "/therapy/"
CALCULATOR = "calculator/"
WAIT = 30_000  # milliseconds: a slow machine may take its time
POLICY = "Content-Security-Policy"
CANNOT = "The calculator cannot start: "
UNFIT = "calculator.bin and reference.json are damaged or of different versions."


class Faulty(serve.Site):
    """The site's server, with something wrong with one file."""

    file = ""
    fault = ""
    headers_changed: dict[str, str]
    asleep: threading.Event

    def do_GET(self) -> None:  # noqa: N802  as in the standard library
        """Serve the file with its fault, all others as they are."""
        if not self.file or not self.path.endswith(self.file):
            super().do_GET()
            return
        getattr(self, self.fault)()

    def missing(self) -> None:
        """Have no such file."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def forbidden(self) -> None:
        """Hand it out to nobody."""
        self.send_error(HTTPStatus.FORBIDDEN)

    def failing(self) -> None:
        """Fail over it."""
        self.send_error(HTTPStatus.INTERNAL_SERVER_ERROR)

    def with_charset(self) -> None:
        """Add to the type what no browser takes for WebAssembly."""
        self.send_whole("application/wasm; charset=utf-8")

    def damaged(self) -> None:
        """Send as many bytes as there are, a stretch of them turned to nothing."""
        content = bytearray(Path(self.translate_path(self.path)).read_bytes())
        start = len(content) // 2
        content[start : start + 4000] = bytes(4000)
        self.send(bytes(content), self.guess_type(self.path))

    def as_text(self) -> None:
        """Call it plain text, as a server does that does not know its ending."""
        self.send_whole("text/plain")

    def as_page(self) -> None:
        """Send the site's first page instead, as some hosts do for whatever is not there."""
        self.send(b"<!doctype html><title>Home</title>", "text/html")

    def cut(self) -> None:
        """Send only the first part of it, as of a copy that was broken off."""
        content = Path(self.translate_path(self.path)).read_bytes()
        self.send(content[: len(content) // 3], self.guess_type(self.path))

    def broken_off(self) -> None:
        """Promise the whole file and hang up in the middle."""
        content = Path(self.translate_path(self.path)).read_bytes()
        self.send(content[: len(content) // 3], self.guess_type(self.path), len(content))
        self.close_connection = True

    def silent(self) -> None:
        """Take the request and never answer it."""
        self.asleep.wait()

    def send_whole(self, kind: str) -> None:
        """Send the file under another type."""
        self.send(Path(self.translate_path(self.path)).read_bytes(), kind)

    def send(self, body: bytes, kind: str, length: int | None = None) -> None:
        """Send a body."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def send_header(self, keyword: str, value: str) -> None:
        """Send a header, or what stands here in its place."""
        super().send_header(keyword, self.headers_changed.get(keyword, value))


@contextmanager
def serving(
    site: Path, file: str = "", fault: str = "", headers: dict[str, str] | None = None
) -> Iterator[int]:
    """Serve the site below a folder with a fault; its port."""
    asleep = threading.Event()
    told = {"file": file, "fault": fault, "headers_changed": headers or {}, "asleep": asleep}
    handler = type("Told", (Faulty,), told)
    server = serve.Server(
        ("127.0.0.1", 0), functools.partial(handler, root=site.parent, prefix=PREFIX)
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        asleep.set()
        server.shutdown()
        server.server_close()


@contextmanager
def opened(
    browser: Browser, port: int, host: str = "127.0.0.1"
) -> Iterator[tuple[Page, list[str]]]:
    """Open the calculator, and note each address that is asked for outside its own origin."""
    origin = f"http://{host}:{port}"
    outside: list[str] = []
    context = browser.new_context()
    page = context.new_page()
    page.on(
        "request",
        lambda asked: (
            None if asked.url.startswith((origin, "data:")) else outside.append(asked.url)
        ),
    )
    page.goto(f"{origin}{PREFIX}{CALCULATOR}")
    yield page, outside
    context.close()


def message(page: Page) -> tuple[str, str]:
    """Wait for the message; what it says and what an administrator has to do."""
    notice = page.locator("therapy-calculator .broken:not(template)")
    expect(notice).to_be_visible(timeout=WAIT)
    return notice.locator(".says").inner_text(), notice.locator(".remedy").inner_text()


class Case(NamedTuple):
    """A file, what is wrong with it, and what of that is told."""

    file: str
    fault: str
    says: str
    remedy: str


CASES = [
    Case("worker.js", "missing", "the file worker.js is missing.", "answered 404"),
    Case(
        "worker.js", "as_text", "the server sends worker.js as", "text/plain; takes text/javascript"
    ),
    Case("worker.js", "cut", "the browser does not start its worker.", "worker.js"),
    Case("pyodide.mjs", "missing", "the file pyodide.mjs is missing.", "answered 404"),
    Case(
        "pyodide.asm.mjs", "as_text", "the server sends pyodide.asm.mjs as", "takes text/javascript"
    ),
    Case(
        "pyodide.asm.mjs", "as_page", "the server sends pyodide.asm.mjs as", "sends a page instead"
    ),
    Case("pyodide.asm.mjs", "cut", "the file pyodide.asm.mjs is cut short", " bytes"),
    Case("pyodide.asm.wasm", "missing", "the file pyodide.asm.wasm is missing.", "answered 404"),
    Case(
        "pyodide.asm.wasm", "forbidden", "the file pyodide.asm.wasm is kept back.", "answered 403"
    ),
    Case("pyodide.asm.wasm", "failing", "the file pyodide.asm.wasm does not come.", "answered 500"),
    Case(
        "pyodide.asm.wasm",
        "with_charset",
        "the server sends pyodide.asm.wasm as",
        "came as application/wasm; charset=utf-8; takes application/wasm.",
    ),
    Case("pyodide.asm.wasm", "as_text", "the server sends pyodide.asm.wasm as", "application/wasm"),
    Case("pyodide.asm.wasm", "cut", "the file pyodide.asm.wasm is cut short", " bytes"),
    Case("pyodide.asm.wasm", "broken_off", "the file pyodide.asm.wasm is cut short", "broke off"),
    Case("python_stdlib.zip", "missing", "the file python_stdlib.zip is missing.", "answered 404"),
    Case("python_stdlib.zip", "cut", "the file python_stdlib.zip is cut short", " bytes"),
    Case("python_stdlib.zip", "broken_off", "the file python_stdlib.zip is cut short", "broke off"),
    Case(
        "python_stdlib.zip",
        "as_page",
        "the server sends python_stdlib.zip as",
        "sends a page instead",
    ),
    Case("calculator.bin", "missing", "the file calculator.bin is missing.", "answered 404"),
    Case("calculator.bin", "cut", "the file calculator.bin is cut short", " bytes"),
    Case("pyodide-lock.json", "missing", "the file pyodide-lock.json is missing.", "answered 404"),
    Case("reference.json", "missing", "the file reference.json is missing.", "answered 404"),
    Case("reference.json", "as_page", "the server sends reference.json as", "text/html"),
    Case("reference.json", "damaged", UNFIT, "Copy the whole site to the server again"),
    Case("calculator.bin", "damaged", UNFIT, "past the browser’s cache"),
    Case("reference.json", "cut", "the file reference.json is cut short", " bytes"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.file} {case.fault}")
def test_a_file_that_is_not_as_it_should_be_is_named(
    site: Path, browser: Browser, case: Case
) -> None:
    with serving(site, case.file, case.fault) as port, opened(browser, port) as (page, _):
        said, to_do = message(page)
        assert said.startswith(CANNOT + case.says)
        assert case.remedy in to_do
        assert f"http://127.0.0.1:{port}{PREFIX}assets/" in to_do


def test_a_policy_that_forbids_webassembly_is_named(site: Path, browser: Browser) -> None:
    headers = {POLICY: "default-src 'self'; script-src 'self' 'unsafe-inline'"}
    with serving(site, headers=headers) as port, opened(browser, port) as (page, _):
        said, to_do = message(page)
        assert said == f"{CANNOT}this site’s security policy forbids WebAssembly."
        assert to_do.startswith(
            "Add 'wasm-unsafe-eval' to script-src in the Content-Security-Policy"
        )
        assert PREFIX in to_do


def test_a_policy_that_forbids_the_worker_is_named(site: Path, browser: Browser) -> None:
    headers = {POLICY: "worker-src 'none'"}
    with serving(site, headers=headers) as port, opened(browser, port) as (page, _):
        said, to_do = message(page)
        assert said == f"{CANNOT}the browser does not start its worker."
        assert "worker-src 'self'" in to_do


@pytest.mark.parametrize("file", ["pyodide.asm.wasm", "reference.json", "worker.js"])
def test_no_answer_in_time_names_what_has_not_come(site: Path, browser: Browser, file: str) -> None:
    with serving(site, file, "silent") as port:
        context = browser.new_context()
        page = context.new_page()
        page.clock.install()
        page.goto(f"http://127.0.0.1:{port}{PREFIX}{CALCULATOR}", wait_until="domcontentloaded")
        for _ in range(20):  # signs of life in between start the count anew
            page.clock.run_for(10_000)
            page.wait_for_timeout(100)
        said, to_do = message(page)
        assert said == f"{CANNOT}the server sent nothing for 60 seconds."
        assert to_do.count("http://") == 1
        assert file in to_do
        context.close()


def test_the_first_cause_stays_and_what_was_typed_too(site: Path, browser: Browser) -> None:
    with serving(site, "reference.json", "missing") as port, opened(browser, port) as (page, _):
        first = message(page)
        minutes = page.get_by_role("spinbutton", name="Minutes, row 1", exact=True)
        minutes.fill("53")
        page.wait_for_timeout(500)
        assert message(page) == first
        expect(minutes).to_have_value("53")


def test_after_the_mend_try_again_answers_what_was_typed(site: Path, browser: Browser) -> None:
    with serving(site) as port:
        context = browser.new_context()
        page = context.new_page()
        page.route("**/reference.json", lambda route: route.fulfill(status=404))
        page.goto(f"http://127.0.0.1:{port}{PREFIX}{CALCULATOR}")
        assert "reference.json is missing" in message(page)[0]
        page.unroute("**/reference.json")
        page.get_by_role("button", name="Try again").click()
        expect(page.locator("therapy-calculator[data-state=answered]")).to_be_visible(timeout=WAIT)
        context.close()


def test_it_answers_over_plain_http_under_a_name_that_is_not_loopback(
    site: Path, browser: Browser, launch: Launch
) -> None:
    args = [*launch["args"], "--host-resolver-rules=MAP therapy.example 127.0.0.1"]
    named = browser.browser_type.launch(executable_path=launch["executable_path"], args=args)
    with serving(site) as port, opened(named, port, "therapy.example") as (page, outside):
        answered = page.locator("therapy-calculator[data-state=answered]")
        expect(answered).to_be_visible(timeout=WAIT)
        assert page.evaluate("isSecureContext") is False
        assert outside == []
    named.close()
