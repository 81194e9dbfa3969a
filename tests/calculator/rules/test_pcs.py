"""PCS codes read character by character, held against the plain list of codes."""

import csv
import itertools
import string
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, strategies

from calculator.reference.pcs import Tables
from calculator.rules.pcs import MOST_NEAR, Breakdown, State, break_down, tidy

LIST = Path(__file__).resolve().parents[3] / "content/pcs/codes.csv"
ALPHABET = string.digits + string.ascii_uppercase
FIRST, LAST = date(2025, 10, 1), date(2026, 9, 30)
BEFORE, FROM = date(2026, 3, 31), date(2026, 4, 1)
LENGTH = 7


def oracle(day: date) -> set[str]:
    """List the codes of a day by the file alone."""
    with LIST.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["code"] for row in rows if (row["since"] or str(FIRST)) <= str(day)}


OLD, NEW = oracle(BEFORE), oracle(FROM)
BEGINNINGS = {code[:length] for code in NEW for length in range(LENGTH + 1)}


def read(text: str, tables: Tables, day: date = FROM) -> Breakdown:
    return break_down(text, day, tables).value


def wrong_place(value: Breakdown) -> int | None:
    """Return the number of the wrong position."""
    wrong = [each.number for each in value.positions if each.state is State.WRONG]
    assert len(wrong) <= 1
    return wrong[0] if wrong else None


def due_place(text: str) -> int | None:
    """Return where a text leaves the list of codes, counted from 1."""
    return next((end for end in range(1, len(text) + 1) if text[:end] not in BEGINNINGS), None)


def test_every_code_is_valid_on_its_days_and_has_its_official_title(pcs_tables: Tables) -> None:
    assert (len(OLD), len(NEW)) == (1388, 1411)
    for code in sorted(NEW):
        value = read(code, pcs_tables)
        assert value.code is not None
        assert value.code.code == code
        assert value.says == f"Valid. {value.code.title}"
        assert [each.state for each in value.positions] == [State.READ] * LENGTH
        assert all(each.meaning for each in value.positions)
        assert (read(code, pcs_tables, BEFORE).code is not None) == (code in OLD)


def test_a_day_has_the_codes_that_began_by_then(pcs_tables: Tables) -> None:
    for day, due in ((FIRST, OLD), (BEFORE, OLD), (FROM, NEW), (LAST, NEW)):
        assert {code.code for code in pcs_tables.on(day)} == due
    for day in (FIRST - timedelta(days=1), LAST + timedelta(days=1)):
        assert pcs_tables.on(day) == ()


@pytest.mark.parametrize("code", ["F07L0ZZ", "F003GKZ", "F08Z4ZZ", "F0FZJMZ", "F15Z6ZZ", "F07DYD0"])
def test_every_other_character_is_valid_or_wrong_where_the_list_says(
    code: str, pcs_tables: Tables
) -> None:
    for place, character in itertools.product(range(LENGTH), ALPHABET):
        text = code[:place] + character + code[place + 1 :]
        value = read(text, pcs_tables)
        assert (value.code is not None) == (text in NEW)
        assert wrong_place(value) == due_place(text), text


@given(text=strategies.text(alphabet="F0178LMZABKY", max_size=LENGTH))
def test_what_is_allowed_is_what_the_list_has(pcs_tables: Tables, text: str) -> None:
    value = read(text, pcs_tables)
    assert wrong_place(value) == due_place(text)
    readable = (due_place(text) or LENGTH + 1) - 1
    for position in value.positions[: min(readable + 1, LENGTH)]:
        before = text[: position.number - 1]
        if len(before) < position.number - 1:
            break  # characters before it are open: another test
        following = {code[position.number - 1] for code in NEW if code.startswith(before)}
        rest = text[position.number :]
        keeping = {
            character
            for character in ALPHABET
            if any(code.startswith(before + character + rest) for code in NEW)
        }
        assert {choice.value for choice in position.choices} == following | keeping
        assert {choice.value for choice in position.choices if choice.keeps} == keeping


@given(code=strategies.sampled_from(sorted(NEW)), holes=strategies.sets(strategies.integers(0, 6)))
def test_open_places_narrow_each_other(pcs_tables: Tables, code: str, holes: set[int]) -> None:
    text = "".join("?" if place in holes else each for place, each in enumerate(code))
    value = read(text, pcs_tables)
    fitting = [each for each in NEW if all(a in ("?", b) for a, b in zip(text, each, strict=True))]
    assert value.fitting == len(fitting)
    for place in holes:
        keeping = {choice.value for choice in value.positions[place].choices if choice.keeps}
        assert keeping == {each[place] for each in fitting}


@given(code=strategies.sampled_from(sorted(NEW)), place=strategies.integers(0, 6))
def test_a_choice_leads_to_what_it_promises(pcs_tables: Tables, code: str, place: int) -> None:
    for choice in read(code, pcs_tables).positions[place].choices:
        led = read(choice.leads_to, pcs_tables)
        assert wrong_place(led) is None
        assert led.positions[place].character == choice.value
        assert (led.code is not None) == (choice.keeps or place == LENGTH - 1)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("f07l0zz", "F07L0ZZ"),
        (" F07 L0ZZ\t", "F07L0ZZ"),
        ("F07\N{NO-BREAK SPACE}L0ZZ", "F07L0ZZ"),
        ("F07????", "F07"),
        ("?", ""),
        ("ß", "ß"),  # not SS: a text never grows
    ],
)
def test_blanks_go_and_letters_are_capitals(text: str, due: str, pcs_tables: Tables) -> None:
    explained = break_down(text, FROM, pcs_tables)
    assert tidy(text) == explained.value.text == due


@pytest.mark.parametrize(
    ("text", "place", "near"),
    [("F0IL0ZZ", 3, "F01L0ZZ"), ("FO7L0ZZ", 2, "F07L0ZZ"), ("F07LOZZ", 5, "F07L0ZZ")],
)
def test_letters_that_pcs_does_not_use_are_named_with_the_digit_first(
    text: str, place: int, near: str, pcs_tables: Tables
) -> None:
    explained = break_down(text, FROM, pcs_tables)
    assert wrong_place(explained.value) == place
    assert explained.value.near[0].code == near
    assert any("no letter" in finding.says for finding in explained.findings)


def test_six_characters_are_not_complete_or_lack_one_in_the_middle(pcs_tables: Tables) -> None:
    assert read("F07L0Z", pcs_tables).says == "Not complete: position 7 is open; 1 code fits."
    lacking = read("F07LZZ", pcs_tables)
    assert wrong_place(lacking) == 5
    assert "F07L0ZZ" in {code.code for code in lacking.near}


@given(text=strategies.text(max_size=LENGTH))
def test_any_text_is_read_and_near_codes_are_codes(pcs_tables: Tables, text: str) -> None:
    value = read(text, pcs_tables)
    assert len(value.positions) == LENGTH
    assert len(value.near) <= MOST_NEAR
    assert {code.code for code in value.near} <= NEW


def test_a_code_of_another_day_says_so(pcs_tables: Tables) -> None:
    explained = break_down("F08E5AZ", BEFORE, pcs_tables)
    assert explained.value.code is None
    assert any("from 2026-04-01 to 2026-09-30" in each.says for each in explained.findings)


def test_a_title_that_was_not_read_says_so(pcs_tables: Tables) -> None:
    told = {
        code: [each.says for each in break_down(code, FROM, pcs_tables).findings]
        for code in sorted(NEW - OLD)
    }
    assert {code for code, says in told.items() if says} == {
        "F07DYD0",
        "F07EYD0",
        "F07FYD0",
        "F07GYD0",
    }


def test_the_codes_that_the_source_page_lists(pcs_tables: Tables) -> None:
    said = {code: read(code, pcs_tables).says for code in ("F06L0ZZ", "F06M0ZZ", "F08L0ZZ")}
    assert said == {
        "F06L0ZZ": "Not valid: position 4 is L; table F06 has 3 or Z.",
        "F06M0ZZ": "Not valid: position 4 is M; table F06 has 3 or Z.",
        "F08L0ZZ": "Not valid: position 5 is 0; after F08L the tables have only 5.",
    }
    value = read("F07L0ZZ", pcs_tables)
    assert [each.meaning and each.meaning.title for each in value.positions] == [
        "Physical Rehabilitation and Diagnostic Audiology",
        "Rehabilitation",
        "Motor Treatment",
        "Musculoskeletal System - Lower Back / Lower Extremity",
        "Range of Motion and Joint Mobility",
        "None",
        "None",
    ]


def test_the_grouper_counts_its_list_and_no_audiology(pcs_tables: Tables) -> None:
    counted = {
        day: [code for code in pcs_tables.on(day) if code.counts_for_rehabilitation(day)]
        for day in (BEFORE, FROM)
    }
    assert {day: len(codes) for day, codes in counted.items()} == {BEFORE: 1235, FROM: 1258}
    assert not [code for code in counted[FROM] if code.code.startswith("F1")]
