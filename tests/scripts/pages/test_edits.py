"""The section about edits on a code's page, and what the matrix draws."""

from scripts.pages import edit_matrix, edits
from scripts.pages.edit_cells import newest_day
from scripts.pages.facts import Facts


def test_a_code_lists_its_active_edits_by_setting_with_indicator_and_quarter(facts: Facts) -> None:
    html = edits.section(facts, "97530")

    assert "Active edits of 97530 with codes of the family: 22" in html
    assert "72 active edits with codes outside the family" in html.replace("\n", "")
    assert "indicator 1, 2026 Q4 (v32.3)" in html
    assert "indicator 1, last seen 2024 Q3" in html


def test_a_deleted_edit_stands_with_the_last_day_in_each_setting(facts: Facts) -> None:
    html = edits.section(facts, "97140")

    assert "practitioner 2019-12-31, outpatient hospital 2019-12-31" in html


def test_a_code_that_no_file_names_has_no_section(facts: Facts) -> None:
    assert edits.section(facts, "97802") == ""


def test_every_active_edit_of_the_matrix_is_drawn_once(facts: Facts) -> None:
    html = edit_matrix.picture(facts.edits, newest_day(facts.edits))

    assert 'data-setting="hospital"' in html
    assert "46 of the 154 codes held here" in html
    assert "153 edits allow a modifier, 19 never; 18 of them last seen in an older quarter" in html


def test_the_matrix_holds_97530_against_the_known_pairs(facts: Facts) -> None:
    html = edit_matrix.picture(facts.edits, newest_day(facts.edits))
    letters = html.split('data-setting="hospital" data-cells="')[1].split('"')[0]
    size = len(edit_matrix.CODES)
    place = edit_matrix.CODES.index
    row = letters[place("97530") * size : (place("97530") + 1) * size]

    assert len(letters) == size * size
    assert {code for code in edit_matrix.CODES if row[place(code)] == "1"} == {
        "97537",
        "97542",
        "97750",
    }
