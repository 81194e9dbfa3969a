"""The calculator in a real browser: what is typed is answered by Python, in the page."""

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.conftest import Launch
from tests.site.calculator_page import (
    BUILT_IN,
    DEFAULT,
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


@pytest.fixture
def new_page(open_page: Open) -> Page:
    """Open the calculator anew: nothing of it can be undone."""
    page = open_page(PATH)
    is_answered(page)
    return page


def test_an_answer_stands_before_any_program_has_come(open_page: Open) -> None:
    page = open_page(PATH, java_script_enabled=False)

    says(page, BUILT_IN)
    # Text inside noscript is passed over when looked for by text.
    expect(page.locator("noscript p")).to_be_visible()


def test_a_program_that_never_comes_is_named_after_a_while(open_page: Open) -> None:
    page = open_page(PATH, route=("**/calculator.js", lambda route: route.abort()))

    expect(page.get_by_text("The calculator’s program has not come.")).to_be_visible(timeout=9000)
    says(page, BUILT_IN)


def test_the_first_answer_of_python_is_the_built_in_one(new_page: Page) -> None:
    says(new_page, BUILT_IN)
    expect(answer(new_page).get_by_role("table", name="Claim lines")).to_be_visible()
    expect(answer(new_page).get_by_role("table", name="Money, from fee to payment")).to_be_visible()
    expect(answer(new_page).get_by_role("region", name="Why")).to_be_visible()


def test_every_change_is_answered_without_a_button(page: Page) -> None:
    minutes(page, 1).fill("53")
    says(page, visit(("97530", 53), ("97110", 22)))

    page.get_by_label("Discipline", exact=True).select_option("OT")
    says(page, visit(("97530", 53), ("97110", 22), discipline="OT"))
    expect(answer(page).get_by_role("table", name="Claim lines")).to_contain_text("GO")

    page.get_by_label("Counting method").select_option("midpoint")
    page.get_by_label("Conversion factor").select_option("true")
    page.get_by_role("textbox", name="Deductible left").fill("$40")
    page.get_by_role("textbox", name="Date of service").fill("3/3/2026")
    asked = visit(
        ("97530", 53),
        ("97110", 22),
        discipline="OT",
        method="midpoint",
        qualifying_apm=True,
        deductible_remaining="40.00",
        date="2026-03-03",
    )
    says(page, asked)
    expect(answer(page)).to_contain_text("$40.00 of it deductible")
    expect(page.get_by_role("textbox", name="Deductible left")).to_have_value("40.00")


def test_rows_are_added_and_removed(page: Page) -> None:
    button(page, "Add a service").click()
    expect(code(page, 3)).to_be_focused()
    page.keyboard.type("g0283")
    page.keyboard.press("Tab")
    page.keyboard.type("15")
    says(page, visit(("97530", 38), ("97110", 22), ("G0283", 15)))

    button(page, "Remove row 1").click()
    expect(code(page, 1)).to_be_focused()
    expect(code(page, 1)).to_have_value("97110")
    says(page, visit(("97110", 22), ("G0283", 15)))

    button(page, "Remove row 2").click()
    expect(button(page, "Add a service")).to_be_focused()


def test_a_tie_is_said_with_both_codes_and_both_claims(page: Page) -> None:
    minutes(page, 2).fill("23")

    tie = answer(page).get_by_role("note", name="Tie")
    expect(tie).to_contain_text("97530 (shown)")
    expect(tie).to_contain_text("97110")
    tie.locator("summary").click()
    expect(tie.get_by_role("table")).to_be_visible()


def test_a_place_with_two_localities_is_asked_back(page: Page) -> None:
    locality = page.get_by_role("combobox", name="Locality")
    locality.fill("San José")
    expect(page.get_by_role("listbox").get_by_role("option")).to_have_count(2)
    locality.press("Tab")
    expect(page.get_by_text("San José can mean two localities.")).to_be_visible()
    expect(answer(page)).to_contain_class("is-greyed")

    page.get_by_role("button", name="01112-65").click()
    says(page, visit(("97530", 38), ("97110", 22), locality="01112-65"))
    expect(locality).to_have_value(re.compile("^01112-65 .*San Benito"))


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("01112-09", "01112-09"),
        ("san benito", "01112-65"),
        ("Arkansas", "07102-13"),
        ("Kansas", "05202-00"),
        ("National", "national"),
    ],
)
def test_a_locality_is_found_by_key_place_or_county(page: Page, typed: str, key: str) -> None:
    page.get_by_role("combobox", name="Locality").fill(typed)
    page.keyboard.press("Enter")

    says(page, visit(("97530", 38), ("97110", 22), locality=key))


def test_a_code_is_found_by_our_own_label(page: Page) -> None:
    code(page, 2).fill("massage")
    page.get_by_role("option", name="97124").click()

    expect(code(page, 2)).to_have_value("97124")
    says(page, visit(("97530", 38), ("97124", 22)))


def test_undo_and_redo_go_through_every_change(new_page: Page) -> None:
    page = new_page
    minutes(page, 1).fill("53")
    minutes(page, 1).press("Tab")
    button(page, "Remove row 2").click()
    says(page, visit(("97530", 53)))

    button(page, "Undo").click()
    says(page, visit(("97530", 53), ("97110", 22)))
    button(page, "Undo").click()
    says(page, BUILT_IN)
    expect(minutes(page, 1)).to_have_value("38")
    expect(button(page, "Undo")).to_be_disabled()

    button(page, "Redo").click()
    button(page, "Redo").click()
    says(page, visit(("97530", 53)))
    expect(button(page, "Redo")).to_be_focused()


def test_clear_offers_examples_and_can_be_undone(page: Page) -> None:
    button(page, "Clear").click()
    expect(code(page, 1)).to_be_focused()
    expect(answer(page)).to_contain_text("No services yet.")

    answer(page).get_by_role("link").nth(1).click()
    expect(answer(page).get_by_role("note", name="Tie")).to_be_visible()
    expect(code(page, 3)).to_have_value("97140")

    button(page, "Undo").click()
    button(page, "Undo").click()
    says(page, BUILT_IN)


def test_a_link_opens_its_visit(open_page: Open) -> None:
    asked = visit(("97112", 26), ("97535", 11), locality="01112-65", deductible_remaining="50.00")
    page = open_page(link(asked))

    says(page, asked)
    expect(code(page, 2)).to_have_value("97535")
    expect(page.get_by_role("textbox", name="Deductible left")).to_have_value("50.00")


def test_another_link_followed_in_the_page_opens_its_visit_too(page: Page) -> None:
    other = visit(("97140", 31), date="2025-05-06")
    page.evaluate("hash => { location.hash = hash; }", link(other).partition("#")[2])

    says(page, other)
    expect(page.get_by_role("textbox", name="Date of service")).to_have_value("2025-05-06")


@pytest.mark.parametrize(
    ("hash_", "cause"),
    [
        ("v=%%%", "it is no base64url of text"),
        ("v=aGVsbG8", "what it holds is no JSON"),
        ("v=W10", "the visit is no object"),
        (link(DEFAULT).partition("#")[2], "it lacks services"),
        (link(visit(("97530", 8), extra=1)).partition("#")[2], "extra is no field of this form"),
        (
            link(visit(("97530", 8), method="ama")).partition("#")[2],
            "method: got ama; takes cms or",
        ),
    ],
)
def test_a_link_that_cannot_be_read_says_why(open_page: Open, hash_: str, cause: str) -> None:
    page = open_page(f"{PATH}#{hash_}")

    expect(page.get_by_role("alert")).to_contain_text(cause)
    says(page, BUILT_IN)


def test_what_is_typed_while_python_loads_is_answered_when_it_is_ready(open_page: Open) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page = open_page(PATH, route=("**/reference.json", hold))
    minutes(page, 1).fill("53")

    stages = page.locator(".stages li")
    expect(stages.filter(has_text="Python")).to_be_visible()
    expect(page.get_by_text("You can type already.")).to_be_visible()
    expect(answer(page)).to_contain_class("is-greyed")
    held[0].continue_()
    says(page, visit(("97530", 53), ("97110", 22)))
    expect(minutes(page, 1)).to_be_focused()
    expect(stages).to_have_count(0)


def test_a_broken_start_keeps_what_was_typed_and_can_be_tried_again(open_page: Open) -> None:
    gone = [True]

    def lose_at_first(route: Route) -> None:
        route.fulfill(status=404) if gone else route.continue_()

    page = open_page(PATH, route=("**/reference.json", lose_at_first))
    minutes(page, 1).fill("53")
    notice = page.locator(".broken")
    expect(notice).to_contain_text("For the administrator.", timeout=30_000)
    expect(minutes(page, 1)).to_have_value("53")

    gone.clear()
    button(page, "Try again").click()
    says(page, visit(("97530", 53), ("97110", 22)))
    expect(notice).to_have_count(0)


def test_steps_that_stand_open_stay_open(page: Page) -> None:
    first = answer(page).get_by_role("region", name="Why").locator("details").first
    first.locator("summary").click()
    expect(first).to_have_attribute("open", "")

    minutes(page, 1).fill("53")
    says(page, visit(("97530", 53), ("97110", 22)))
    expect(first).to_have_attribute("open", "")
    expect(first).to_contain_text("53 + 22")


def test_focus_in_the_answer_outlasts_it(page: Page) -> None:
    second = answer(page).get_by_role("region", name="Why").locator("summary").nth(1)
    second.focus()
    page.evaluate("hash => { location.hash = hash; }", link(visit(("97140", 31))).partition("#")[2])

    says(page, visit(("97140", 31)))
    expect(second).to_be_focused()


def test_the_result_is_said_once_when_the_keys_have_come_to_rest(page: Page) -> None:
    said = result(page)
    built_in = said.inner_text()
    minutes(page, 1).fill("53")
    says(page, visit(("97530", 53), ("97110", 22)))
    expect(said).to_have_text(built_in, timeout=1)

    expect(said).to_have_text(answer(page).locator(".sentence").inner_text())


def test_under_a_host_name_over_plain_http_it_answers_and_copies(
    browser: Browser, launch: Launch, served: str
) -> None:
    rules = "--host-resolver-rules=MAP clinic.example 127.0.0.1"
    there = browser.browser_type.launch(
        executable_path=launch["executable_path"], args=[*launch["args"], rules]
    )
    page = there.new_page()
    page.goto(served.replace("127.0.0.1", "clinic.example") + PATH)
    assert page.evaluate("[isSecureContext, 'clipboard' in navigator]") == [False, False]
    is_answered(page)
    minutes(page, 1).fill("53")
    says(page, visit(("97530", 53), ("97110", 22)))

    page.route("**/reference.json", lambda route: route.abort())
    page.reload()
    button(page, "Copy this message").click()
    expect(button(page, "Copied")).to_be_visible()
    there.close()
