"""nginx and Apache under the configurations of the archive: the site driven through them."""

import http.client
import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, expect

from scripts import build, servers
from scripts.intranet import archive
from scripts.intranet.origin import origin
from scripts.runtime import edition
from scripts.runtime.responses import ASKED_AGAIN, FOR_EVER
from tests.conftest import Launch
from tests.site.calculator_page import is_answered

ROOT = Path(__file__).resolve().parents[2]
HOST = "therapy.example"
SITE = "/srv/therapy/site"
WAIT = 90_000  # milliseconds: every file of the site comes once
NGINX = """
daemon off; pid {run}/nginx.pid; error_log stderr warn;
events {{}}
http {{
    access_log off;
    client_body_temp_path {run}/a; proxy_temp_path {run}/b; fastcgi_temp_path {run}/c;
    uwsgi_temp_path {run}/d; scgi_temp_path {run}/e;
    {text}
}}
"""
NGINX_AROUND = "server {{ listen 80; {} }}"
APACHE = """
{modules}
ServerRoot {run}
PidFile {run}/apache.pid
ErrorLog {run}/apache.log
ServerName localhost
TypesConfig /dev/null
Listen 127.0.0.1:{port}
{text}
"""
MODULES = ("mpm_event", "authz_core", "unixd", "alias", "dir", "headers", "mime", "rewrite")
HTACCESS = """
DocumentRoot /srv/therapy/site
<Directory /srv/therapy/site>
AllowOverride All
Require all granted
</Directory>
"""


class Case(NamedTuple):
    """A server, a configuration, the folder it serves the site from."""

    server: str
    file: str
    prefix: str


CASES = (
    Case("nginx", "nginx/own-host.conf", "/"),
    Case("nginx", "nginx/in-folder.conf", "/therapy/"),
    Case("apache", "apache/own-host.conf", "/"),
    Case("apache", "apache/in-folder.conf", "/therapy/"),
    Case("apache", "apache/htaccess", "/"),
)


@pytest.fixture(scope="module")
def programs() -> servers.Servers:
    """Find nginx and Apache; the test fails where one is missing."""
    found = servers.find()
    if found is None:
        pytest.fail(f"nginx or Apache is missing. Mend it with: {servers.remedy()}", pytrace=False)
    return found


@pytest.fixture(scope="module")
def unpacked(site: Path) -> Iterator[Path]:
    """The archive as an administrator unpacks it, where servers may read it."""
    files = archive.contents(ROOT, site, ROOT / build.HEADERS, origin(ROOT), brotli_at=1)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        for name, content in files.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        yield Path(folder)


@pytest.fixture(scope="module")
def named(browser: Browser, launch: Launch) -> Iterator[Browser]:
    """A browser that finds the host name on this machine: no loopback, so no secure context."""
    args = [*launch["args"], f"--host-resolver-rules=MAP {HOST} 127.0.0.1"]
    started = browser.browser_type.launch(executable_path=launch["executable_path"], args=args)
    yield started
    started.close()


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def placed(text: str, port: int, unpacked: Path) -> str:
    """Change what is marked to be changed, as an administrator does."""
    for before, after in (
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("<VirtualHost *:80>", f"<VirtualHost 127.0.0.1:{port}>"),
        (SITE, str(unpacked / "site")),
    ):
        text = text.replace(before, after)
    return text


def command(
    case: Case, programs: servers.Servers, unpacked: Path, run: Path, port: int
) -> list[str]:
    """Lay out what surrounds the configuration, and give the command that starts the server."""
    text = (unpacked / "configurations" / case.file).read_text()
    if case.server == "nginx":
        text = text if case.prefix == "/" else NGINX_AROUND.format(text)
        (run / "nginx.conf").write_text(
            NGINX.format(run=run, text=placed(text, port, unpacked))
        )
        return [str(programs.nginx), "-p", str(run), "-e", "stderr", "-c", str(run / "nginx.conf")]
    if case.file.endswith("htaccess"):
        shutil.copy(unpacked / "configurations" / case.file, unpacked / "site/.htaccess")
        text = HTACCESS
    files = ((name, programs.modules / f"mod_{name}.so") for name in MODULES)
    modules = "\n".join(  # what is not there as a file is built in
        f"LoadModule {name}_module {file}" for name, file in files if file.is_file()
    )
    text = APACHE.format(
        run=run, port=port, modules=modules, text=placed(text, port, unpacked)
    )
    (run / "apache.conf").write_text(text)
    return [str(programs.apache), "-f", str(run / "apache.conf"), "-DFOREGROUND"]


@contextmanager
def serving(
    case: Case, programs: servers.Servers, unpacked: Path, run: Path, port: int
) -> Iterator[None]:
    """Run the server, as nobody where the tests run as root, until the block ends."""
    asked = command(case, programs, unpacked, run, port)
    run.chmod(0o777)  # noqa: S103  a folder of this test alone
    user = {"user": "nobody", "group": "nogroup", "extra_groups": []} if os.geteuid() == 0 else {}
    with (run / "said").open("w") as said:
        started = subprocess.Popen(asked, stdout=said, stderr=said, **user)  # type: ignore[call-overload]
        try:
            for _ in range(100):
                with socket.socket() as trying:
                    if trying.connect_ex(("127.0.0.1", port)) == 0:
                        break
                assert started.poll() is None, (run / "said").read_text()
                time.sleep(0.1)
            yield
        finally:
            started.terminate()
            started.wait()
            (unpacked / "site/.htaccess").unlink(missing_ok=True)


class Asked:
    """Asks the server for paths, in the name of the host."""

    def __init__(self, port: int, prefix: str) -> None:
        self.port, self.prefix = port, prefix

    def __call__(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Ask for a path below the site's root: status, headers, body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        sent = {"Host": HOST, **{name.replace("_", "-"): value for name, value in headers.items()}}
        connection.request("GET", self.prefix + path, headers=sent)
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response.status, {n.lower(): v for n, v in response.getheaders()}, body


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.file)
def test_the_site_works_under_the_configuration_of_the_archive(
    case: Case, programs: servers.Servers, unpacked: Path, named: Browser, site: Path
) -> None:
    assets = edition.folder(site)
    with tempfile.TemporaryDirectory() as run:
        port = free_port()
        with serving(case, programs, unpacked, Path(run), port):
            asked = Asked(port, case.prefix)
            headers_are_those_of_the_build(asked)
            files_come_packed(asked, assets, case)
            files_are_kept_as_long_as_they_may(asked, assets)
            folders_and_missing_pages_are_answered(asked, case, site)
            readers_are_answered(named, f"http://{HOST}:{port}{case.prefix}")


def headers_are_those_of_the_build(asked: Asked) -> None:
    sent = json.loads((ROOT / build.HEADERS).read_text())
    for path in ("", "no/such/page/"):
        _, headers, _ = asked(path)
        assert {name: headers.get(name.lower()) for name in sent} == sent


def files_come_packed(asked: Asked, assets: str, case: Case) -> None:
    wasm = f"{assets}runtime/pyodide.asm.wasm"
    _, plain, whole = asked(wasm)
    assert "content-encoding" not in plain
    for path, kind in ((wasm, "application/wasm"), ("codes/97530/", "text/html; charset=utf-8")):
        _, headers, body = asked(path, Accept_Encoding="gzip, deflate")
        assert headers["content-encoding"] == "gzip"
        assert headers["content-type"] == kind
        assert "accept-encoding" in headers["vary"].lower()
        assert len(body) < len(whole)
    if case.server == "apache":
        _, headers, _ = asked(wasm, Accept_Encoding="gzip, deflate, br")
        assert headers["content-encoding"] == "br"
        assert headers["content-type"] == "application/wasm"


def files_are_kept_as_long_as_they_may(asked: Asked, assets: str) -> None:
    _, page, _ = asked("codes/97530/")
    assert page["cache-control"] == ASKED_AGAIN
    status, _, _ = asked("codes/97530/", If_None_Match=page["etag"])
    assert status == 304
    _, program, _ = asked(f"{assets}calculator.js")
    assert program["cache-control"] == FOR_EVER
    _, missing, _ = asked("assets/0123456789ab/calculator.js")
    assert missing.get("cache-control") != FOR_EVER


def folders_and_missing_pages_are_answered(asked: Asked, case: Case, site: Path) -> None:
    status, headers, _ = asked("codes")
    assert status == 301
    assert headers["location"].endswith(f"{case.prefix}codes/")
    status, headers, body = asked("codes/no/such/page/")
    assert status == 404
    assert body == (site / "404.html").read_bytes()
    assert headers["content-type"].startswith("text/html")


def readers_are_answered(named: Browser, root: str) -> None:
    context = named.new_context()
    page = context.new_page()
    page.goto(f"{root}calculator/")
    is_answered(page)
    page.goto(f"{root}no/such/page/")
    page.get_by_role("navigation", name="The site").get_by_role("link", name="Codes").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Codes")
    page.goto(f"{root}about/self-test/")
    expect(page.locator(".self-test [role=status]")).to_contain_text("Tested: ", timeout=WAIT)
    not_passed = page.locator('.self-test li:not([data-state="passes"])')
    assert not_passed.all_inner_texts() == []
    context.close()
