"""A whole visit without a mouse."""

import pytest
from playwright.sync_api import Page, expect

from tests.site.calculator_page import (
    PATH,
    answer,
    begun_anew,
    button,
    code,
    is_answered,
    minutes,
    result,
    says,
    visit,
)
from tests.site.conftest import Open


@pytest.fixture(scope="module")
def opened(open_once: Open) -> Page:
    """Open the calculator and wait until Python has answered."""
    page = open_once(PATH)
    is_answered(page)
    return page


@pytest.fixture
def page(opened: Page) -> Page:
    """Give the calculator with its built-in visit, whatever was typed before."""
    return begun_anew(opened)


def press(page: Page, *keys: str) -> None:
    """Press keys one after the other; a text of several characters is typed."""
    for key in keys:
        if key.isalnum() and key.isascii() and key not in NAMED:
            page.keyboard.type(key)
        else:
            page.keyboard.press(key)


NAMED = ("Tab", "Enter", "ArrowDown", "ArrowUp", "Escape", "Space")


def test_a_visit_is_entered_chosen_and_explained_by_keys_alone(page: Page) -> None:
    page.get_by_role("textbox", name="Date of service").press("Control+a")
    page.keyboard.type("5/6/2026")
    press(page, "Tab", "ArrowDown", "Tab")
    expect(page.get_by_label("Discipline", exact=True)).to_have_value("OT")
    expect(page.get_by_role("combobox", name="Locality")).to_be_focused()
    page.keyboard.type("san jose")
    press(page, "ArrowDown", "ArrowDown", "Enter", *["Tab"] * 5)
    expect(code(page, 1)).to_be_focused()
    press(page, "97535", "Tab", "26", *["Tab"] * 5)
    press(page, "97112", "Tab", "11", "Enter")
    expect(code(page, 3)).to_be_focused()
    press(page, "G0283", "Tab", "15")

    asked = visit(
        ("97535", 26),
        ("97112", 11),
        ("G0283", 15),
        date="2026-05-06",
        discipline="OT",
        locality="01112-65",
    )
    says(page, asked)
    expect(result(page)).to_have_text(answer(page).locator(".sentence").inner_text())

    press(page, *["Tab"] * 11)
    expect(page.get_by_role("textbox", name="Deductible left")).to_be_focused()
    press(page, "Tab")
    expect(page.get_by_role("textbox", name="Threshold used so far")).to_be_focused()
    summary = answer(page).get_by_role("region", name="Why").locator("summary").first
    for _ in range(30):
        press(page, "Tab")
        if summary.evaluate("element => element === document.activeElement"):
            break
    press(page, "Enter")
    expect(summary.locator("xpath=..")).to_have_attribute("open", "")


def test_the_list_under_a_field_opens_moves_closes_and_takes(page: Page) -> None:
    field = code(page, 1)
    field.focus()
    press(page, "Control+a", "9753")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("listbox")).to_be_visible()
    press(page, "ArrowUp")
    listbox = page.get_by_role("listbox")
    expect(listbox.get_by_role("option", selected=True)).to_contain_text("97537")
    press(page, "Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("9753")
    press(page, "ArrowDown", "ArrowDown", "Tab")
    expect(field).to_have_value("97533")
    expect(minutes(page, 1)).to_be_focused()


def test_arrows_count_minutes_up_and_down(page: Page) -> None:
    minutes(page, 2).focus()
    press(page, "ArrowUp")
    says(page, visit(("97530", 38), ("97110", 23)))
    expect(minutes(page, 2)).to_have_attribute("aria-valuenow", "23")
    minutes(page, 2).fill("0")
    press(page, "ArrowDown")
    expect(minutes(page, 2)).to_have_value("0")


def test_enter_goes_to_the_next_row_and_adds_one_after_the_last(page: Page) -> None:
    minutes(page, 1).press("Enter")
    expect(code(page, 2)).to_be_focused()
    minutes(page, 2).press("Enter")
    expect(code(page, 3)).to_be_focused()


def test_buttons_work_by_keys_and_keep_focus(page: Page) -> None:
    button(page, "Remove row 2").press("Enter")
    expect(button(page, "Add a service")).to_be_focused()
    press(page, "Tab", "Space")
    expect(button(page, "Undo")).to_be_focused()
    expect(code(page, 2)).to_have_value("97110")
    press(page, "Space")
    expect(button(page, "Undo")).to_be_focused()


def test_undo_and_redo_by_keys_say_what_they_did_and_leave_typing_to_the_browser(
    page: Page,
) -> None:
    said = page.get_by_role("status", name="Last step", exact=True)
    minutes(page, 2).focus()
    press(page, "Control+a", "31")
    press(page, "Control+z")
    expect(said).to_be_empty()
    minutes(page, 2).fill("31")
    code(page, 1).focus()
    press(page, "Control+z")
    expect(minutes(page, 2)).to_have_value("22")
    expect(said).to_have_text("Undone. Minutes, row 2: 22.")
    press(page, "Control+y")
    expect(minutes(page, 2)).to_have_value("31")
    expect(said).to_have_text("Done again. Minutes, row 2: 31.")
    button(page, "Clear").press("Enter")
    press(page, "Control+z")
    expect(minutes(page, 2)).to_have_value("31")


def test_a_question_mark_lists_the_keys_only_outside_of_fields(page: Page) -> None:
    keys = page.get_by_role("dialog", name="Keys")
    code(page, 1).focus()
    press(page, "?")
    expect(keys).to_be_hidden()
    button(page, "Add a service").focus()
    press(page, "?")
    expect(keys).to_be_visible()
    press(page, "Escape")
    expect(button(page, "Add a service")).to_be_focused()
    button(page, "Keyboard shortcuts").press("Enter")
    keys.get_by_label("The key ? opens this list").uncheck()
    keys.get_by_role("button", name="Close").press("Enter")
    expect(button(page, "Keyboard shortcuts")).to_be_focused()
    press(page, "?")
    expect(keys).to_be_hidden()
