"""Rates outside the browser: visits in the Python that runs this, and the build of the site."""

import json
import random
import shutil
import time
from pathlib import Path

from calculator import door
from calculator.reference import bundle
from scripts import build, stages
from scripts.bench.figures import Figure

VISITS = 500
SEED = 97530


def visits(root: Path) -> list[str]:
    """Make the same visits every time: one to six services, both methods, every locality."""
    record = json.loads((root / "build/reference.json").read_text(encoding="utf-8"))
    codes = [code["code"] for code in record["codes"] if code["timing"] == "quarter_hour"]
    localities = ["national", *(place["key"] for place in record["localities"])]
    draw = random.Random(SEED)  # noqa: S311  no secret
    return [visit(draw, codes, localities) for _ in range(VISITS)]


def visit(draw: random.Random, codes: list[str], localities: list[str]) -> str:
    """Make one visit as JSON."""
    services = draw.sample(codes, draw.randint(1, 6))
    record = {
        "date": f"{draw.choice((2025, 2026))}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}",
        "discipline": draw.choice(("PT", "OT")),
        "method": draw.choice(("cms", "midpoint")),
        "locality": draw.choice(localities),
        "qualifying_apm": draw.choice((True, False)),
        "threshold_used": "0.00",
        "deductible_remaining": f"{draw.randint(0, 100)}.00",
        "services": [{"code": code, "minutes": draw.randint(1, 60)} for code in services],
    }
    return json.dumps(record)


def visits_per_second(root: Path, runs: int) -> Figure:
    """Answer the visits, page and all, in this Python."""
    reference = bundle.load((root / "build/reference.json").read_text(encoding="utf-8"))
    asked = visits(root)
    rates = []
    for _ in range(runs):
        begun = time.perf_counter()
        for each in asked:
            door.evaluate(each, reference, "../")
        rates.append(len(asked) / (time.perf_counter() - begun))
    return Figure("visits_per_second", "visits/s", rates)


def site_build(root: Path, runs: int) -> Figure:
    """Build the whole site anew."""
    times = []
    for _ in range(runs):
        shutil.rmtree(root / stages.STAMPS)
        begun = time.perf_counter()
        build.build(root)
        times.append(time.perf_counter() - begun)
    return Figure("site_build", "s", times)
