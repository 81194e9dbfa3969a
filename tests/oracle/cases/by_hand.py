"""Cases worked by hand, read from worked_by_hand/<rule>.yaml."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from tests.oracle.cases.case import JSON, PLAIN, Because, Case
from tests.oracle.cases.shorthand import lines, services

FOLDER = Path(__file__).parent / "worked_by_hand"
AS_WRITTEN = ("allocations", "allowed", "net", "problems")
DEFAULT_ROWS = "97530 15"


def read(rule: str) -> tuple[str, list[Case]]:
    """Read a rule's file: its title and its cases."""
    held = yaml.safe_load((FOLDER / f"{rule}.yaml").read_text(encoding="utf-8"))
    return held["title"], [_case(held, each) for each in held["cases"]]


def _case(held: JSON, row: JSON) -> Case:
    because: JSON = row.get("because") or held["because"]
    return Case(
        name=row["name"],
        because=Because(tuple(because["sources"]), because.get("standing", "derived")),
        worked="by hand",
        asked=_asked(held, row),
        expect={"ok": "problems" not in row, **dict(_expected(row))},
    )


def _asked(held: JSON, row: JSON) -> JSON:
    if "text" in row:
        return {"text": row["text"]}
    rows = row.get("rows", services(row.get("services", DEFAULT_ROWS)))
    visit = {**PLAIN, "services": rows, **held.get("with", {}), **row.get("with", {})}
    visit.pop(row.get("without"), None)
    return {"input": visit}


def _expected(row: JSON) -> Iterator[tuple[str, Any]]:
    if "lines" in row:
        yield "lines", lines(row["lines"])
    if "alternatives" in row:
        yield "alternatives", [lines(each) for each in row["alternatives"]]
    for part in AS_WRITTEN:
        if part in row:
            yield part, row[part]
