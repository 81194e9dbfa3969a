"""The data classes of the browser's Python behave as those of every other Python."""

# ruff: noqa: ANN401  the modules are compared by what their classes do
import dataclasses
from collections.abc import Callable
from functools import cached_property
from typing import Any

import pytest

from scripts.runtime.stand_ins import no_compiling


def classes(module: Any) -> tuple[Any, Any]:
    """Make the same two classes with either module: one frozen, one not."""

    @module.dataclass(frozen=True, slots=True)
    class Row:
        code: str
        minutes: int = 15

        @property
        def hours(self) -> float:
            return self.minutes / 60

    @module.dataclass
    class Visit:
        rows: list[Any] = module.field(default_factory=list)

        @cached_property
        def first(self) -> Any:
            return self.rows[0]

    return Row, Visit


def outcome(does: Callable[[Any, Any], object], module: Any) -> object:
    """Give what comes of it, or the kind of error."""
    try:
        return does(*classes(module))
    except (TypeError, AttributeError) as refused:
        return type(refused).__name__


SAME: dict[str, Callable[[Any, Any], object]] = {
    "is made by place": lambda row, _: (row("97530", 38).code, row("97530", 38).minutes),
    "is made by name": lambda row, _: row(minutes=38, code="97530").minutes,
    "takes its defaults": lambda row, _: row("97530").minutes,
    "keeps its methods": lambda row, _: row("97530").hours,
    "misses a field": lambda row, _: row(minutes=1),
    "gets one too many": lambda row, _: row("97530", 1, 2),
    "gets an unknown one": lambda row, _: row("97530", units=2),
    "gets one twice": lambda row, _: row("97530", code="97110"),
    "equals its like": lambda row, _: row("97530") == row("97530", 15),
    "differs from another": lambda row, _: row("97530") == row("97110"),
    "differs from a tuple": lambda row, _: row("97530") == ("97530", 15),
    "is a key": lambda row, _: {row("97530"): 1}[row("97530")],
    "is no key unless frozen": lambda _, visit: {visit(): 1},
    "cannot be changed": lambda row, _: setattr(row("97530"), "minutes", 1),
    "loses nothing": lambda row, _: delattr(row("97530"), "minutes"),
    "shares no default": lambda _, visit: (visit().rows.append(1), visit().rows),
    "is changed unless frozen": lambda _, visit: setattr(visit(), "rows", [1]),
    "keeps what it worked out unless it has slots": lambda _, visit: visit([3]).first,
    "is shown": lambda row, _: repr(row("97530")).rpartition(".")[2],
}


@pytest.mark.parametrize("does", SAME.values(), ids=SAME)
def test_a_data_class(does: Callable[[Any, Any], object]) -> None:
    assert outcome(does, no_compiling) == outcome(does, dataclasses)


@pytest.mark.parametrize("changes", [{}, {"minutes": 38}, {"units": 2}])
def test_an_instance_made_anew_with_some_fields_changed(changes: dict[str, Any]) -> None:
    def outcome_in(module: Any) -> object:
        row, _ = classes(module)
        before = row("97530")
        try:
            after = module.replace(before, **changes)
        except TypeError:
            return "refused"
        return (before.minutes, after.code, after.minutes, type(after) is row)

    assert outcome_in(no_compiling) == outcome_in(dataclasses)
