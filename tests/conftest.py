"""What tests of every room may ask for: the built site and a real Chromium."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

import hypothesis
import pytest
from hypothesis.configuration import set_hypothesis_home_dir
from playwright.sync_api import Browser, expect, sync_playwright

from scripts import browser as chromium, build, stages

ROOT = Path(__file__).resolve().parent.parent
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)

# Times differ from machine to machine; a slow one is no wrong one.
hypothesis.settings.register_profile("house", hypothesis.settings.default, deadline=None)
hypothesis.settings.load_profile("house")
expect.set_options(timeout=30_000)  # milliseconds
set_hypothesis_home_dir(ROOT / "build/cache/hypothesis")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the random visits be as many as one has time for."""
    says = "random visits that calculator and second implementation both answer (5000)"
    parser.addoption("--visits", type=int, default=5000, metavar="N", help=says)


class Launch(TypedDict):
    """How Chromium is started: for `playwright.chromium.launch(**launch)`, with args to add to."""

    executable_path: Path
    args: list[str]


@pytest.fixture(scope="session")
def launch() -> Launch:
    """Find the Chromium and say how it starts; the test fails where there is none."""
    found = chromium.find()
    if found is None:
        pytest.fail(f"No Chromium here. Mend it with: {chromium.remedy()}", pytrace=False)
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {"executable_path": found, "args": [*QUIET, *sandbox]}


@pytest.fixture(scope="session")
def browser(launch: Launch) -> Iterator[Browser]:
    """Start one Chromium for the whole run; each test opens a context of its own in it."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(**launch)
        yield started
        started.close()


@pytest.fixture(scope="session")
def site() -> Path:
    """Give the folder of the built site; the test fails where it is not there or out of date."""
    for stage in build.STAGES:
        stamp = ROOT / stages.STAMPS / stage.name
        made = all((ROOT / place).exists() for place in stage.writes) and stamp.is_file()
        if not made or stamp.read_text() != stages.digest(ROOT, stage.reads):
            says = f"site/ is out of date ({stage.name}). Mend it with: make build"
            pytest.fail(says, pytrace=False)
    return ROOT / build.SITE
