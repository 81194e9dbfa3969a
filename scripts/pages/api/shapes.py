"""What every file for programs is made of. A published field keeps its name and its type."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from scripts.content.values import CodeNumber, Key, Standing, Text

Sources = Annotated[tuple[Key, ...], Field(description="Keys of sources.json.")]
Page = Annotated[Text, Field(description="Its page, from the root of the site.")]
PROVENANCE = ("release", "from", "to", "standing", "sources")  # in the order they are shown
Codes = tuple[CodeNumber, ...]


class Shape(BaseModel):
    """A record with exactly its fields; a reader has to put up with more, which may be added."""

    model_config = ConfigDict(strict=True, frozen=True, validate_by_name=True)


class Supported(Shape):
    """Something said or held, with how well it is supported and by what."""

    standing: Standing = Field(description="How well its sources support it.")
    sources: Sources


class Dated(Supported):
    """Something that holds from one day to another, both included."""

    start: date = Field(alias="from", description="The first day it holds.")
    end: date = Field(alias="to", description="The last day it holds.")
    release: Text = Field(description="The publication it was read from.")


class Says(Supported):
    """A sentence or two."""

    says: Text = Field(description="The statement.")


@dataclass(frozen=True, slots=True)
class File:
    """A file below api/v1/: its address there, the name of its shape, and what it holds."""

    address: str
    shape: str
    holds: Shape


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: one of all, `<name>.json`, and where `items` says so one of each besides.

    `shapes` are by name, that of the whole first; `example` is the file that is shown, `page` the
    page that people read instead, `items` the address of one with the field it is named by; with
    `all_listed` the files of items are few and differ in size, so that people are shown them all.
    """

    name: str
    about: str
    shapes: Mapping[str, type[Shape]]
    files: tuple[File, ...]
    example: str
    page: str
    items: str = ""
    all_listed: bool = False


def held(record: BaseModel) -> dict[str, Any]:
    """Take the fields of a record of content/, by their names in Python."""
    return record.model_dump()


def provenance_last(record: Mapping[str, Any]) -> dict[str, Any]:
    """Put what a figure rests on behind it, everywhere inside a record that is written as JSON."""
    return {key: _ordered(value) for key, value in record.items()}


def _ordered(value: Any) -> Any:  # noqa: ANN401  any JSON
    if isinstance(value, list):
        return [_ordered(each) for each in value]
    if not isinstance(value, dict):
        return value
    return provenance_last({key: value[key] for key in sorted(value, key=_place)})


def _place(key: str) -> int:
    return PROVENANCE.index(key) if key in PROVENANCE else -1


def one_each(name: str, shape: str, items: Mapping[str, Shape], whole: Shape) -> Iterator[File]:
    """Yield the file of all, then one of each item under its key."""
    yield File(f"{name}.json", name, whole)
    for key, item in items.items():
        yield File(f"{name}/{key}.json", shape, item)
