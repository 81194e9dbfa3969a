"""The server: types, policy, prefix, a missing page, a taken port; and what it rebuilds."""

import http.client
import json
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from watchdog.events import FileModifiedEvent, FileOpenedEvent

from scripts import serve

POLICY = {"Content-Security-Policy": "default-src 'none'"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site of a few files."""
    (tmp_path / "site/assets").mkdir(parents=True)
    (tmp_path / "build").mkdir()
    (tmp_path / "build/headers.json").write_text(json.dumps(POLICY))
    for name in ("index.html", "404.html", "assets/a.mjs", "assets/a.wasm", "assets/a.zip"):
        (tmp_path / "site" / name).write_text(name)
    return tmp_path


@pytest.fixture
def address(root: Path) -> Iterator[tuple[str, int]]:
    """Serve it below /therapy/."""
    serving = serve.server(root, "127.0.0.1", 0, "therapy")
    threading.Thread(target=serving.serve_forever, daemon=True).start()
    yield "127.0.0.1", serving.server_address[1]
    serving.shutdown()
    serving.server_close()


def ask(address: tuple[str, int], path: str) -> tuple[int, dict[str, str], str]:
    """Ask for a path: status, headers, body."""
    connection = http.client.HTTPConnection(*address, timeout=10)
    connection.request("GET", path)
    response = connection.getresponse()
    body = response.read().decode()
    connection.close()
    return response.status, {name.lower(): value for name, value in response.getheaders()}, body


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/therapy/", "text/html; charset=utf-8"),
        ("/therapy/assets/a.mjs", "text/javascript; charset=utf-8"),
        ("/therapy/assets/a.wasm", "application/wasm"),
        ("/therapy/assets/a.zip", "application/zip"),
    ],
)
def test_files_come_with_their_type_and_the_policy(
    address: tuple[str, int], path: str, kind: str
) -> None:
    status, headers, _ = ask(address, path)

    assert (status, headers["content-type"]) == (200, kind)
    assert headers["content-security-policy"] == POLICY["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/", "/therapy"])
def test_the_root_leads_to_the_prefix(address: tuple[str, int], path: str) -> None:
    status, headers, _ = ask(address, path)

    assert (status, headers["location"]) == (302, "/therapy/")


@pytest.mark.parametrize("path", ["/therapy/no/", "/index.html", "/therapy/../secret"])
def test_what_is_not_there_is_the_sites_own_page(address: tuple[str, int], path: str) -> None:
    status, headers, body = ask(address, path)

    assert (status, body) == (404, "404.html")
    assert "content-security-policy" in headers


def test_a_taken_port_is_told_in_one_line(root: Path, address: tuple[str, int]) -> None:
    with pytest.raises(SystemExit, match=f"Port {address[1]} is in use. Name another one"):
        serve.server(root, *address, "/")


def test_the_prefix_is_a_folder_however_it_is_written() -> None:
    assert [serve.folder(each) for each in ("/", "", "therapy", "/therapy", "/a/b/")] == [
        "/",
        "/",
        "/therapy/",
        "/therapy/",
        "/a/b/",
    ]


class Builds:
    """Stands in for the build: counts, and fails if told so."""

    def __init__(self, status: int = 0) -> None:
        self.status, self.count, self.done = status, 0, threading.Event()

    def __call__(self, command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        """Count a build."""
        self.count += 1
        self.done.set()
        return subprocess.CompletedProcess(command, self.status)


def test_several_saves_at_once_are_one_rebuild(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builds = Builds()
    monkeypatch.setattr("subprocess.run", builds)
    rebuild = serve.Rebuild(tmp_path)
    for _ in range(5):
        rebuild.on_any_event(FileModifiedEvent("docs/index.md"))

    assert builds.done.wait(5)
    rebuild.join()
    assert builds.count == 1


def test_reading_a_file_rebuilds_nothing(tmp_path: Path) -> None:
    rebuild = serve.Rebuild(tmp_path)
    rebuild.on_any_event(FileOpenedEvent("docs/index.md"))
    rebuild.on_any_event(FileModifiedEvent("calculator/__pycache__/door.pyc"))

    assert rebuild.waiting is None


def test_a_failed_rebuild_says_that_the_last_good_site_stays_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("subprocess.run", Builds(status=1))
    serve.Rebuild(tmp_path).build()

    assert "The last good site stays up." in capsys.readouterr().out
