"""Pasted texts: rows with heads and without, lines of a note, and what is left over."""

from pathlib import Path

import pytest

from calculator.entry import table
from calculator.reference.names import load

NAMES = load(Path("build/doors/names.json").read_text("utf-8"))
TWO = [{"code": "97530", "minutes": 38}, {"code": "97110", "minutes": 22, "assistant_minutes": 10}]


@pytest.mark.parametrize(
    "pasted",
    [
        "Code\tMinutes\tAssistant minutes\n97530\t38\t\n97110\t22\t10\n",
        "PTA,CPT Code,Min\r\n0,97530,38\r\n10,97110,22\r\n",
        "CPT;Time;Assistant\n97530;38 min;\n97110;22 min;10",
        "| Procedure | Minutes | PTA minutes |\n| 97530 | 38 | |\n| 97110 | 22 | 10 |",
        "97530 38\n97110 22 +10 PTA\n",
    ],
)
def test_rows_are_read_whatever_stands_between_them(pasted: str) -> None:
    visit, kept = table.read(pasted, NAMES)
    assert visit["services"] == TWO
    assert kept == []


def test_columns_without_heads_go_by_what_they_hold_and_say_so() -> None:
    visit, kept = table.read("97530,38\n22,97110,10", NAMES)
    assert visit["services"] == TWO
    assert kept == ["97110: 10 read as assistant minutes, as no head names it"]


def test_lines_of_a_note_give_their_codes_and_keep_their_words() -> None:
    note = (
        "Date of service: 3/2/2026\nDOB: 1/2/1950\n"
        "97530 – dynamic tasks 38 min\nexercise (97110) 22 minutes by PTA\n"
        "Tolerated well, 3 sets of 10"
    )
    visit, kept = table.read(note, NAMES)
    assert visit == {
        "date": "2026-03-02",
        "services": [
            {"code": "97530", "minutes": 38},
            {"code": "97110", "minutes": 0, "assistant_minutes": 22},
        ],
    }
    assert kept == [
        "DOB: 1/2/1950",
        "dynamic tasks",
        "exercise",
        "Tolerated well, 3 sets of 10",
    ]


def test_a_line_in_which_minutes_are_not_sure_gets_none() -> None:
    visit, kept = table.read("97530 ramp 3 sets of 12\nnothing", NAMES)
    assert visit["services"] == [{"code": "97530"}]
    assert kept == ["ramp 3 sets of 12", "nothing"]


def test_cells_that_no_field_takes_are_kept() -> None:
    visit, kept = table.read("Code\tMinutes\tUnits\tNote\n97530\tforty\t3\ton stairs", NAMES)
    assert visit["services"] == [{"code": "97530"}]
    assert kept == ["forty", "3", "on stairs"]


def test_of_two_dates_in_a_sheet_the_second_is_handed_back() -> None:
    pasted = "DOS\tCode\tMinutes\n3/2/2026\t97530\t38\n3/3/2026\t97110\t22"
    visit, kept = table.read(pasted, NAMES)
    assert visit["date"] == "2026-03-02"
    assert kept == ["date: 2026-03-03"]
