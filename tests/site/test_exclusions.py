"""The page of exclusions: the question about two codes, the matrix under keys, without JavaScript."""

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.site.axe import serious
from tests.site.conftest import Open

PATH = "exclusions/"


def cell(page: Page) -> Locator:
    """Give the cell of the matrix that keys are on."""
    return page.get_by_role("grid", name="Edits of the family").get_by_role("gridcell")


def answer(page: Page) -> Locator:
    """Give the region with the answer."""
    return page.get_by_role("region", name="Answer about the pair")


def ask(page: Page, first: str, second: str, setting: str = "practitioner") -> None:
    """Fill the form in."""
    page.get_by_role("combobox", name="Setting").select_option(setting)
    page.get_by_role("combobox", name="First code").fill(first)
    page.get_by_role("combobox", name="Second code").fill(second)


def test_the_answer_comes_from_python_and_the_address_holds_the_question(open_page: Open) -> None:
    page = open_page(PATH)
    ask(page, "97161", "97164")

    expect(answer(page)).to_contain_text("No, as last seen in NCCI PTP 2024 Q3: indicator 0")
    assert page.url.endswith("#pair=97161,97164,practitioner,2026-10-01")
    expect(page.get_by_role("status", name="Result")).to_have_text(
        "No, as last seen in NCCI PTP 2024 Q3: indicator 0, no modifier opened it."
    )
    assert serious(page) == []


def test_a_link_with_two_codes_asks_about_them(open_page: Open) -> None:
    page = open_page(f"{PATH}#pair=97140,98941")

    expect(answer(page)).to_contain_text("Not in our data. That is not the same as no edit.")
    expect(answer(page)).to_contain_text("another region of the body")


def test_a_link_that_cannot_be_read_leaves_the_page_as_it_is(open_page: Open) -> None:
    page = open_page(f"{PATH}#pair=%")

    expect(page.get_by_role("combobox", name="Setting")).to_be_visible()
    expect(answer(page)).to_contain_text("Only with a modifier")


def test_a_missing_file_is_named_and_can_be_tried_again(open_page: Open) -> None:
    missing = [True]

    def handle(route: Route) -> None:
        if missing[0]:
            route.fulfill(status=404)
        else:
            route.continue_()

    page = open_page(PATH, route=("**/edits.json", handle))
    ask(page, "97161", "97164")
    expect(page.locator(".broken .says")).to_have_text(
        "The calculator cannot start: the file edits.json is missing."
    )
    expect(answer(page)).to_contain_text("Only with a modifier")
    missing[0] = False
    page.get_by_role("button", name="Try again").click()

    expect(answer(page)).to_contain_text("No, as last seen in NCCI PTP 2024 Q3: indicator 0")
    expect(page.locator(".broken:not(template)")).to_have_count(0)


def test_a_link_with_one_code_waits_for_the_other(open_page: Open) -> None:
    page = open_page(f"{PATH}#pair=97535")

    expect(page.get_by_role("combobox", name="First code")).to_have_value("97535")
    expect(page.get_by_role("combobox", name="Second code")).to_be_focused()


def test_what_is_refused_is_said_at_its_field_and_the_last_answer_stays(open_page: Open) -> None:
    page = open_page(PATH)
    page.get_by_role("textbox", name="Date of service").fill("2027-01-04")
    page.keyboard.press("Enter")

    expect(page.locator("#date-problem")).to_have_text(
        "No edits are held for 2027-01-04; those held answer 2024-07-01 to 2026-12-31."
    )
    expect(page.get_by_role("textbox", name="Date of service")).to_have_attribute(
        "aria-invalid", "true"
    )
    expect(answer(page)).to_contain_text("Only with a modifier")

    page.get_by_role("textbox", name="Date of service").fill("11/3/2026")
    page.keyboard.press("Enter")
    expect(page.locator("#date-problem")).to_be_hidden()
    expect(answer(page)).to_contain_text("2026-11-03")


def test_the_matrix_is_one_tab_stop_arrows_move_and_enter_asks(open_page: Open) -> None:
    page = open_page(PATH)
    page.get_by_role("textbox", name="Date of service").focus()
    stops = []
    for _ in range(20):  # the links of the answer among them
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.getAttribute('role')"))
    assert stops.count("gridcell") == 1

    cell(page).focus()
    page.keyboard.press("Home")
    expect(cell(page)).to_have_accessible_name(
        "97150 column one, 97012 column two: no active edit in this order"
    )
    page.keyboard.press("Control+Home")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(cell(page)).to_be_focused()
    expect(cell(page)).to_have_accessible_name(
        "97012 column one, 97018 column two: edit, indicator 1, a modifier opens it"
    )
    page.keyboard.press("Enter")

    expect(page.get_by_role("combobox", name="First code")).to_have_value("97012")
    expect(page.get_by_role("combobox", name="Second code")).to_have_value("97018")
    expect(answer(page)).to_contain_text("Only with a modifier")


def test_a_click_in_the_matrix_asks_about_its_pair(open_page: Open) -> None:
    page = open_page(PATH)
    box = cell(page).bounding_box()
    assert box is not None
    page.mouse.click(box["x"] - 8, box["y"] + 8)

    expect(page.get_by_role("combobox", name="First code")).to_have_value("97150")
    expect(page.get_by_role("combobox", name="Second code")).to_have_value("97150")
    expect(answer(page)).to_contain_text("One code is no pair")


def test_the_setting_chooses_the_matrix(open_page: Open) -> None:
    page = open_page(PATH)
    hospital = page.locator(".edit-matrix[data-setting=hospital]")
    practitioner = page.locator(".edit-matrix[data-setting=practitioner]")
    expect(hospital).to_be_visible()
    expect(practitioner).to_be_hidden()

    page.get_by_role("combobox", name="Setting").select_option("practitioner")

    expect(practitioner).to_be_visible()
    expect(hospital).to_be_hidden()


def test_the_table_holds_what_the_picture_shows_and_can_be_filtered(open_page: Open) -> None:
    page = open_page(PATH)
    page.get_by_text("As a table").click()
    rows = page.locator("#family-edits tbody tr:visible")
    before = rows.count()
    page.get_by_role("searchbox", name="Code or word").fill("97150 97530")

    expect(rows).to_have_count(1)
    expect(rows.first).to_contain_text("indicator 1, 2026 Q4")
    assert before > 150


def test_without_javascript_both_matrices_and_an_answer_are_there(open_page: Open) -> None:
    page = open_page(PATH, java_script_enabled=False)

    expect(page.get_by_role("img", name="Edits of the family, practitioner")).to_be_visible()
    expect(page.get_by_role("img", name="Edits of the family, outpatient hospital")).to_be_visible()
    expect(answer(page)).to_contain_text("Only with a modifier")


@pytest.mark.parametrize("code", ["97110", "97112", "97150", "97535", "97129", "97537", "97545"])
def test_codes_people_confuse_stand_side_by_side_under_their_anchor(
    open_page: Open, code: str
) -> None:
    page = open_page(PATH, java_script_enabled=False)

    expect(page.locator(f"#confused-{code}")).to_have_text(f"97530 or {code}")


def test_a_narrow_window_keeps_the_matrix_in_a_scroller_of_its_own(open_page: Open) -> None:
    page = open_page(PATH, size=(360, 740))
    page.wait_for_load_state("networkidle")

    assert page.evaluate("document.documentElement.scrollWidth") == 360
    cell(page).focus()
    page.keyboard.press("End")
    box = cell(page).bounding_box()
    assert box is not None
    assert 0 <= box["x"] <= 342
