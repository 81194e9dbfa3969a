"""The doors beside the first: each a function of the calculator, some with a file for the browser.

docs/assets/worker.js has the same table, and fetches a file only at the first question.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from calculator.entry.visit_columns import KEYS, template
from scripts.content.library import Library
from scripts.runtime import edits_json, names_json, pcs_json

FILES = Path("build/doors")
FIGURES = "reference.json"  # stands beside the doors’ files where the browser fetches them


@dataclass(frozen=True, slots=True)
class Door:
    """`name` in `module` answers questions from what `module.load` makes of `file`.

    `write` makes the file's text of the Library. A door without a file answers from the figures
    that visits are answered from; one that names reference.json reads its text anew, for a digest.
    The build asks `questions`, so that the browser's Python has whatever they take, and an error
    shows in the build before anybody meets it.
    """

    module: str
    name: str
    questions: tuple[str, ...]
    file: str = ""
    write: Callable[[Library], str] | None = None


# A visit as the build asks about it at the doors that take one.
VISIT = {
    "date": "2026-03-02",
    "discipline": "PT",
    "method": "cms",
    "locality": "01112-65",
    "qualifying_apm": False,
    "threshold_used": "0.00",
    "deductible_remaining": "0.00",
    "services": [{"code": "97530", "minutes": 38}, {"code": "97161", "minutes": 20}],
}
RUNNING = ("threshold_used", "deductible_remaining")
RECEIVED = {key: value for key, value in VISIT.items() if key not in RUNNING}
YEAR = {
    "year": 2026,
    "threshold_used": {"PT with SLP": "2400.00", "OT": "0.00"},
    "deductible_remaining": "10.00",
}
RECEIPT = {
    "receipt": "receipt-1",
    "visit": VISIT,
    "answer": {"sentence": "Another one.", "lines": [{"units": 9}]},
    "worked_out_with": {"rules": {"form": "source"}},
    "clock": None,
    "sha256": "",
}
BILLED = {"code": "97530", "units": 4, "modifiers": ["GP", "CQ"]}
# A file of visits: every column at its place, and a row that is refused.
MAPPED = {"columns": {key: place for place, key in enumerate(KEYS)}, "for_all": {}}
MORE = "V3,2026-02-30,PT,cms,national,97530,x\r\n"

DOORS: tuple[Door, ...] = (
    Door(
        module="calculator.audit_door",
        name="audit",
        questions=(json.dumps({"visit": VISIT, "billed": [BILLED]}), "{}"),
    ),
    Door(
        module="calculator.compare_door",
        name="compare",
        questions=(json.dumps({"visit": VISIT, "dates": ["2025-03-03", "2026-03-02"]}), "{}"),
    ),
    Door(
        module="calculator.many_door",
        name="many_visits",
        questions=(
            json.dumps({"look": template(), "first": True, "last": True}),
            json.dumps({"answer": template() + MORE, "first": True, "last": True, **MAPPED}),
            json.dumps({"look": 'visit\n"', "first": True, "last": True}),
            "{}",
        ),
    ),
    Door(
        module="calculator.one_line_door",
        name="read",
        file="names.json",
        write=names_json.text,
        questions=(
            json.dumps({"line": "97530 38 97110 22 97140x8 PT 3/2/26 San Jose PTA:97110=22 97350"}),
            json.dumps({"visit": VISIT}),
            json.dumps({"pasted": "Code\tMinutes\n97530\t38\n97110, 22 min by the PTA"}),
            "{}",
        ),
    ),
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
        module="calculator.pcs_door",
        name="breakdown",
        file="pcs.json",
        write=pcs_json.text,
        questions=(
            '{"code": "F07L0ZZ", "date": "2026-04-01"}',
            '{"code": "F06L0ZZ", "date": "2026-03-31"}',
            '{"code": "F0 7?", "date": "2026-09-30"}',
            '{"code": "F07L0ZZZ", "date": "2026-02-30"}',
            '{"code": 1.5}',
            "[",
        ),
    ),
    Door(
        module="calculator.receipt_door",
        name="verify",
        file=FIGURES,
        questions=(json.dumps({"receipt": json.dumps(RECEIPT)}), '{"receipt":"{}"}', "{}"),
    ),
    Door(
        module="calculator.sequence_door",
        name="sequence",
        questions=(json.dumps({"visits": [RECEIVED, RECEIVED], "years": [YEAR]}), "{}"),
    ),
    Door(
        module="calculator.take_away_door",
        name="take_away",
        file=FIGURES,
        questions=(json.dumps({"visit": VISIT, "clock": "2026-03-02T10:42:07+01:00"}), "{}"),
    ),
)


def write(library: Library, folder: Path) -> None:
    """Write every door's file into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for door in DOORS:
        if door.write:
            (folder / door.file).write_text(door.write(library), encoding="utf-8")
