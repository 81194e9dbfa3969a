"""The pages beside the calculator: an audit, two dates, several visits, each asked in the page."""

import json
from base64 import urlsafe_b64encode

import pytest
from playwright.sync_api import expect

from tests.calculator.conftest import visit
from tests.site.axe import serious
from tests.site.conftest import Open


def link(asked: object, mark: str = "v") -> str:
    """Write a question as an address holds it."""
    text = json.dumps(asked).encode()
    return f"#{mark}={urlsafe_b64encode(text).decode().rstrip('=')}"


def test_a_visit_brought_by_link_is_audited_as_lines_are_typed(open_page: Open) -> None:
    page = open_page(f"calculator/audit/{link(visit([('97530', 38)]))}")
    page.get_by_role("textbox", name="Code, billed line 1").fill("97530")
    page.get_by_role("textbox", name="Units, billed line 1").fill("4")
    page.get_by_role("textbox", name="Modifiers, billed line 1").fill("gp")
    page.keyboard.press("Enter")

    audit = page.get_by_role("region", name="Audit")
    expect(audit).to_contain_text("4 were billed: one unit too many on 97530.")
    assert "#a=" in page.url
    assert serious(page) == []


def test_a_refused_unit_is_said_at_its_field_and_the_last_answer_stays(open_page: Open) -> None:
    page = open_page("calculator/audit/")
    units = page.get_by_role("textbox", name="Units, billed line 2")
    units.fill("0")
    units.press("Enter")

    expect(page.locator("#billed-1-units-problem")).to_contain_text("takes a whole number from 1")
    expect(units).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_role("region", name="Audit")).to_contain_text("Documented under the PT plan")


def test_lines_are_added_and_removed_and_keep_their_names(open_page: Open) -> None:
    page = open_page("calculator/audit/")
    page.get_by_role("button", name="Add a line").click()
    expect(page.get_by_role("textbox", name="Code, billed line 3")).to_be_focused()
    page.get_by_role("button", name="Remove billed line 1").click()

    expect(page.get_by_role("textbox", name="Code, billed line 1")).to_have_value("97110")
    expect(page.get_by_role("textbox", name="Code, billed line 3")).to_have_count(0)


def test_an_audits_address_opens_the_same_audit(open_page: Open) -> None:
    billed = [{"code": "97530", "units": 2, "modifiers": ["GP", "KX"]}]
    question = {"visit": visit([("97530", 38)]), "billed": billed}
    page = open_page(f"calculator/audit/{link(question, 'a')}")

    expect(page.get_by_role("textbox", name="Modifiers, billed line 1")).to_have_value("GP KX")
    expect(page.get_by_role("region", name="Audit")).to_contain_text("one unit too few on 97530")


def test_a_visit_is_compared_on_two_days(open_page: Open) -> None:
    page = open_page(f"calculator/compare/{link(visit([('97530', 15)]))}")
    region = page.get_by_role("region", name="Comparison")
    expect(region).to_contain_text("$34.61 allowed on 2025-03-03, $35.07 on 2026-03-02")
    first = page.get_by_role("textbox", name="First day")
    first.fill("12/31/2024")
    first.press("Enter")

    expect(page.locator("#day-1-problem")).to_contain_text("takes a day from 2025-01-01")
    assert serious(page) == []


def test_claims_follow_each_other(open_page: Open) -> None:
    page = open_page("calculator/sequence/")
    used = page.get_by_role("textbox", name="PT with SLP used before, 2026")
    used.fill("2,400")
    used.press("Enter")

    region = page.get_by_role("region", name="Sequence")
    expect(region).to_contain_text("KX begins with claim 1")
    links = page.get_by_role("textbox", name="Visits as links of the calculator")
    links.fill("nothing")
    links.blur()
    expect(page.locator("#visit-links-problem")).to_contain_text("Line 1 was not read")
    assert serious(page) == []


@pytest.mark.parametrize("name", ["audit", "compare"])
def test_the_calculator_hands_its_visit_on(open_page: Open, name: str) -> None:
    page = open_page(f"calculator/{link(visit([('97110', 23)]))}")
    words = {"audit": "Audit this visit", "compare": "see it on two dates"}
    page.get_by_role("link", name=words[name]).click()

    expect(page.locator("#visit-said")).to_have_text("97110 23; 2026-03-02")
