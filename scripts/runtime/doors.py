"""The doors beside visits: each a file for the browser, and a function of the calculator.

docs/assets/worker.js has the same table, and fetches a file only at the first question.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from scripts.content.library import Library
from scripts.runtime import edits_json, pcs_json

FILES = Path("build/doors")


@dataclass(frozen=True, slots=True)
class Door:
    """`name` in `module` answers questions from what `module.load` makes of `file`.

    `write` makes the file's text of the Library. The build asks `questions`, so that the browser's
    Python has whatever they take, and an error shows in the build before anybody meets it.
    """

    module: str
    name: str
    file: str
    write: Callable[[Library], str]
    questions: tuple[str, ...]


DOORS: tuple[Door, ...] = (
    Door(
        module="calculator.pair_door",
        name="check",
        file="edits.json",
        write=edits_json.text,
        questions=(
            '{"first":"97530","second":"97150","setting":"hospital","date":"2026-11-03"}',
            '{"first":"97530","second":"97530","setting":"practitioner","date":"2026-03-02"}',
            '{"first":97530,"setting":"clinic","date":"2026-02-30"}',
            "NaN",
        ),
    ),
    Door(
        "calculator.pcs_door",
        "breakdown",
        "pcs.json",
        pcs_json.text,
        (
            '{"code": "F07L0ZZ", "date": "2026-04-01"}',
            '{"code": "F06L0ZZ", "date": "2026-03-31"}',
            '{"code": "F0 7?", "date": "2026-09-30"}',
            '{"code": "F07L0ZZZ", "date": "2026-02-30"}',
            '{"code": 1.5}',
            "[",
        ),
    ),
)


def write(library: Library, folder: Path) -> None:
    """Write every door's file into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for door in DOORS:
        (folder / door.file).write_text(door.write(library), encoding="utf-8")
