"""The search for a browser, with programs that only pretend to be one."""

import subprocess
from pathlib import Path

import pytest

from scripts import browser


def pretend(folder: Path, name: str, code: int = 0) -> Path:
    """Make a program of this name that ends with this code."""
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / name
    made.write_text(f"#!/bin/sh\nexit {code}\n")
    made.chmod(0o755)
    return made


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the only folder on the path of a machine without a browser."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(browser, "playwrights_own", lambda: tmp_path / "own/chrome")
    return tmp_path / "bin"


@pytest.fixture
def as_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be root, whoever runs the tests."""
    monkeypatch.setattr("os.geteuid", lambda: 0)


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Note each command instead of running it; what looks for a version still runs."""
    commands: list[tuple[str, ...]] = []
    really = subprocess.run

    def note(command: list[str], **how: object) -> object:
        if command[-1] == "--version":
            return really(command, **how)  # type: ignore[call-overload]
        commands.append(tuple(command))
        return None

    monkeypatch.setattr("subprocess.run", note)
    return commands


def test_debians_name_comes_before_the_others(machine: Path) -> None:
    pretend(machine, "google-chrome")
    assert browser.find() == machine / "google-chrome"
    pretend(machine, "chromium-browser")
    assert browser.find() == machine / "chromium-browser"
    pretend(machine, "chromium")
    assert browser.find() == machine / "chromium"


def test_a_program_that_does_not_start_is_passed_over(machine: Path) -> None:
    pretend(machine, "chromium", code=1)
    pretend(machine, "google-chrome")
    assert browser.find() == machine / "google-chrome"


def test_playwrights_own_comes_last(machine: Path, tmp_path: Path) -> None:
    own = pretend(tmp_path / "own", "chrome")
    assert browser.find() == own
    pretend(machine, "google-chrome")
    assert browser.find() == machine / "google-chrome"


@pytest.mark.usefixtures("machine")
def test_no_browser_is_none() -> None:
    assert browser.find() is None


@pytest.mark.usefixtures("as_root")
def test_root_tries_debian_then_playwright_then_gives_up_with_the_remedy(
    machine: Path, tried: list[tuple[str, ...]]
) -> None:
    pretend(machine, "apt-get")
    with pytest.raises(SystemExit, match="apt-get install -y --no-install-recommends chromium"):
        browser.need()
    assert tried == [("sh", "-c", browser.DEBIAN), browser.DOWNLOAD]


@pytest.mark.usefixtures("machine")
def test_without_apt_only_playwright_is_tried_and_named(tried: list[tuple[str, ...]]) -> None:
    with pytest.raises(SystemExit, match="playwright install chromium"):
        browser.need()
    assert tried == [browser.DOWNLOAD]


def test_who_is_not_root_is_told_to_use_sudo(
    machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(machine, "apt-get")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert browser.remedy() == f"sudo sh -c '{browser.DEBIAN}'"


def test_nothing_is_installed_where_a_browser_is(
    machine: Path, tried: list[tuple[str, ...]]
) -> None:
    there = pretend(machine, "chromium")
    assert browser.need() == there
    assert tried == []
