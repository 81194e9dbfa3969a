"""A server of all sides at once: packed beforehand, kept by browsers, as slow as asked."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from scripts.bench.sides import Side, packed
from scripts.runtime.responses import TYPES

CHUNK = 16_384


class Line:
    """A line of so many bits a second, shared by all that are sent at once, and its delay."""

    def __init__(self) -> None:
        self.bits_a_second: float | None = None
        self.delay = 0.0
        self._free = 0.0
        self._lock = threading.Lock()

    def begin(self) -> None:
        """Wait as long as a request is under way."""
        if self.bits_a_second:
            time.sleep(self.delay)

    def pass_on(self, size: int) -> None:
        """Wait until so many bytes have gone through."""
        if not self.bits_a_second:
            return
        with self._lock:
            self._free = max(self._free, time.monotonic()) + 8 * size / self.bits_a_second
            due = self._free
        time.sleep(max(0.0, due - time.monotonic()))


class Server(ThreadingHTTPServer):
    """Serves `/<side>/<address>`, and notes what was asked for."""

    daemon_threads = True

    def __init__(self, root: Path, sides: dict[str, Side]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.root, self.sides = root, sides
        self.line = Line()
        self.asked: dict[str, set[str]] = {side: set() for side in sides}
        self.headers: dict[str, str] = json.loads((root / "build/headers.json").read_text())

    def address(self, side: str, path: str) -> str:
        """Give the address of a side's file."""
        return f"http://127.0.0.1:{self.server_address[1]}/{side}/{path}"


class Handler(BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        """Send a file, packed."""
        self.server.line.begin()
        side, _, name = urlsplit(self.path).path[1:].partition("/")
        name += "index.html" if name.endswith("/") else ""
        file = self.server.sides.get(side, {}).get(name)
        if file is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        self.server.asked[side].add(name)
        body = packed(file, self.server.root)
        self.send_response(HTTPStatus.OK)
        sent = self.server.headers | {
            "Content-Type": TYPES.get(file.suffix, "application/octet-stream"),
            "Content-Encoding": "br",
            "Content-Length": str(len(body)),
            "Cache-Control": "max-age=3600",
        }
        for header, value in sent.items():
            self.send_header(header, value)
        self.end_headers()
        for start in range(0, len(body), CHUNK):
            chunk = body[start : start + CHUNK]
            self.server.line.pass_on(len(chunk))
            self.wfile.write(chunk)

    def log_message(self, *_: object) -> None:
        """Say nothing of single requests."""


@contextmanager
def serving(root: Path, sides: dict[str, Side]) -> Iterator[Server]:
    """Serve the sides while the block runs."""
    server = Server(root, sides)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
