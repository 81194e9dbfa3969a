"""What stands around the form: what is kept where, what must not be typed, the tour, help."""

import pytest
from playwright.sync_api import Page, expect

from tests.site.calculator_page import PATH, answer, button, code, is_answered, minutes
from tests.site.conftest import Open


@pytest.fixture(scope="module")
def page(open_once: Open) -> Page:
    """Open the calculator on a site that is renewed as soon as somebody asks."""
    renewed = ("**/site.json", lambda route: route.fulfill(json={"edition": "newer"}))
    page = open_once(PATH, route=renewed)
    is_answered(page)
    return page


def test_a_visit_survives_reload_and_the_way_back(page: Page) -> None:
    minutes(page, 2).fill("31")
    page.reload()
    expect(minutes(page, 2)).to_have_value("31")
    page.goto(page.url.replace("calculator/", "glossary/"))
    page.go_back()
    expect(minutes(page, 2)).to_have_value("31")
    assert page.evaluate("Object.keys(localStorage).filter(key => /reference/.test(key))") == []


def test_the_device_remembers_only_after_one_click_and_forgets_after_one(page: Page) -> None:
    remember = page.get_by_role("checkbox", name="Remember on this device")
    expect(remember).not_to_be_checked()
    page.get_by_label("Counting method", exact=True).select_option("midpoint")
    remember.check()
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.get_by_label("Counting method", exact=True)).to_have_value("midpoint")
    expect(minutes(other, 2)).to_have_value("22")
    last = other.get_by_role("button", name="Open the last one: 97530 38, 97110 31")
    last.click()
    expect(minutes(other, 2)).to_have_value("31")
    other.close()
    button(page, "Forget all that is kept").click()
    expect(remember).not_to_be_checked()
    assert page.evaluate("Object.keys(localStorage).filter(key => /reference/.test(key))") == []


def test_what_tells_of_a_patient_is_pointed_out_and_not_kept(page: Page) -> None:
    place = page.get_by_role("combobox", name="Locality", exact=True)
    for text, what in (
        ("DOB 3/2/1952", "a birth date"),
        ("1EG4-TE5-MK73", "a Medicare Beneficiary Identifier"),
        ("219-09-9999", "a Social Security number"),
        ("(408) 555-0100", "a telephone number"),
        ("MRN: 0012345", "a record number"),
        ("a.b@clinic.example", "an e-mail address"),
    ):
        place.fill(text)
        expect(page.get_by_role("alert").filter(has_text=f"looks like {what}.")).to_be_visible()
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert page.evaluate("JSON.parse(sessionStorage.getItem(history.state.place)).locality") == ""
    place.fill("01112-65 San Francisco 3/2/26")
    expect(page.get_by_text("This looks like")).to_have_count(0)
    place.fill("national")
    code(page, 1).focus()


def test_the_tour_has_four_steps_moves_focus_and_ends_with_escape(page: Page) -> None:
    tour = button(page, "Tour in four steps")
    expect(page.get_by_text("New here?")).to_be_visible()
    tour.click()
    for number in (1, 2, 3):
        heading = page.get_by_role("heading", name=f"{number} of 4")
        expect(heading).to_be_focused()
        button(page, "Next step").click()
    expect(page.get_by_role("heading", name="4 of 4")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="of 4")).to_have_count(0)
    expect(tour).to_be_focused()
    expect(page.get_by_text("New here?")).to_be_hidden()


def test_help_opens_where_the_question_arises_and_leads_to_the_rule(page: Page) -> None:
    page.get_by_label("What the year holds").press("Enter")
    rule = page.get_by_role("link", name="The rule of threshold used")
    expect(rule).to_be_visible()
    assert page.request.get(rule.evaluate("link => link.href")).ok


def test_a_site_that_was_renewed_is_noticed_when_the_reader_comes_back(page: Page) -> None:
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    news = page.get_by_role("status", name="News of the site")
    expect(news).to_contain_text("Reload to use edition newer; what you typed stays.")
    expect(minutes(page, 2)).to_have_value("31")
    expect(answer(page)).to_be_visible()
