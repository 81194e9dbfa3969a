"""The record of an update: content/updates/<key>.yaml, written at the import and kept."""

from collections.abc import Mapping
from pathlib import Path

import yaml

from scripts.content.model.updates import Moves, UpdateFile
from scripts.content.yaml_file import LIKE_A_CODE
from scripts.importers import Imported
from scripts.pages.releases import kind

FOLDER = "updates"


def keep(content: Path, imported: Imported, moved: Moves) -> Path:
    """Write the record of what a file moved; gives its path. A release has one record."""
    path = content / FOLDER / f"{key(imported)}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(written(update(imported, moved)), encoding="utf-8")
    return path


def key(imported: Imported) -> str:
    """Name a record for the first thing that the file brought."""
    if imported.tables:
        return imported.tables[0].path.replace("/", "-")
    first = imported.figures[0]
    return f"figures-{first.key}-{first.period.start.year}"


def update(imported: Imported, moved: Moves) -> UpdateFile:
    """Make a record. What it tells is worked out from two releases, so it is derived."""
    read = [source for table in imported.tables for source in table.sources]
    read += [figure.source for figure in imported.figures]
    sources = {each.key: each.seen for each in read}
    kinds = [kind(table.path) for table in imported.tables]
    kinds += ["figures"] if imported.figures else []
    return UpdateFile(
        title=f"{imported.release}: {', '.join(dict.fromkeys(kinds))}",
        start=imported.period.start,
        told=max(sources.values()),
        brought=tuple(table.path for table in imported.tables),
        standing="derived",
        sources=tuple(sources),
        moved=moved,
    )


def written(record: UpdateFile) -> str:
    """Write a record as YAML: each thing that moved is a line, what says nothing is left out."""
    fields = _plain(record.model_dump(by_alias=True, exclude_defaults=True))
    text: str = yaml.dump(
        fields,
        Dumper=_Quoting,
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=None,
        width=10_000,
    )
    return text


class _Quoting(yaml.SafeDumper):
    """Quotes whatever could be a figure or a code, as content/ is written."""


def _said(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = '"' if text[0].isdecimal() or LIKE_A_CODE.fullmatch(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Quoting.add_representer(str, _said)


def _plain(value: object) -> object:
    """Turn tuples into lists, for YAML knows no tuples."""
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    return [*map(_plain, value)] if isinstance(value, tuple) else value
