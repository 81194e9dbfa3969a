"""Build the site, serve it on this machine, and rebuild what hangs on a file that is saved."""

import argparse
import contextlib
import errno
import functools
import json
import subprocess
import sys
import threading
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from scripts import build
from scripts.runtime.responses import TYPES

ROOT = Path(__file__).resolve().parent.parent
WATCHED = ("content", "docs", "calculator", "scripts/pages", "mkdocs.yml")
CALCULATOR = "calculator/"
QUIET = 0.3  # seconds without a further change before a rebuild: editors save in several steps


class Site(SimpleHTTPRequestHandler):
    """Files of site/ below a prefix, with the policy of the build in every response."""

    protocol_version = "HTTP/1.1"
    extensions_map = TYPES  # nothing of the machine's own table, which may lack .mjs or .wasm

    def __init__(self, *args: object, root: Path, prefix: str) -> None:
        self.root, self.prefix = root, prefix
        super().__init__(*args, directory=str(root / build.SITE))  # type: ignore[arg-type]

    def send_head(self):  # type: ignore[no-untyped-def]  # noqa: ANN201  as in the standard library
        """Take the prefix off, or lead to it; then as for any file."""
        path = urlsplit(self.path).path
        if path in ("/", self.prefix.rstrip("/")) and self.prefix != "/":
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", self.prefix)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        if not path.startswith(self.prefix):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()

    def translate_path(self, path: str) -> str:
        """Find the file of an address below the prefix."""
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing page with the site's own page for that."""
        page = self.root / build.SITE / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        """Add the policy, and let nothing be kept that a rebuild may change."""
        headers = self.root / build.HEADERS
        if headers.is_file():
            for name, value in json.loads(headers.read_text(encoding="utf-8")).items():
                self.send_header(name, value)
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def handle(self) -> None:
        """Answer, and let a reader go who has left before the end."""
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            super().handle()

    def log_message(self, *_: object) -> None:
        """Say nothing of single requests."""


class Server(ThreadingHTTPServer):
    """Takes its address again at once after a restart, and does not wait for open connections."""

    allow_reuse_address = True
    daemon_threads = True


def folder(prefix: str) -> str:
    """Write a prefix with a slash at both ends."""
    return f"/{prefix.strip('/')}/".replace("//", "/")


def server(root: Path, host: str, port: int, prefix: str) -> Server:
    """Make a server of site/ below `root`; the program ends where the port is taken."""
    try:
        return Server((host, port), functools.partial(Site, root=root, prefix=folder(prefix)))
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        sys.exit(f"Port {port} is in use. Name another one: make serve ARGS='--port {port + 1}'")


class Rebuild(FileSystemEventHandler):
    """Build again once the files have been quiet for a moment; what is up stays up meanwhile."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.building = threading.Lock()
        self.waiting: threading.Timer | None = None

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note a change, and put the build off until no other follows."""
        path = str(event.src_path)
        if event.event_type in ("opened", "closed_no_write") or "__pycache__" in path:
            return
        if self.waiting:
            self.waiting.cancel()
        self.waiting = threading.Timer(QUIET, self.build)
        self.waiting.daemon = True
        self.waiting.start()

    def build(self) -> None:
        """Run the build in a Python of its own, so that changed modules are read anew."""
        with self.building:
            print("\nA file has changed.", flush=True)
            command = [sys.executable, "-m", "scripts.build"]
            ran = subprocess.run(command, cwd=self.root, check=False)
            if ran.returncode:
                print("The last good site stays up.", flush=True)

    def join(self) -> None:
        """Wait for the build that is put off, if any."""
        if self.waiting:
            self.waiting.join()


def watch(root: Path) -> None:
    """Rebuild whenever a file is saved that the site is made from."""
    observer, handler = Observer(), Rebuild(root)
    for place in WATCHED:
        observer.schedule(handler, str(root / place), recursive=(root / place).is_dir())
    observer.daemon = True
    observer.start()


def options(arguments: list[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m scripts.serve", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=8000, help="0 takes any free one")
    parser.add_argument("--prefix", default="/", help="folder to serve from, such as /therapy/")
    return parser.parse_args(arguments)


def main() -> None:
    """Build, serve and watch until interrupted."""
    asked = options()
    serving = server(ROOT, asked.host, asked.port, asked.prefix)  # a taken port is told at once
    build.main()
    watch(ROOT)
    port = serving.server_address[1]
    print("Saved files are rebuilt while this runs. Stop it with Ctrl-C.", flush=True)
    address = f"http://{asked.host}:{port}{folder(asked.prefix)}{CALCULATOR}"
    print(f"The calculator: {address}", flush=True)
    try:
        serving.serve_forever()
    except KeyboardInterrupt:
        print("\nStopped.")


if __name__ == "__main__":
    main()
