"""What a model refuses, said as problems."""

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel, ValidationError

from scripts.content.problems import Problem

NOTHING = {"missing", "too_short"}
LONGEST = 80  # characters of what was given
TAKES = {
    "missing": "a value",
    "string_type": "text, in quotes where YAML would read something else",
    "date_type": "a bare date, such as 2026-01-01",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "tuple_type": "a list",
    "model_type": "fields of its own",
    "too_short": "at least one entry",
}


def refusals(
    file: str, model: type[BaseModel], error: ValidationError, line: Callable[[str], int]
) -> list[Problem]:
    """Turn a model's refusals into problems; `line` finds the line of a field's path."""
    found = []
    for fault in error.errors(include_url=False):
        if fault["type"] == "too_short" and fault["input"]:
            continue  # pydantic counts what is left of a list after its faulty entries
        path = _path(fault["loc"])
        got = "nothing" if fault["type"] in NOTHING else _shown(fault["input"])
        found.append(Problem(file, path, got, _takes(model, dict(fault)), line(path)))
    return found


def _path(location: tuple[int | str, ...]) -> str:
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in location)
    return "".join(steps).removeprefix(".")


def _shown(value: object) -> str:
    text = str(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _takes(model: type[BaseModel], fault: dict[str, Any]) -> str:
    kind, context = fault["type"], fault.get("ctx", {})
    if kind == "extra_forbidden":
        return f"only the fields of {model.__name__}"
    if kind == "value_error":
        return str(context["error"])
    if kind == "literal_error":
        return str(context["expected"]).replace("'", "")
    if kind == "string_pattern_mismatch":
        return f"the form {context['pattern']}"
    return TAKES.get(kind, str(fault["msg"]))
