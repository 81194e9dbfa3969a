"""Make .venv and node_modules as the locks say.

Runs on a bare Python 3.11 or later and imports nothing that has to be installed. What a stage
was made from is kept as a digest in .venv/made/, so a second run finds nothing to do.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from scripts import node

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
PIP = ("-m", "pip", "--disable-pip-version-check", "--no-input")
LOCKED = ("install", "--require-hashes", "--only-binary", ":all:", "-r")


def digest(files: Iterable[Path], *facts: str) -> str:
    """Name what a stage is made from: these files and these further facts."""
    whole = hashlib.sha256()
    for file in files:
        whole.update(file.read_bytes())
    for fact in facts:
        whole.update(b"\0" + fact.encode())
    return whole.hexdigest()


def stage(root: Path, name: str, made_from: str, work: Callable[[], None]) -> None:
    """Do this work, unless what it made is there and was made from the same."""
    stamp = root / ".venv/made" / name
    if stamp.is_file() and stamp.read_text() == made_from:
        return
    print(f"{name}: ...", flush=True)
    begun = time.monotonic()
    work()
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(made_from)
    print(f"{name}: done in {time.monotonic() - begun:.0f} s", flush=True)


def run(command: list[str], mark: str, whole: int, cwd: Path) -> None:
    """Run this, counting the lines that begin with the mark; show all it said where it fails."""
    said, seen = [], 0
    with subprocess.Popen(
        command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as program:
        for line in program.stdout or ():
            said.append(line)
            seen += line.startswith(mark)
            if sys.stdout.isatty() and seen:
                print(f"\r  {min(seen, whole)} of {whole}", end="", flush=True)
    if sys.stdout.isatty() and seen:
        print("\r", end="")
    if program.returncode:
        failed = f"This failed: {' '.join(command)}"
        raise SystemExit(f"{''.join(said)}\n{failed}\nTry again with: make setup")


def pinned(lock: Path) -> int:
    """Count the packages of a lock."""
    return sum("==" in line for line in lock.read_text().splitlines())


def need_venv() -> None:
    """See to it that environments can be made: Debian keeps a part of Python apart for that."""
    if importlib.util.find_spec("ensurepip") is not None:
        return
    package = f"python3.{sys.version_info.minor}-venv"
    install = f"apt-get update && apt-get install -y {package}"
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        raise SystemExit(f"Python lacks its venv. Mend it with: sudo sh -c '{install}'")
    print(f"  Debian's {package} is missing here, installing it", flush=True)
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    if subprocess.call(["sh", "-c", install], env=quiet, stdout=subprocess.DEVNULL):
        raise SystemExit(f"{package} could not be installed. Mend it with: {install}")


def make_python(root: Path) -> None:
    """Make .venv anew, with the packages of requirements/project.txt and no other."""
    if (root / ".venv").is_symlink():
        raise SystemExit(".venv is a link: making it anew would empty what it leads to. Remove it.")
    need_venv()
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(root / ".venv")], check=True)
    install(root, root / "requirements/project.txt")


def install(root: Path, lock: Path) -> None:
    """Install a lock into .venv, each file held against its hash."""
    command = [str(root / ".venv/bin/python"), *PIP, *LOCKED, str(lock)]
    run(command, "Collecting ", pinned(lock), root)


def make_node(root: Path) -> None:
    """Make node_modules as package-lock.json says, with the machine's Node or the wheel's."""
    found = node.of_machine()
    if found is None:
        print(f"  no Node {node.OLDEST} here, installing the one of requirements/node.txt")
        install(root, root / "requirements/node.txt")
        found = node.find(root)
    run([*found.npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], "\0", 0, root)


def node_at_hand() -> str:
    """Name the machine's Node, so that a new or a lost one is seen without running it."""
    place = shutil.which("node")
    return f"{place} {Path(place).stat().st_mtime_ns}" if place else "none"


def main(root: Path = ROOT) -> None:
    """Bring .venv and node_modules in line with the locks."""
    if sys.version_info < OLDEST:
        raise SystemExit("Python 3.11 or later is needed. Name one: make PYTHON=python3.12")
    python_from = digest([root / "requirements/project.txt"], sys.version, str(root))
    stage(root, "Python packages", python_from, lambda: make_python(root))
    if not (root / "node_modules").is_dir():
        (root / ".venv/made/Node packages").unlink(missing_ok=True)
    locks = [root / "package-lock.json", root / "requirements/node.txt"]
    stage(root, "Node packages", digest(locks, node_at_hand()), lambda: make_node(root))


if __name__ == "__main__":
    main()
