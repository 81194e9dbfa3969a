"""The servers of the tests: nginx and Apache that are there, else Debian's, which stay stopped."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

NGINX = ("nginx",)
APACHE = ("apache2", "httpd")
MODULES = ("/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/lib/httpd/modules")
PLACES = f"{os.environ.get('PATH', '')}{os.pathsep}/usr/sbin{os.pathsep}/usr/local/sbin"
# apache2-bin is Apache without its service; nginx-light brings one, see `_stopped`.
DEBIAN = "apt-get update && apt-get install -y --no-install-recommends nginx-light apache2-bin"
FORBIDS_STARTING = Path("/usr/sbin/policy-rc.d")


@dataclass(frozen=True, slots=True)
class Servers:
    """The programs, and the folder of Apache's modules."""

    nginx: Path
    apache: Path
    modules: Path


def find() -> Servers | None:
    """Give both servers; None where one is missing."""
    nginx, apache = _first(NGINX), _first(APACHE)
    modules = next((Path(each) for each in MODULES if Path(each).is_dir()), None)
    return Servers(nginx, apache, modules) if nginx and apache and modules else None


def remedy() -> str:
    """Give the one command that brings them here."""
    return DEBIAN if os.geteuid() == 0 else f"sudo sh -c '{DEBIAN}'"


def install() -> Servers | None:
    """Bring Debian's, as root; None where they are not to be had."""
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        return None
    print(f"Servers for the tests: {DEBIAN}", flush=True)
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    with _stopped():
        subprocess.run(["sh", "-c", DEBIAN], check=False, env=quiet, stdout=subprocess.DEVNULL)
    return find()


def need() -> Servers:
    """Give both, brought where they are missing; the program ends where they are not to be had."""
    found = find() or install()
    if found is None:
        raise SystemExit(f"The tests need nginx and Apache. Mend it with: {remedy()}")
    return found


def _first(names: tuple[str, ...]) -> Path | None:
    found = (shutil.which(name, path=PLACES) for name in names)
    return next((Path(place) for place in found if place), None)


@contextmanager
def _stopped() -> Iterator[None]:
    """Keep Debian from starting what it installs: nobody here asked for a server on port 80."""
    if FORBIDS_STARTING.exists():
        yield
        return
    FORBIDS_STARTING.write_text("#!/bin/sh\nexit 101\n")
    FORBIDS_STARTING.chmod(0o755)
    try:
        yield
    finally:
        FORBIDS_STARTING.unlink()


if __name__ == "__main__":
    print(need())
