"""The site renewed in place while a reader has a page of the old edition open."""

import functools
import json
import shutil
import threading
from pathlib import Path
from typing import ClassVar

from playwright.sync_api import Browser, expect

from scripts import serve
from scripts.runtime import edition
from tests.site.calculator_page import is_answered

NEW = "0123456789ab"


class Noting(serve.Site):
    """The site's server, which notes what was asked for."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:  # noqa: N802  as in the standard library
        """Serve as ever."""
        self.asked.append(self.path)
        super().do_GET()


def renewed(site: Path, to: Path) -> Path:
    """Make a next edition, of which the old one's program can read neither figures nor tables."""
    shutil.copytree(site, to)
    old = edition.folder(site)
    folder = f"assets/{NEW}/"
    (to / old).rename(to / folder)
    for page in to.rglob("*.html"):
        page.write_text(page.read_text(encoding="utf-8").replace(old, folder), encoding="utf-8")
    (to / edition.MARK).write_text(json.dumps({"edition": NEW}))
    for name in ("reference.json", "edits.json", "worker.js"):
        (to / folder / name).write_text("{}")
    return to


def test_an_open_page_goes_on_answering_while_the_next_edition_is_copied_over_it(
    site: Path, browser: Browser, tmp_path: Path
) -> None:
    up, new = tmp_path / "site", renewed(site, tmp_path / "new")
    shutil.copytree(site, up)
    (tmp_path / "build").mkdir()
    handler = functools.partial(Noting, root=tmp_path, prefix="/therapy/")
    server = serve.Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context()
    page = context.new_page()
    root = f"http://127.0.0.1:{server.server_address[1]}/therapy/"
    page.goto(f"{root}exclusions/")
    expect(page.get_by_role("combobox", name="First code")).to_be_visible()

    shutil.copytree(new / "assets", up / "assets", dirs_exist_ok=True)  # assets first, pages last
    between = context.new_page()
    between.goto(f"{root}calculator/")
    is_answered(between)
    shutil.copytree(new, up, dirs_exist_ok=True)

    # The tables of edits are asked for only now.
    Noting.asked.clear()
    page.get_by_role("combobox", name="First code").fill("97161")
    page.get_by_role("combobox", name="Second code").fill("97164")
    page.keyboard.press("Tab")
    expect(page.locator("#pair-answer")).to_contain_text("No. Indicator 0")
    assert f"/therapy/{edition.folder(site)}edits.json" in Noting.asked
    assert not any(NEW in path for path in Noting.asked)
    assert NEW in page.request.get(f"{root}exclusions/").text()
    context.close()
    server.shutdown()
    server.server_close()
