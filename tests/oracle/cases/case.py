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


def worked_out(name: str, because: Because, asked: JSON, *parts: str) -> Case:
    """Expect of a visit these parts of what the second implementation answers."""
    due = answer.evaluate(asked)
    expect = {"ok": due["ok"], **{part: _part(due, part) for part in parts}}
    return Case(name, because, "both implementations agree", {"input": asked}, expect)


def _part(due: JSON, part: str) -> Any:  # noqa: ANN401  any part of an answer
    """Take a part out of an answer; `units` and `modifiers` are lines without their amounts."""
    if part == "lines":
        return due["lines"]
    return due[part]
