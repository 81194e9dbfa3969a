"""What content/pcs/ holds, joined: definitions by kind of table, days, standings."""

from datetime import date
from pathlib import Path

import pytest

from scripts.content.library import load
from scripts.content.pcs import Pcs

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def pcs() -> Pcs:
    return load(ROOT / "content").pcs


@pytest.mark.parametrize(
    ("after", "value", "begins"),
    [
        ("F01", "4", "Measures the body's functional"),
        ("F07", "3", "Exercise or activities to facilitate crossing midline"),
    ],
)
def test_one_title_is_defined_once_for_assessments_and_once_for_treatments(
    pcs: Pcs, after: str, value: str, begins: str
) -> None:
    (found,) = [
        each for each in pcs.values if (each.position, each.after, each.value) == (5, after, value)
    ]
    assert found.definition is not None
    assert (found.definition.definition or "").startswith(begins)


def test_fourteen_tables_have_their_root_types_defined(pcs: Pcs) -> None:
    roots = [each for each in pcs.values if each.position == 3]
    assert [each.after + each.value for each in roots] == list(pcs.tables)
    assert len(pcs.tables) == 14
    assert all(each.definition for each in roots)


def test_codes_that_are_new_have_their_day_and_the_others_none(pcs: Pcs) -> None:
    new = {
        day: {code.code for code in pcs.codes if code.is_new and code.start == day}
        for day in (date(2025, 10, 1), date(2026, 4, 1))
    }
    assert {day: len(codes) for day, codes in new.items()} == {
        date(2025, 10, 1): 8,
        date(2026, 4, 1): 23,
    }
    assert {code.code[:3] for code in pcs.codes if code.is_new} == {"F07", "F08"}


def test_four_titles_were_not_read(pcs: Pcs) -> None:
    doubtful = {code.code for code in pcs.codes if code.title_standing == "unverified"}
    assert doubtful == {"F07DYD0", "F07EYD0", "F07FYD0", "F07GYD0"}
