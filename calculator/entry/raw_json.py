"""JSON read so that each value keeps the text it was given as.

A refusal quotes what was handed in. `json.loads` alone would turn 26.0, 2.60e1 and 26.00 into the
same number, drop the first of two equal keys and accept NaN, so its scanner is told to keep texts.
"""

import json
import re
from dataclasses import dataclass
from json.decoder import JSONArray, JSONObject, scanstring  # type: ignore[attr-defined] # untyped, stable
from json.scanner import py_make_scanner  # type: ignore[attr-defined] # the one that calls back
from typing import Any

LONGEST = 500_000  # characters; a visit of 500 services has some 30,000
DEEPEST = 100
LONGEST_NUMBER = 1000

# A string that never ends is taken to the end at once: else each of its quotes begins a look.
_STRUCTURE = re.compile(r'"(?:[^"\\]|\\.)*+\\?(?:"|\Z)|[\[{\]}]', re.DOTALL)


class BadJson(ValueError):
    """The text is no JSON, too long or too deep, or holds a number that nobody means."""


@dataclass(frozen=True, slots=True)
class Raw:
    """A value with its text; a number that is not a whole one is left as `NotRead`."""

    text: str
    value: object


@dataclass(frozen=True, slots=True)
class Pairs:
    """An object as given: each key with its last value, and the keys that were given again."""

    values: dict[str, Raw]
    repeated: tuple[str, ...]


class NotRead:
    """A number with a fraction or an exponent, NaN or Infinity: kept as text only."""


def read(text: str) -> Raw:
    """Read one JSON value, or raise `BadJson`."""
    if len(text) > LONGEST:
        msg = f"{len(text)} characters; a visit takes at most {LONGEST}"
        raise BadJson(msg)
    _refuse_depth(text)
    try:
        return _raw(_Keeping().decode(text))
    except (json.JSONDecodeError, RecursionError) as error:
        msg = f"not JSON: {error}"
        raise BadJson(msg) from error


def _refuse_depth(text: str) -> None:
    depth = 0
    for token in _STRUCTURE.finditer(text):
        mark = token.group()
        depth += (mark in {"[", "{"}) - (mark in {"]", "}"})
        if depth > DEEPEST:
            msg = f"nested deeper than {DEEPEST}"
            raise BadJson(msg)


class _Keeping(json.JSONDecoder):
    """The standard decoder with every value wrapped in `Raw`, by the scanner's own hooks."""

    def __init__(self) -> None:
        super().__init__(
            parse_int=lambda text: Raw(text, int(_short(text))),
            parse_float=lambda text: Raw(_short(text), NotRead()),
            parse_constant=lambda text: Raw(text, NotRead()),
            object_pairs_hook=_pairs,
        )
        self.parse_string = _string
        self.parse_array = _array
        self.parse_object = _object
        self.scan_once = py_make_scanner(self)


def _raw(value: object) -> Raw:
    return value if isinstance(value, Raw) else Raw(json.dumps(value), value)


def _pairs(items: list[tuple[str, object]]) -> Pairs:
    values: dict[str, Raw] = {}
    repeated: dict[str, None] = {}
    for key, value in items:
        if key in values:
            repeated[key] = None
        values[key] = _raw(value)
    return Pairs(values, tuple(repeated))


def _short(text: str) -> str:
    if len(text) > LONGEST_NUMBER:
        msg = f"a number of {len(text)} characters"
        raise BadJson(msg)
    return text


def _string(text: str, start: int, strict: bool) -> tuple[Raw, int]:  # noqa: FBT001 -- the scanner's call
    value, end = scanstring(text, start, strict)
    return Raw(text[start : end - 1], value), end


def _array(at: tuple[str, int], *scanner: Any) -> tuple[Raw, int]:  # noqa: ANN401 -- passed on as it came
    values, end = JSONArray(at, *scanner)
    return Raw(at[0][at[1] - 1 : end], tuple(map(_raw, values))), end


def _object(at: tuple[str, int], *scanner: Any) -> tuple[Raw, int]:  # noqa: ANN401 -- passed on as it came
    pairs, end = JSONObject(at, *scanner)
    return Raw(at[0][at[1] - 1 : end], pairs), end
