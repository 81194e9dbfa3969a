"""Put every file into the house's form, and mend what needs no decision."""

import subprocess
import sys
from pathlib import Path

from scripts import node

ROOT = Path(__file__).resolve().parent.parent
BIOME = "node_modules/@biomejs/biome/bin/biome"


def main() -> None:
    """Run the formatters one after another; end as the worst of them ended."""
    python = sys.executable
    programs = (
        [python, "-m", "ruff", "check", "--fix", "--quiet", "."],
        [python, "-m", "ruff", "format", "."],
        [node.find().node, BIOME, "check", "--write"],
    )
    raise SystemExit(max(subprocess.call(program, cwd=ROOT) for program in programs))


if __name__ == "__main__":
    main()
