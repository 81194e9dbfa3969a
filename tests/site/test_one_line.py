"""The visit in one line on the page: read as it is typed, and one state with the form."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.site.calculator_page import (
    PATH,
    WAIT,
    begun_anew,
    button,
    code,
    field,
    is_answered,
    minutes,
    says,
    visit,
)
from tests.site.conftest import Open

SAN_JOSE = visit(("97530", 38), ("97110", 22), ("97140", 8), locality="01112-09")
SAN_JOSE["services"][1] = {"code": "97110", "minutes": 0, "assistant_minutes": 22}  # type: ignore[index] # a list
WRITTEN = "97530 38 97110 22 PT 2026-03-02 national"


@pytest.fixture(scope="module")
def opened(open_once: Open) -> Page:
    page = open_once(PATH)
    is_answered(page)
    return page


@pytest.fixture
def page(opened: Page) -> Page:
    begun_anew(opened)
    expect(line(opened)).to_have_value(WRITTEN, timeout=WAIT)
    return opened


def line(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Visit in one line", exact=True)


def reading(page: Page) -> Locator:
    return page.get_by_role("region", name="Reading of the line", exact=True)


def parts(page: Page) -> Locator:
    return reading(page).get_by_role("listitem")


def paste(page: Page, into: Locator, text: str) -> None:
    into.focus()
    page.evaluate(
        """text => {
          const held = new DataTransfer();
          held.setData("text/plain", text);
          const event = { clipboardData: held, bubbles: true, cancelable: true };
          document.activeElement.dispatchEvent(new ClipboardEvent("paste", event));
        }""",
        text,
    )


def test_a_typed_line_fills_the_form_is_answered_and_asks_back_what_is_not_sure(page: Page) -> None:
    line(page).fill("97530 38 97110 22 97140x8 PT 3/2/26 San Jose PTA:97110=22")
    says(page, SAN_JOSE)
    expect(field(page, "Date of service")).to_have_value("2026-03-02")
    expect(field(page, "Locality")).to_have_value("01112-09 San Jose-Sunnyvale-Santa Clara (Santa Clara County), CA")
    expect(field(page, "Assistant minutes, row 2")).to_have_value("22")
    expect(parts(page)).to_have_count(7)
    expect(parts(page).nth(2)).to_contain_text("x8 read as minutes")
    reading(page).get_by_role("button", name="or 01112-65 San Benito, CA").click()
    says(page, {**SAN_JOSE, "locality": "01112-65"})
    expect(line(page)).to_be_focused()
    expect(line(page)).to_have_value("97530 38 97110 22 97140x8 PT 3/2/26 01112-65 PTA:97110=22")


def test_the_form_writes_the_line_and_what_was_not_understood_stays_in_it(page: Page) -> None:
    line(page).fill(f"{WRITTEN} xyzzy")
    expect(parts(page).last).to_contain_text("not understood, at character 42")
    expect(line(page)).to_have_attribute("aria-invalid", "true")
    expect(line(page)).to_have_accessible_description("6 parts read: 1 part not understood.")
    minutes(page, 2).fill("23")
    page.get_by_label("Counting method").select_option("midpoint")
    expect(line(page)).to_have_value("97530 38 97110 23 PT 2026-03-02 national midpoint xyzzy")
    says(page, visit(("97530", 38), ("97110", 23), method="midpoint"))
    button(page, "Undo").click()
    button(page, "Undo").click()
    expect(line(page)).to_have_value(f"{WRITTEN} xyzzy")
    line(page).fill("97530 38")
    expect(reading(page)).to_contain_text("as the form has it: Date of service 2026-03-02")
    says(page, visit(("97530", 38)))


def test_what_is_wrong_is_marked_with_what_may_have_been_meant(page: Page) -> None:
    line(page).fill("97530 38 97350 8 PT")
    expect(parts(page).nth(1)).to_contain_text("no such code, at character 10")
    reading(page).get_by_role("button", name="97530?").click()
    expect(code(page, 2)).to_have_value("97530")
    says(page, visit(("97530", 38), ("97530", 8)))


def test_codes_places_and_modifiers_are_completed_by_keys(page: Page) -> None:
    line(page).fill("")
    line(page).press_sequentially("exercise for")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", name="97110")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    line(page).press_sequentially("22 san beni")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(line(page)).to_have_value("97110 22 01112-65 ")
    says(page, visit(("97110", 22), locality="01112-65"))
    line(page).fill("")
    line(page).press_sequentially("97530-g")
    offered = page.get_by_role("listbox", name="Visit in one line").get_by_role("option")
    expect(offered).to_have_count(7)
    page.keyboard.press("Escape")
    expect(offered).to_have_count(0)


def test_pasted_tables_fill_rows_and_what_is_left_is_shown_until_taken_away(page: Page) -> None:
    paste(page, line(page), "CPT\tMinutes\tNote\n97112\t26\tbars\n97535\t11\t")
    says(page, visit(("97112", 26), ("97535", 11)))
    expect(line(page)).to_have_value("97112 26 97535 11 PT 2026-03-02 national")
    expect(reading(page)).to_contain_text("bars")
    button(page, "Take it away").click()
    expect(reading(page)).not_to_contain_text("bars")
    paste(page, code(page, 2), "97530 38\n97110 22")
    says(page, visit(("97112", 26), ("97530", 38), ("97110", 22)))


def test_a_line_typed_before_python_is_ready_waits_and_is_read_then(open_page: Open) -> None:
    page = open_page(PATH, size=(360, 740), route=("**/calculator.bin", held := Held()))
    line(page).fill("97112 26 PT")
    waits = reading(page).get_by_text("read as soon as it is ready")
    expect(waits).to_be_visible()
    held.release()
    says(page, visit(("97112", 26)))
    expect(waits).to_be_hidden()
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width == 360


class Held:
    """A request that is kept waiting."""

    def __init__(self) -> None:
        self.waiting: list[object] = []
        self.is_free = False

    def __call__(self, route: object) -> None:
        if self.is_free:
            route.fallback()  # type: ignore[attr-defined] # a route
        else:
            self.waiting.append(route)

    def release(self) -> None:
        self.is_free = True
        for route in self.waiting:
            route.fallback()  # type: ignore[attr-defined] # a route
