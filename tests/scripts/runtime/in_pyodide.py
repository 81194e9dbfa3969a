"""The site's trimmed Python, run in Node as the worker runs it in the page."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

from scripts import node

RUNTIME, FIGURES = Path("build/runtime"), Path("build/reference.json")
DRIVER = Path(__file__).with_suffix(".mjs")


class Said(TypedDict):
    """Modules that could not be imported, and one answer for each visit."""

    failed: list[str]
    answers: list[str]


def run(root: Path, modules: Sequence[str] = (), visits: Sequence[str] = ()) -> Said:
    """Import modules by name and answer visits, in the runtime below `root`."""
    said = subprocess.run(
        [node.find().node, DRIVER, root / RUNTIME, root / FIGURES],
        input=json.dumps({"modules": modules, "visits": visits}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 0, said.stderr[-2000:]
    answer: Said = json.loads(said.stdout)
    return answer
