"""Solve requirements/*.in and package.json anew into locks that name no host."""

import subprocess
import sys
from pathlib import Path

from scripts import node

ROOT = Path(__file__).resolve().parent.parent
# The oldest Python each lock is for: markers then part what differs from there on.
LOCKS = {
    "project": "3.11.0",
    "calculator-tests": "3.11.0",
    "mutation": "3.11.0",
    "node": "3.11.0",
    "pyodide-build": "3.12.0",
    "zensical": "3.11.0",
}


def solve(name: str, python: str, further: list[str]) -> list[str]:
    """Give the command that solves requirements/<name>.in for this Python and all later ones."""
    return [
        *(sys.executable, "-m", "uv", "pip", "compile", "--quiet"),
        *("--universal", "--python-version", python, "--generate-hashes"),
        *("--no-emit-index-url", "--no-emit-find-links"),
        *("--custom-compile-command", "make lock", *further),
        *("--output-file", f"requirements/{name}.txt", f"requirements/{name}.in"),
    ]


def main() -> None:
    """Solve each lock; further arguments go to the solver of the Python packages."""
    for name, python in LOCKS.items():
        print(f"requirements/{name}.txt", flush=True)
        subprocess.run(solve(name, python, sys.argv[1:]), cwd=ROOT, check=True)
    print("package-lock.json", flush=True)
    npm = [*node.find().npm, "install", "--package-lock-only", "--ignore-scripts"]
    subprocess.run(npm, cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
