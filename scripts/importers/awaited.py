"""content/awaited.yaml after an import: what came goes, and what is still to come follows it."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from scripts.content import yaml_file
from scripts.importers.edits import Edits

FILE = "awaited.yaml"
DAY = timedelta(days=1)
Days = Mapping[str, tuple[date, date]]  # first and last day by name: rvu/rvu26c, figures/deductible


def update(edits: Edits, after: Days, series: Mapping[str, list[str]]) -> None:
    """Bring the file in line; `series` are the names that stand for one another, by each name."""
    text = edits.text(FILE)
    if text is None:
        return
    document = yaml_file.parse(FILE, text)
    entries = document.value["awaited"] if isinstance(document.value, dict) else ()
    if not isinstance(entries, tuple):
        return
    lines = text.splitlines(keepends=True)
    starts = [document.line(f"awaited[{place}]") - 1 for place in range(len(entries))]
    blocks = [
        "".join(lines[start:end])
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)
    ]
    kept = []
    for entry, block in zip(entries, blocks, strict=True):
        if isinstance(entry, dict):
            kept.append(_block(entry, block, after, series))
    if any(kept):  # content/ has to await something
        edits.put(FILE, "".join(lines[: starts[0]]) + "".join(kept))


def _block(
    entry: Mapping[str, object], block: str, after: Days, series: Mapping[str, list[str]]
) -> str:
    """Give an entry's text, with what it follows now; nothing where all of it has come."""
    due, follows = entry["needed_from"], entry.get("follows", ())
    if not isinstance(due, date) or not isinstance(follows, tuple):
        return block
    if not follows:
        came = {name.rpartition("/")[2] for name in after}
        return "" if entry["key"] in came else block
    names = [_followed(str(name), due, after, series) for name in follows]
    now = list(dict.fromkeys(name for name in names if name))
    if now == list(follows):
        return block
    listed = f"follows: [{', '.join(now)}]"
    return re.sub(r"follows: \[[^\]]*\]", listed, block, count=1) if now else ""


def _followed(name: str, due: date, after: Days, series: Mapping[str, list[str]]) -> str | None:
    """Name what is followed now: the one that ends on the day before, none where it has come."""
    mine = series.get(name, [name])
    if any(after[each][0] <= due <= after[each][1] for each in mine if each in after):
        return None
    ending = [each for each in mine if each in after and after[each][1] + DAY == due]
    return ending[-1] if ending else name
