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
    """Modules that could not be imported, one answer for each visit and for each question."""

    failed: list[str]
    answers: list[str]
    others: list[str]


def run(
    root: Path,
    modules: Sequence[str] = (),
    visits: Sequence[str] = (),
    questions: Sequence[dict[str, str]] = (),
) -> Said:
    """Import modules by name, answer visits and questions, in the runtime below `root`.

    A question has the `module` and `name` of its door and the `file` of the door's tables.
    """
    said = subprocess.run(
        [node.find().node, DRIVER, root / RUNTIME, root / FIGURES],
        input=json.dumps({"modules": modules, "visits": visits, "questions": questions}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 0, said.stderr[-2000:]
    answer: Said = json.loads(said.stdout)
    return answer
