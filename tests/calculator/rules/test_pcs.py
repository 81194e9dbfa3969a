"""PCS codes read character by character, held against the plain list of codes."""

import csv
import itertools
import string
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, strategies

from calculator.reference.pcs import Tables
from calculator.rules.pcs import MOST_NEAR, Breakdown, Choice, State, break_down, tidy
from calculator.words.explained import Finding, Step

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


READ_BY = ("cms-icd10pcs-2024-codes", "cms-icd10pcs-2027", "msdrg-grouper-v43")
TABLES = ("cms-icd10pcs-2026-tables",)
NAMED_BY = (*TABLES, "cms-icd10pcs-2026-definitions")
SINCE, GROUPER = ("cms-icd10pcs-2027", "msdrg-grouper-v43"), ("msdrg-grouper-v43",)
RELEASE = "ICD-10-PCS FY2026"


def test_a_valid_code_is_told_in_five_steps(pcs_tables: Tables) -> None:
    explained = break_down("F07L0ZZ", FROM, pcs_tables)

    held = "F07L0ZZ is read against the 1,411 codes of section F in force on 2026-04-01."
    table = "The first three characters, F07, name the table Motor Treatment."
    older = "F07L0ZZ is older than 2025-10-01, and held from then to 2026-09-30."
    counts = (
        "The grouper counts F07L0ZZ for MS-DRG 945 and 946. It is no operating-room procedure, so"
        " alone it leads to no MS-DRG."
    )
    assert explained.steps == (
        Step("pcs", held, READ_BY, RELEASE),
        Step("pcs", table, NAMED_BY, "F07"),
        Step("pcs", "Row 1 of table F07 holds L, 0, Z and Z.", TABLES, "a code"),
        Step("pcs", older, READ_BY, "from 2025-10-01"),
        Step("pcs", counts, GROUPER, "counts"),
    )
    assert explained.findings == ()
    assert (explained.value.text, explained.value.day) == ("F07L0ZZ", FROM)
    assert explained.value.row == pcs_tables.row("F07L0ZZ")
    assert (explained.value.fitting, explained.value.near) == (1, ())


def test_an_added_code_is_told_with_the_day_it_began(pcs_tables: Tables) -> None:
    explained = break_down("F07DYD0", FROM, pcs_tables)

    row = (
        "The combination D, Y, D and 0 is among the additions of 2026-04-01 to table F07; its row"
        " in the April tables is not known."
    )
    new = "F07DYD0 is new on 2026-04-01 and held to 2026-09-30."
    title = "The title of F07DYD0 was made after its neighbour’s, not read."
    assert explained.steps[2:4] == (
        Step("pcs", row, SINCE, "a code"),
        Step("pcs", new, READ_BY, "from 2026-04-01"),
    )
    assert explained.findings == (Finding("pcs", title, READ_BY[:2]),)


def test_a_code_that_the_grouper_does_not_count_says_so(pcs_tables: Tables) -> None:
    step = break_down("F15Z6ZZ", FROM, pcs_tables).steps[-1]

    assert step.gives == "does not count"
    assert step.says.startswith("The grouper does not count F15Z6ZZ for MS-DRG 945 and 946.")


@pytest.mark.parametrize(
    ("text", "says", "steps"),
    [
        ("", "Not complete: positions 1 to 7 are open; 1,411 codes fit.", 1),
        ("F15", "Not complete: positions 4 to 7 are open; 16 codes fit.", 2),
        ("F?7L??Z", "Not complete: positions 2, 5 and 6 are open; 31 codes fit.", 1),
        ("F0?L0ZZ", "Not complete: position 3 is open; 2 codes fit.", 1),
        ("F07L0", "Not complete: positions 6 and 7 are open; 5 codes fit.", 2),
        ("X", "Not valid: position 1 is X; every code of this section begins with F.", 2),
        ("F2", "Not valid: position 2 is 2; after F the tables have 0 or 1.", 2),
        ("F07LO", "Not valid: position 5 is O; after F07L the tables have 0, 1, 2, 3, 6 or 7.", 3),
    ],
)
def test_the_headline_says_what_is_open_or_wrong(
    text: str, says: str, steps: int, pcs_tables: Tables
) -> None:
    explained = break_down(text, FROM, pcs_tables)

    assert explained.value.says == says
    assert len(explained.steps) == steps
    assert explained.steps[0].says.startswith(f"{text or 'Nothing yet'} is read against the")
    if says.startswith("Not valid"):
        wrong = says.removeprefix("Not valid: ").replace("position", "Position", 1)
        assert explained.steps[-1] == Step("pcs", wrong, TABLES, "not a code")


def test_every_finding_stands_with_its_sources(pcs_tables: Tables) -> None:
    letters = break_down("f07 lO", FROM, pcs_tables).findings
    both = break_down("FOI", FROM, pcs_tables).findings
    (early,) = break_down("F08E5AZ", BEFORE, pcs_tables).findings

    assert letters == (
        Finding("pcs", "Read as F07LO: blanks are left out, letters are capitals.", ()),
        Finding("pcs", "PCS codes have no letter O: digits 1 and 0 stand in their place.", TABLES),
    )
    (named,) = both
    assert named.says == "PCS codes have no letter I or O: digits 1 and 0 stand in their place."
    assert early == Finding(
        "pcs",
        "F08E5AZ is a code from 2026-04-01 to 2026-09-30: Wound Management Treatment of"
        " Integumentary System - Thorax / Abdomen using Negative Pressure Therapy.",
        GROUPER,
    )
    (nothing,) = break_down("  ", FROM, pcs_tables).findings
    assert nothing.says == "Read as nothing: blanks are left out, letters are capitals."


def test_each_position_is_told_with_its_axis_and_meaning(pcs_tables: Tables) -> None:
    positions = read("F08L0ZZ", pcs_tables).positions

    assert [(each.number, each.axis, each.character, each.state) for each in positions] == [
        (1, "Section", "F", State.READ),
        (2, "Section qualifier", "0", State.READ),
        (3, "Root type", "8", State.READ),
        (4, "Body system / region", "L", State.READ),
        (5, "Type qualifier", "0", State.WRONG),
        (6, "Equipment", "Z", State.UNREAD),
        (7, "Qualifier", "Z", State.UNREAD),
    ]
    assert [each.meaning is not None for each in positions] == [True] * 4 + [False] * 3
    assert [each.elsewhere for each in positions] == [""] * 7
    assert positions[1].choices == (
        Choice("0", "Rehabilitation", "F0", keeps=False),
        Choice("1", "Diagnostic Audiology", "F1", keeps=False),
    )
    assert positions[4].choices == (Choice("5", "Wound Management", "F08L5ZZ", keeps=True),)
    assert positions[5].choices == positions[6].choices == ()


def test_open_places_have_no_meaning_and_their_choices_keep_what_is_behind(
    pcs_tables: Tables,
) -> None:
    positions = read("F?7L??Z", pcs_tables).positions

    assert [each.state for each in positions] == [
        *(State.READ, State.OPEN, State.READ, State.READ, State.OPEN, State.OPEN, State.READ),
    ]
    assert positions[1].character == "?"
    assert positions[1].choices == (
        Choice("0", "Rehabilitation", "F07L??Z", keeps=True),
        Choice("1", "Diagnostic Audiology", "F1", keeps=False),
    )
    assert positions[4].choices[0] == Choice(
        "0", "Range of Motion and Joint Mobility", "F?7L0?Z", keeps=True
    )


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("F08L0ZZ", ["F08L5ZZ", "F01L0ZZ", "F07L0ZZ", "F08Z0ZZ"]),
        ("F08L5", []),
        ("XXXL0ZZ", []),
        ("F07L0ZZ", []),
    ],
)
def test_near_codes_begin_with_those_that_differ_where_the_text_is_wrong(
    text: str, near: list[str], pcs_tables: Tables
) -> None:
    assert [code.code for code in read(text, pcs_tables).near] == near
