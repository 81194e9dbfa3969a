"""YAML as content/ is written: plain text, codes and figures in quotes, long text folded."""

import re
import textwrap
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeAlias

WIDTH = 110
LIST_WIDTH = 96
# What YAML, or the loader of content/, would not read as this text.
QUOTED = re.compile(
    r"[\d.+-]+|[A-Z0-9]\d{3}[A-Z0-9]|true|false|yes|no|on|off|null|~|.*(: | #|:$).*", re.IGNORECASE
)
STARTS = re.compile(r"""[^A-Za-z0-9(]""")


class Folded(str):
    """Text that is written below its key, folded."""

    __slots__ = ()


class Verbatim(str):
    """An entry of a list, written as it stands on a line of its own."""

    __slots__ = ()


Value: TypeAlias = "str | bool | date | Sequence[str] | Mapping[str, Value]"


def fields(record: Mapping[str, Value], indent: str = "") -> str:
    """Write the fields of a record, one a line, in their order."""
    return "".join(f"{indent}{name}:{_value(value, indent)}\n" for name, value in record.items())


def scalar(text: str) -> str:
    """Write text in one line, in quotes where it needs them."""
    if QUOTED.fullmatch(text) or STARTS.match(text) or text != text.strip() or "\n" in text:
        escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return f'"{escaped}"'
    return text


def _value(value: Value, indent: str) -> str:
    if isinstance(value, Folded):
        below = f"{indent}  "
        wrapped = textwrap.wrap(value, WIDTH - len(below), break_long_words=False)
        return " >-\n" + "\n".join(f"{below}{line}" for line in wrapped)
    if isinstance(value, Mapping):
        return "\n" + fields(value, f"{indent}  ").rstrip("\n")
    if isinstance(value, bool):
        return " true" if value else " false"
    if isinstance(value, date):
        return f" {value}"
    return f" {scalar(value)}" if isinstance(value, str) else _list(value, indent)


def _list(values: Sequence[str], indent: str) -> str:
    if values and all(isinstance(value, Verbatim) for value in values):
        return "".join(f"\n{indent}  - {value}" for value in values)
    written = ", ".join(map(scalar, values))
    if len(written) <= LIST_WIDTH:
        return f" [{written}]"
    below = f"{indent}  "
    lines = textwrap.wrap(written, LIST_WIDTH, break_long_words=False, break_on_hyphens=False)
    return " [\n" + "\n".join(f"{below}{line}" for line in lines) + f"\n{indent}]"
