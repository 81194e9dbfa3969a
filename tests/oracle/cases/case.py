"""A conformance case: a visit, the part of its answer that the case is about, and who says so."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from tests.oracle import answer

JSON = dict[str, Any]
PLAIN: JSON = {
    "date": "2026-03-02",
    "discipline": "PT",
    "method": "cms",
    "locality": "national",
    "qualifying_apm": False,
    "threshold_used": "0.00",
    "deductible_remaining": "0.00",
}


ON_LINES = ("units", "modifiers", "unit_amounts")


class Because(NamedTuple):
    """What a case rests on: keys of content/sources/, and how well they support it."""

    sources: tuple[str, ...]
    standing: str = "derived"


class Case(NamedTuple):
    """One case, as other programs read it."""

    name: str
    because: Because
    worked: str
    asked: JSON  # the visit under `input`, or a text that is no sound JSON under `text`
    expect: JSON

    def written(self) -> JSON:
        """Give the case in the order in which it is read."""
        because = self.because
        provenance = {
            "worked": self.worked,
            "standing": because.standing,
            "sources": [*because.sources],
        }
        return {"name": self.name, "provenance": provenance, **self.asked, "expect": self.expect}


def visit(services: Sequence[Mapping[str, object]], **changes: object) -> JSON:
    """Make a visit, plain but for the changes."""
    return {**PLAIN, **changes, "services": [dict(each) for each in services]}


def timed(*rows: tuple[str, int]) -> list[JSON]:
    """Make services out of codes and the therapist's minutes."""
    return [{"code": code, "minutes": minutes} for code, minutes in rows]


def worked_out(because: Because, asked: JSON, says: str, *parts: str) -> Case:
    """Expect of a visit these parts of the second implementation's answer.

    `units`, `modifiers` and `unit_amounts` are lines with the code and that alone, several of them
    joined into one; what each line has is said in the case's name.
    """
    due = answer.evaluate(asked)
    assert due["ok"], f"got a refusal of {asked}; takes a visit that is answered"
    on_lines = ("code", *(part for part in parts if part in ON_LINES))
    expect: JSON = {"ok": True}
    if len(on_lines) > 1:
        expect["lines"] = _cut(due["lines"], on_lines)
    for part in parts:
        if part == "alternatives":
            expect[part] = [_cut(lines, on_lines) for lines in due[part]]
        elif part not in ON_LINES:
            expect[part] = due[part]
    return Case(says, because, "both implementations agree", {"input": asked}, expect)


def _cut(lines: Sequence[JSON], keys: Sequence[str]) -> list[JSON]:
    return [{key: line[key] for key in keys} for line in lines]
