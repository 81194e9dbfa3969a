"""The doors beside visits: the worker's table and the build's are the same."""

import json
import re
from pathlib import Path

from scripts.runtime import doors

ROOT = Path(__file__).resolve().parents[3]
ENTRY = re.compile(
    r'(\w+): \{\s*module: "([\w.]+)",\s*name: "(\w+)",?(?:\s*file: "(.+?)",?)?'
    r"(?:\s*(?:judged|begins): true,?)?\s*\},"
)


def test_the_worker_knows_the_doors_that_the_build_writes() -> None:
    worker = (ROOT / "docs/assets/worker.js").read_text(encoding="utf-8")
    there = {module: (name, file) for _, module, name, file in ENTRY.findall(worker)}
    assert there == {door.module: (door.name, door.file) for door in doors.DOORS}
    protocol = (ROOT / "docs/assets/protocol.d.ts").read_text(encoding="utf-8")
    named = protocol.partition("export type DoorName =")[2].partition(";")[0]
    assert re.findall(r'"(\w+)"', named) == sorted(name for name, *_ in ENTRY.findall(worker))


def test_every_door_is_asked_in_the_build_and_its_file_is_one_object() -> None:
    for door in doors.DOORS:
        assert door.questions
        if door.write:
            assert isinstance(json.loads((ROOT / doors.FILES / door.file).read_text("utf-8")), dict)
