"""The pages of diagnoses and of freshness in a real browser."""

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import Open


def at(open_page: Open, path: str, day: dt.date) -> Page:
    """Open a page with the reader's clock at a day."""
    page = open_page(path, day=day)
    page.wait_for_load_state("networkidle")
    return page


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("2025-09-30", "G35 is billable on 2025-09-30."),
        ("2025-10-01", "G35 is not billable on 2025-10-01."),
        ("2026-10-01", "Nothing is held here of G35 on 2026-10-01."),
    ],
)
def test_a_date_of_service_is_answered(open_page: Open, day: str, says: str) -> None:
    page = at(open_page, "diagnoses/g35/", dt.date(2026, 9, 30))
    page.get_by_label("Date of service").fill(day)

    expect(page.locator("output")).to_contain_text(says)


def test_codes_are_found_by_words_and_answered_for_a_day(open_page: Open) -> None:
    page = at(open_page, "diagnoses/", dt.date(2026, 9, 30))
    page.get_by_label("Code or words").fill("sclerosis G35.a")
    rows = page.locator("#all-diagnoses tbody tr:visible")
    expect(rows).to_have_count(1)
    state = rows.first.locator("td.state")
    expect(state).to_have_text("billable")

    page.get_by_label("Date of service").fill("2025-09-30")
    expect(state).to_have_text("not billable")
    page.get_by_label("Date of service").fill("")
    expect(state).to_have_text("billable")


@pytest.mark.parametrize("path", ["diagnoses/", "diagnoses/i69-351/"])
def test_from_the_first_day_of_the_year_that_is_not_held_the_page_says_so(
    open_page: Open, path: str
) -> None:
    page = at(open_page, path, dt.date(2026, 9, 30))
    expect(page.locator(".past")).to_have_count(0)

    page = at(open_page, path, dt.date(2026, 10, 1))
    past = page.locator(".past").first
    expect(past).to_contain_text("ICD-10-CM FY2027 is not held here")
    expect(past).to_contain_text("nothing after 2026-09-30 is held here")


def test_a_left_sided_code_shows_all_its_siblings(open_page: Open) -> None:
    page = open_page("diagnoses/i69-352/")
    table = page.locator("#siblings + table")

    codes = {each.removesuffix(" ◂") for each in table.locator("tbody th").all_inner_texts()}
    assert codes == {*(f"I69.35{last}" for last in "12349"), "I69"}
    expect(table.locator("[aria-current]")).to_contain_text("Left, dominant")


@pytest.mark.parametrize(
    "anchor", ["neurologic", "musculoskeletal", "replacement", "balance", "specificity", "hcc"]
)
def test_parts_of_the_index_have_their_own_addresses(open_page: Open, anchor: str) -> None:
    page = open_page(f"diagnoses/#{anchor}")

    expect(page.locator(f"#{anchor}")).to_be_visible()


def test_days_left_go_by_the_readers_clock(open_page: Open) -> None:
    page = at(open_page, "freshness/", dt.date(2026, 12, 31))
    row = page.locator("#freshness-held tr", has_text="RVUs and indicators")
    expect(row).to_contain_text("last day today")
    awaited = page.locator("#fee-schedule-2027")
    expect(awaited).to_contain_text("in 1 day")

    page = at(open_page, "freshness/", dt.date(2027, 1, 1))
    row = page.locator("#freshness-held tr", has_text="RVUs and indicators")
    expect(row.locator(".ended")).to_have_text("ended 1 day ago")
    expect(page.locator("#fee-schedule-2027")).to_contain_text("needed from today")


def test_without_programs_the_days_themselves_are_read(open_page: Open) -> None:
    page = open_page("freshness/", java_script_enabled=False)

    row = page.locator("#freshness-held tr", has_text="RVUs and indicators")
    expect(row).to_contain_text("2026-12-31")
    expect(page.get_by_text("Days left")).not_to_be_visible()
