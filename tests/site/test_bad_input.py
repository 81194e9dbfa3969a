"""What cannot be answered: said at its field, nothing lost, the last good answer kept in grey."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.site.calculator_page import (
    BUILT_IN,
    PATH,
    answer,
    begun_anew,
    button,
    code,
    is_answered,
    link,
    minutes,
    result,
    says,
    sentence,
    visit,
)
from tests.site.conftest import Open

MINUTES = "a whole number from 0 to 1440"
TYPE_TWO = """async field => {
  const began = performance.now();
  field.value = "2";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await new Promise(requestAnimationFrame);
  return performance.now() - began;
}"""


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


def is_refused(page: Page, field: Locator, says_: str) -> None:
    """Expect a message at the field, a way to it above the answer, the last answer in grey."""
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(says_)
    shown = answer(page)
    expect(shown).to_contain_class("is-greyed")
    expect(shown).to_contain_text("One thing to put right")
    expect(shown).to_contain_text("Below, in grey, the last good answer (")
    expect(shown.locator(".sentence")).to_have_text(sentence(BUILT_IN))
    shown.get_by_role("link", name=says_.partition(":")[0], exact=True).click()
    expect(field).to_be_focused()


@pytest.mark.parametrize(
    ("typed", "got"),
    [
        ("-5", "-5"),
        ("1441", "1441"),
        ("1.5", "1.5"),
        ("26.0", "26.0"),
        ("1e3", "1e3"),
        ("abc", "abc"),
        ("NaN", "NaN"),
        ("Infinity", "Infinity"),
        ("true", "true"),
        ("026", "026"),
        ("<b>8</b>", "<b>8</b>"),
        ('8"', '8"'),
        ("٣", "٣"),
        ("9" * 200, "9" * 80),
    ],
)
def test_minutes_that_are_none(page: Page, typed: str, got: str) -> None:
    minutes(page, 2).fill(typed)

    is_refused(page, minutes(page, 2), f"Minutes, row 2: got {got}; takes {MINUTES}.")
    expect(minutes(page, 2)).to_have_value(typed)

    minutes(page, 2).fill("22")
    says(page, BUILT_IN)
    expect(page.locator("[aria-invalid]")).to_have_count(0)


def test_an_unknown_code_comes_with_near_ones(page: Page) -> None:
    code(page, 2).fill("97350")

    is_refused(
        page,
        code(page, 2),
        "Code, row 2: got 97350; takes a code of the family. 97530? 97150? 97550?",
    )
    button(page, "97530?").click()
    expect(code(page, 2)).to_have_value("97530")
    expect(code(page, 2)).to_be_focused()
    says(page, visit(("97530", 38), ("97530", 22)))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2027-01-04", "No figures are held for 2027-01-04; the calculator answers"),
        ("1/4/2027", "No figures are held for 2027-01-04; the calculator answers"),
        ("2024-12-31", "No figures are held for 2024-12-31; the calculator answers"),
        ("2026-02-30", "Date of service: got 2026-02-30; takes a day from"),
    ],
)
def test_a_date_without_figures(page: Page, typed: str, said: str) -> None:
    field = page.get_by_role("textbox", name="Date of service")
    field.fill(typed)

    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#date-problem")).to_contain_text(said)
    expect(answer(page).locator(".sentence")).to_have_text(sentence(BUILT_IN))
    expect(answer(page)).to_contain_class("is-greyed")


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Date of service", "soon"),
        ("Date of service", ""),
        ("Deductible left", "some"),
        ("Deductible left", "-1"),
        ("Deductible left", "1.234"),
        ("Deductible left", ""),
    ],
)
def test_text_where_a_day_or_dollars_belong(page: Page, name: str, typed: str) -> None:
    field = page.get_by_role("textbox", name=name)
    field.fill(typed)
    field.press("Tab")

    expect(page.locator(f"#{field.get_attribute('id')}-problem")).to_contain_text(
        f"{name}: got {typed or 'an empty text'}; takes"
    )
    expect(field).to_have_value(typed)


@pytest.mark.parametrize("typed", ["99999-99", "Atlantis"])
def test_an_unknown_locality(page: Page, typed: str) -> None:
    field = page.get_by_role("combobox", name="Locality")
    field.fill(typed)

    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#locality-problem")).to_contain_text(f"Locality: got {typed}; takes ")
    expect(field).to_have_value(typed)


def test_a_blank_row_is_left_out(page: Page) -> None:
    button(page, "Add a service").click()
    button(page, "Add a service").click()
    minutes(page, 1).fill("53")

    says(page, visit(("97530", 53), ("97110", 22)))


@pytest.mark.parametrize(
    ("typed", "left_out", "message"),
    [
        ("code", "minutes", f"Minutes, row 3: got nothing; takes {MINUTES}."),
        ("minutes", "code", "Code, row 3: got nothing; takes "),
    ],
)
def test_half_a_row_is_refused_when_focus_leaves_it_and_not_before(
    page: Page, typed: str, left_out: str, message: str
) -> None:
    button(page, "Add a service").click()
    fields = {"code": code(page, 3), "minutes": minutes(page, 3)}
    fields[typed].fill("97140" if typed == "code" else "15")
    fields[left_out].focus()
    page.wait_for_timeout(1500)
    expect(page.locator("[aria-invalid]")).to_have_count(0)

    button(page, "Undo").focus()
    expect(fields[left_out]).to_have_attribute("aria-invalid", "true")
    expect(page.locator(f"#{left_out}-3-problem")).to_contain_text(message)


def test_a_code_still_being_typed_is_not_refused_at_once(page: Page) -> None:
    code(page, 2).press("Control+a")
    code(page, 2).press_sequentially("9711", delay=60)
    expect(page.locator("[aria-invalid]")).to_have_count(0)

    code(page, 2).press("2")
    says(page, visit(("97530", 38), ("97112", 22)))


def test_several_problems_are_counted_and_each_is_led_to(page: Page) -> None:
    minutes(page, 1).fill("-5")
    code(page, 2).fill("97350")

    expect(answer(page)).to_contain_text("Two things to put right: Minutes, row 1 and Code, row 2.")
    expect(result(page)).to_contain_text("Two things to put right")
    answer(page).get_by_role("link", name="Code, row 2").click()
    expect(code(page, 2)).to_be_focused()


def test_the_last_good_answer_is_the_last_one_given(page: Page) -> None:
    minutes(page, 1).fill("53")
    says(page, visit(("97530", 53), ("97110", 22)))
    minutes(page, 2).fill("-1")

    expect(answer(page)).to_contain_text("for 97530 53, 97110 22; 2026-03-02")
    expect(answer(page).locator(".sentence")).to_have_text(
        sentence(visit(("97530", 53), ("97110", 22)))
    )


def test_removing_the_bad_row_numbers_and_answers_the_rest(page: Page) -> None:
    minutes(page, 1).fill("-5")
    expect(minutes(page, 1)).to_have_attribute("aria-invalid", "true")
    button(page, "Remove row 1").click()

    says(page, visit(("97110", 22)))
    expect(page.locator("[aria-invalid]")).to_have_count(0)


def test_more_minutes_of_one_code_than_a_day_has(page: Page) -> None:
    code(page, 2).fill("97530")
    minutes(page, 1).fill("800")
    minutes(page, 2).fill("800")

    expect(page.locator("#services-problem")).to_be_visible()
    expect(answer(page)).to_contain_class("is-greyed")


def test_two_thousand_rows_are_refused_and_the_page_stays_quick(open_page: Open) -> None:
    asked = visit(*[("97530", 1)] * 2000)
    page = open_page(link(asked))
    expect(page.locator("#services-problem")).to_be_visible(timeout=30_000)
    expect(answer(page)).to_contain_text("One thing to put right")

    # In the page itself: to find a field by its name among so many takes longer than to change it.
    assert minutes(page, 1).evaluate(TYPE_TWO) < 2000  # milliseconds
    expect(button(page, "Undo")).to_be_visible()
    expect(code(page, 2000)).to_have_value("97530")


def test_a_row_that_lost_its_minutes_is_no_longer_answered(page: Page) -> None:
    minutes(page, 1).fill("")

    expect(answer(page)).to_contain_class("is-greyed")
    expect(answer(page)).to_contain_text("Row 1 is not complete.")

    for _ in range(3):  # past the assistant's minutes and those together, which may yet be typed
        page.keyboard.press("Tab")
    is_refused(page, minutes(page, 1), f"Minutes, row 1: got nothing; takes {MINUTES}.")

    minutes(page, 1).fill("38")
    says(page, BUILT_IN)


def test_a_code_without_figures_for_the_date_is_not_suggested_again(page: Page) -> None:
    page.get_by_role("textbox", name="Date of service").fill("2025-03-03")
    code(page, 2).fill("98984")

    expect(page.locator("#code-2-problem")).to_have_text(
        "Code, row 2: got 98984; takes a code with figures for 2025-03-03."
    )
