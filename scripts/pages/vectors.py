"""The conformance cases as their page lists them: a row a file, and one case to see."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.pages.template import render

CASES = "tests/vectors"  # written by hand and by tests/oracle, published as they stand
SERVED = "api/v1/vectors"
SCHEMA = "schema"
SHOWN = "units"
BY_HAND, BY_TWO = "by hand", "both implementations agree"  # who vouches for a case


@dataclass(frozen=True, slots=True)
class File:
    """A file of cases, and how many of them each way of working vouches for."""

    name: str
    title: str
    worked: Counter[str]
    first: dict[str, Any]


def fragments(root: Path) -> Iterator[tuple[str, str]]:
    """Yield the table of files, the number of cases, and the first case of one file."""
    held = list(files(root))
    total = Counter[str]()
    for file in held:
        total += file.worked
    yield "vectors/files.html", render("vectors.html", files=held, total=total)
    yield "vectors/count.md", str(total.total())
    shown = next(file.first for file in held if file.name == SHOWN)
    yield "vectors/case.md", f"```json\n{_written(shown)}\n```"


def files(root: Path) -> Iterator[File]:
    """Yield every file of cases below the root of the project, by name."""
    for path in sorted((root / CASES).glob("*.json")):
        if path.stem != SCHEMA:
            held = json.loads(path.read_text(encoding="utf-8"))
            worked = Counter(case["provenance"]["worked"] for case in held["cases"])
            yield File(path.stem, held["title"], worked, held["cases"][0])


def _written(case: dict[str, Any]) -> str:
    """Write a case with a line for each of its fields and of theirs."""
    return _object(case, lambda value: _object(value, json.dumps, "  "), " ")


def _object(value: Any, written: Callable[[Any], str], indent: str) -> str:  # noqa: ANN401
    if not isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    fields = (f"{indent}{json.dumps(key)}: {written(each)}" for key, each in value.items())
    return "{\n" + ",\n".join(fields) + f"\n{indent[1:]}}}"
