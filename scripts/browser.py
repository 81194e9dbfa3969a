"""The browser of the tests: a Chromium that is there, else Debian's, else Playwright's own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DEBIAN = "apt-get update && apt-get install -y --no-install-recommends chromium"
DOWNLOAD = (sys.executable, "-m", "playwright", "install", "chromium")


def starts(browser: Path) -> bool:
    """Tell whether this program runs: some systems have one that only says where to get it."""
    try:
        ran = subprocess.run([browser, "--version"], check=False, capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return ran.returncode == 0


def playwrights_own() -> Path:
    """Say where Playwright would put the Chromium that it downloads."""
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def find() -> Path | None:
    """Give the first Chromium there is; None where there is none."""
    for name in NAMES:
        place = shutil.which(name)
        if place and starts(Path(place)):
            return Path(place)
    own = playwrights_own()
    return own if starts(own) else None


def remedy() -> str:
    """Give the one command that brings a browser here."""
    if shutil.which("apt-get") is None:
        return f"{os.path.relpath(DOWNLOAD[0])} {' '.join(DOWNLOAD[1:])}"
    return DEBIAN if os.geteuid() == 0 else f"sudo sh -c '{DEBIAN}'"


def install() -> Path | None:
    """Bring a browser: Debian's as root, else Playwright's; None where neither is to be had."""
    ways: list[tuple[str, ...]] = [DOWNLOAD]
    if shutil.which("apt-get") and os.geteuid() == 0:
        ways.insert(0, ("sh", "-c", DEBIAN))
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for way in ways:
        print(f"Browser for the tests: {' '.join(way)}", flush=True)
        subprocess.run(way, check=False, env=quiet, stdout=subprocess.DEVNULL)
        found = find()
        if found:
            return found
    return None


def need() -> Path:
    """Give a browser, brought where there is none; the program ends where none is to be had."""
    found = find() or install()
    if found is None:
        raise SystemExit(f"The tests need a Chromium, and none is here. Mend it with: {remedy()}")
    return found


if __name__ == "__main__":
    print(need())
