"""What was read, put into content/ in its own form: tables, their days, sources, figures."""

import csv
import io
import re
from datetime import date
from itertools import pairwise
from pathlib import Path

from pydantic import BaseModel, Field

from scripts.content import yaml_file
from scripts.content.model import FigureFile, FigurePeriod
from scripts.importers import awaited, diagnosis_edges, figure_files, quarters, timeline, yaml_text
from scripts.importers.edits import Edits
from scripts.importers.imported import Imported, Source, Table
from scripts.importers.timeline import Span
from scripts.importers.yaml_text import Folded

NOTE = re.compile(r"^note:.*?(?=^\S|\Z)", re.MULTILINE | re.DOTALL)
PART = re.compile(r"^part:.*\n", re.MULTILINE)
FOLDERS = ("", "gpci", "hcc", "hcc_factors", "icd10cm", "mue", "pcs", "pcs/tables", "ptp", "rvu")
BY_NAME = ("ptp", "hcc")  # folders that hold several series: by setting, by model
ALONE = ("pcs",)  # folders whose tables answer side by side


class ReleaseDays(BaseModel):
    """Of the YAML beside a table: its release and its days."""

    release: str
    start: date = Field(alias="from")
    end: date = Field(alias="to")


def write(imported: Imported, content: Path) -> tuple[Path, ...]:
    """Write what was read into `content`; gives the files that changed, in order."""
    edits = Edits(content)
    for table in imported.tables:
        _table(edits, table)
        for source in table.sources:
            put_source(edits, source)
    for figure in imported.figures:
        period = FigurePeriod.model_validate(
            {
                "from": figure.period.start,
                "to": figure.period.end,
                "value": figure.value,
                "release": figure.release,
                "standing": figure.standing,
                "sources": (figure.source.key,),
            }
        )
        figure_files.put(edits, figure.key, period)
        put_source(edits, figure.source)
    awaited.update(edits, _days(edits), _all_series(edits))
    return edits.swap()


def put_source(edits: Edits, source: Source) -> None:
    """Add sources/<key>.yaml, unless it is there: then it was said before where and when."""
    file = f"sources/{source.key}.yaml"
    if edits.text(file) is not None:
        return
    seen: dict[str, yaml_text.Value] = {"at": source.at, "date": source.seen}
    seen["extent"] = source.extent
    record: dict[str, yaml_text.Value] = {"title": source.title, "standing": source.standing}
    record["seen"] = seen
    if source.says:
        record["says"] = source.says
    edits.put(file, yaml_text.fields(record))


def _table(edits: Edits, table: Table) -> None:
    path, period = table.path, table.period
    span = Span(path, table.release, period.start, period.start, period.end)
    if path.split("/")[0] in ALONE:
        spans = [span]
    else:
        spans = timeline.cut(_spans(edits, path), span, fills_year=table.fills_year)
    for each in spans:
        if each.path != path:
            _recut(edits, each)
            if path.startswith("ptp/") and each.start < span.start:
                # A table said that it is the last seen for what only a part of a newer one has.
                edits.put(f"{each.path}.yaml", PART.sub("", edits.text(f"{each.path}.yaml") or ""))
    mine = next(each for each in spans if each.path == path)
    record = {"release": table.release, **table.before, "standing": table.standing}
    record |= {"sources": table.cites, "from": mine.start, "to": mine.end, **table.after}
    said = timeline.note(mine) if path.startswith("rvu/") else None
    if said:
        record["note"] = Folded(said)
    file, text = f"{path}.yaml", yaml_text.fields(record)
    before = edits.text(file)
    if before is None or _said(file, before) != _said(file, text):
        edits.put(file, text)
    edits.put(f"{path}.csv", _csv(table))
    if path.startswith("icd10cm/"):
        for old, new in pairwise(spans):
            if path in {old.path, new.path}:
                diagnosis_edges.put(edits, old, new, table.sources[0].key)


def _said(file: str, text: str) -> yaml_file.Said:
    return yaml_file.parse(file, text).value


def _csv(table: Table) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([row[name] for name in table.columns] for row in table.rows)
    return out.getvalue()


def _recut(edits: Edits, span: Span) -> None:
    """Change the days of a release held, and what a fee schedule release says of them."""
    file = f"{span.path}.yaml"
    before = edits.text(file) or ""
    text = re.sub(r"^from: .*$", f"from: {span.start}", before, flags=re.MULTILINE)
    text = re.sub(r"^to: .*$", f"to: {span.end}", text, flags=re.MULTILINE)
    if text == before:
        return
    if span.path.startswith("rvu/"):
        said = timeline.note(span)
        text = NOTE.sub("", text) + (yaml_text.fields({"note": Folded(said)}) if said else "")
    edits.put(file, text)


def _spans(edits: Edits, path: str) -> list[Span]:
    held = (each for each in _series(edits, path) if each != path)
    return [_span(edits, each) for each in (*held, path) if edits.text(f"{each}.yaml")]


def _span(edits: Edits, path: str) -> Span:
    value = yaml_file.parse(f"{path}.yaml", edits.text(f"{path}.yaml") or "").value
    record = ReleaseDays.model_validate(value)
    own = quarters.rvu_start(record.release) or record.start
    return Span(path, record.release, own, record.start, record.end)


def _series(edits: Edits, path: str) -> list[str]:
    """List the tables that one day has one of: by folder, or by the beginning of their name."""
    folder, _, name = path.rpartition("/")
    begins = name.rpartition("-")[0] + "-" if folder in BY_NAME else ""
    names = (each.removesuffix(".csv") for each in edits.names(folder, ".csv"))
    return [f"{folder}/{each}".removeprefix("/") for each in names if each.startswith(begins)]


def _all_series(edits: Edits) -> dict[str, list[str]]:
    found = [
        f"{folder}/{name}".removeprefix("/")
        for folder in FOLDERS
        for name in edits.names(folder, ".csv")
    ]
    paths = [each.removesuffix(".csv") for each in found]
    return {path: [path] if path.split("/")[0] in ALONE else _series(edits, path) for path in paths}


def _days(edits: Edits) -> dict[str, tuple[date, date]]:
    """Give the first and last day of every table and figure."""
    days = {}
    for path in _all_series(edits):
        span = _span(edits, path)
        days[path] = (span.start, span.end)
    for name in edits.names("figures", ".yaml"):
        file = f"figures/{name}"
        value = yaml_file.parse(file, edits.text(file) or "").value
        periods = FigureFile.model_validate(value).periods
        days[file.removesuffix(".yaml")] = (periods[0].start, periods[-1].end)
    return days
