"""First and last days of diagnoses, where two releases that meet differ: then the day is known."""

import csv
import io
import re
from datetime import timedelta

from scripts.importers.edits import Edits
from scripts.importers.timeline import Span

DAY = timedelta(days=1)


def put(edits: Edits, before: Span, after: Span, source: str) -> None:
    """Write into diagnoses/<code>.yaml on which day it began or ended, unless a day is there."""
    if before.end + DAY != after.start:
        return
    old, new = _billable(edits, before.path), _billable(edits, after.path)
    for code in sorted(set(old) & set(new)):
        if old[code] == new[code]:
            continue
        name, day = ("ends", before.end) if old[code] else ("begins", after.start)
        file = f"diagnoses/{code}.yaml"
        text = edits.text(file)
        if text is None or re.search(rf"^{name}:", text, re.MULTILINE):
            continue
        line = f"{name}: {{day: {day}, standing: official, sources: [{source}]}}\n"
        first, _, rest = text.partition("\n")
        edits.put(file, f"{first}\n{line}{rest}")


def _billable(edits: Edits, path: str) -> dict[str, bool]:
    rows = csv.DictReader(io.StringIO(edits.text(f"{path}.csv") or "", newline=""))
    return {row["code"]: row["billable"] == "yes" for row in rows}
