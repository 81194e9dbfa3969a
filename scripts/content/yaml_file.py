"""A YAML file, read without YAML's traps, with the line of every field.

YAML turns an unquoted 00100 into 64, NO into false, 1:30 into 90 and a key `on` into true, and
PyYAML keeps the last of two equal keys. Here each of these is refused at its line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

import yaml

from scripts.content.problems import Problem

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
WHOLE = re.compile(r"0|[1-9][0-9]*")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LIKE_A_CODE = re.compile(r"[A-Z0-9][0-9]{3}[A-Z0-9]|[0-9]{5}-[0-9]{2}")
TAG = "tag:yaml.org,2002:"

Said: TypeAlias = "str | int | bool | date | tuple[Said, ...] | dict[str, Said] | None"


@dataclass(slots=True)
class Document:
    """What a file says, with the line of each field, and what is wrong with it."""

    file: str
    value: Said = None
    lines: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, path: str) -> int:
        """Find the line of a field, or of the nearest one above it that is there."""
        while path and path not in self.lines:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return self.lines.get(path, 1)

    def refuse(self, node: yaml.Node, path: str, got: str, takes: str) -> None:
        """Note a problem at a node."""
        self.problems.append(Problem(self.file, path, got, takes, node.start_mark.line + 1))


def parse(file: str, text: str) -> Document:
    """Read the text of `file`; what is wrong stands in the document's problems."""
    document = Document(file)
    try:
        node = yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        got = getattr(error, "problem", None) or str(error)
        line = mark.line + 1 if mark else 1
        document.problems.append(Problem(file, "", got, "YAML that can be read", line))
        return document
    if node is None:
        document.problems.append(Problem(file, "", "nothing", "the fields of its model", 1))
    else:
        document.value = _value(document, node, "")
    return document


def _value(document: Document, node: yaml.Node, path: str) -> Said:
    document.lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        return _scalar(document, node, path)
    if isinstance(node, yaml.MappingNode):
        return dict(_items(document, node, path))
    return tuple(
        _value(document, entry, f"{path}[{place}]") for place, entry in enumerate(node.value)
    )


def _items(document: Document, node: yaml.MappingNode, path: str) -> Iterator[tuple[str, Said]]:
    seen: set[str] = set()
    for key, value in node.value:
        name = str(key.value)
        place = f"{path}.{name}" if path else name
        if key.tag != f"{TAG}str":
            takes = f'quotes ("{name}"): YAML reads no text there'
            document.refuse(key, path, f"the key {name}", takes)
        elif name in seen:
            document.refuse(key, place, "the same key twice", "each key once")
        else:
            seen.add(name)
            yield name, _value(document, value, place)


def _scalar(document: Document, node: yaml.ScalarNode, path: str) -> Said:
    text, kind = str(node.value), node.tag.removeprefix(TAG)
    if node.style and kind == "str":  # plain text has None here, or "" from the C loader
        return text
    if kind == "int" and WHOLE.fullmatch(text):
        return int(text)
    if kind == "timestamp" and DAY.fullmatch(text):
        return _day(document, node, path)
    if kind == "bool" and text in {"true", "false"}:
        return text == "true"
    if kind == "str" and not LIKE_A_CODE.fullmatch(text):
        return text
    takes = f'quotes ("{text}"): YAML reads {_misread(kind)}'
    document.refuse(node, path, text or "nothing", takes)
    return None


def _misread(kind: str) -> str:
    names = {"int": "another number", "float": "a binary number", "bool": "true or false"}
    others = {"null": "nothing", "timestamp": "a moment", "str": "text here, but not in every code"}
    return (names | others).get(kind, f"!{kind}")


def _day(document: Document, node: yaml.ScalarNode, path: str) -> date | None:
    try:
        return date.fromisoformat(node.value)
    except ValueError:
        document.refuse(node, path, node.value, "a day of the calendar, YYYY-MM-DD")
        return None
