"""What the page about api/v1/ is made of: the files, their fields and an example of each."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.pages.api import schema
from scripts.pages.api.layout import laid_out
from scripts.pages.api.published import Published
from scripts.pages.api.shapes import Kind, Shape
from scripts.pages.template import render

LONGEST = 3  # entries of a list of plain values that an example keeps


@dataclass(frozen=True, slots=True)
class Listed:
    """A file as the page lists it, with its size in kilobytes."""

    address: str
    about: str
    shape: str
    size: int


@dataclass(frozen=True, slots=True)
class Table:
    """The fields of one kind of file; `files` are the addresses that have them."""

    files: tuple[str, ...]
    shape: str
    rows: tuple[schema.Row, ...]


def fragments(made: Published) -> Iterator[tuple[str, str]]:
    """Yield the table of files, then all fields and examples, a section for each kind."""
    files = list(_listed(made))
    yield "api/files.html", render("api_files.html", files=files, schema=schema.address)
    kinds = [(kind, tables(kind), _example(made.texts[kind.example])) for kind in made.kinds]
    yield "api/kinds.md", render("api_kinds.md", kinds=kinds, schema=schema.address)


def tables(kind: Kind) -> list[Table]:
    """List the fields of a kind; those of an item once, where the file of all is a list of them."""
    (name, whole), *items = kind.shapes.items()
    own = Table((kind.files[0].address,), name, _rows(whole))
    if not items:
        return [own]
    of_one, shape = items[0]
    one = Table((kind.items,), of_one, _rows(shape))
    listed = [(f"{name}[].{row.path}", row.type) for row in one.rows]
    if [(row.path, row.type) for row in own.rows[1:]] == listed:
        return [Table((*own.files, *one.files), one.shape, one.rows)]
    return [own, one]


def _rows(shape: type[Shape]) -> tuple[schema.Row, ...]:
    return tuple(row for row in schema.fields(schema.of(shape)) if row.path != "$schema")


def _listed(made: Published) -> Iterator[Listed]:
    """List the files: of items that each have one, that which serves as the example."""
    about = "This list for programs, with checksums, licence and notice."
    yield Listed("index.json", about, "index", _kilobytes(made.texts["index.json"]))
    for kind in made.kinds:
        whole, *items = kind.files
        yield Listed(whole.address, kind.about, whole.shape, _kilobytes(made.texts[whole.address]))
        for file in items:
            if kind.all_listed or file.address == kind.example:
                about = f"One of {kind.items}."
                size = _kilobytes(made.texts[file.address])
                yield Listed(file.address, about, file.shape, size)


def _kilobytes(text: str) -> int:
    return max(1, round(len(text.encode()) / 1000))


def _example(text: str) -> str:
    return laid_out(_short(json.loads(text)))


def _short(value: object) -> object:
    """Keep of a list its last record, or its first plain values."""
    if isinstance(value, dict):
        return {key: _short(each) for key, each in value.items()}
    if not isinstance(value, list):
        return value
    return [_short(each) for each in value[-1:]] if _records(value) else value[:LONGEST]


def _records(values: list[object]) -> bool:
    return any(isinstance(each, dict) for each in values)
