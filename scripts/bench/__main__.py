"""Measure, print each figure as its median with the count, and write build/bench.json."""

import argparse
import json
import platform
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import sync_playwright

from scripts import build
from scripts.bench import first_answer, in_python, recalculation, sides, tenfold, wire
from scripts.bench.figures import Figure
from scripts.bench.server import serving

ROOT = Path(__file__).resolve().parent.parent.parent
RESULT = "build/bench.json"


def machine() -> str:
    """Name the processor that this runs on, and how many of it there are."""
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text(encoding="utf-8").splitlines() if cpuinfo.is_file() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{len(names)} x {names[0]}" if names else platform.processor() or platform.machine()


def commit(root: Path) -> str:
    """Name the commit that is measured, marked where files differ from it."""
    said = subprocess.run(
        ["git", "describe", "--always", "--dirty", "--abbrev=40"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    return said.stdout.strip() or "none"


def measure(root: Path, runs: int, *, grown: bool) -> list[Figure]:
    """Measure everything, saying what is under way; `grown` adds ten times the codes."""
    say("packing the files")
    held = sides.load(root)
    with serving(root, held) as server, sync_playwright() as playwright:
        for side in held.values():
            for file in side.values():
                sides.packed(file, root)
        say("first answers")
        figures, stages = first_answer.measure(playwright.chromium, server, runs)
        print("\n".join(stages))
        figures += wire.measure(server)
        say("first answers at 20 Mbit/s")
        figures.append(first_answer.measure_slow(playwright.chromium, server, max(1, runs // 2)))
        say("recalculation")
        figures += recalculation.measure(playwright.chromium, server, root, max(1, runs // 2))
    say("visits in this Python")
    figures.append(in_python.visits_per_second(root, runs))
    say("builds of the site")
    figures.append(in_python.site_build(root, max(1, runs // 3)))
    if grown:
        say("a build of ten times the codes")
        figures.append(tenfold.site_build(root))
    return figures


def say(what: str) -> None:
    """Tell what is being measured."""
    print(f"{what} …", flush=True)


def main() -> None:
    """Build the site, measure, print and write."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="first answers of each kind")
    parser.add_argument("--tenfold", action="store_true", help="build ten times the codes, minutes")
    asked = parser.parse_args()
    build.build(ROOT)
    figures = measure(ROOT, asked.runs, grown=asked.tenfold)
    result = {
        "machine": machine(),
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": commit(ROOT),
        "figures": [figure.record() for figure in figures],
    }
    (ROOT / RESULT).write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(f"\n{result['machine']}, {result['date']}")
    print("\n".join(figure.line() for figure in figures))
    print(f"Written to {RESULT}.")


if __name__ == "__main__":
    main()
