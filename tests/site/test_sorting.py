"""Tables that sort and filter, by keys alone."""

from decimal import Decimal

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.site.conftest import Open


@pytest.fixture
def page(open_page: Open) -> Page:
    """Open the index of codes."""
    opened = open_page("codes/")
    opened.wait_for_load_state("networkidle")
    return opened


def column(table: Locator, number: int) -> list[str]:
    """The words of a column, counted from 1, as the rows now stand."""
    return table.locator(f"tbody tr:visible > :nth-child({number})").all_inner_texts()


def figures(table: Locator, number: int) -> list[Decimal]:
    """The figures of a column; a dash is left out."""
    words = (each.replace("−", "-").replace(",", "") for each in column(table, number))
    return [Decimal(each) for each in words if each != "—"]


def test_enter_on_a_head_sorts_up_and_again_down(page: Page) -> None:
    table = page.locator("#all-codes")
    head = table.locator("th", has_text="One unit, $")
    head.get_by_role("button").focus()
    page.keyboard.press("Enter")

    expect(head).to_have_attribute("aria-sort", "ascending")
    assert figures(table, 6) == sorted(figures(table, 6))

    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    assert figures(table, 6) == sorted(figures(table, 6), reverse=True)
    expect(head.get_by_role("button")).to_be_focused()


def test_codes_sort_as_text_and_only_one_head_is_marked(page: Page) -> None:
    table = page.locator("#all-codes")
    built = column(table, 1)
    table.get_by_role("button", name="RVUs").press("Enter")
    assert column(table, 1) != built
    table.get_by_role("button", name="Code").press("Enter")

    assert sorted(column(table, 1)) == sorted(built)
    expect(table.locator("th[aria-sort]")).to_have_count(1)


def test_the_filter_shows_the_codes_that_hold_the_words(page: Page) -> None:
    table = page.locator("#all-codes")
    whole = table.locator("tbody tr").count()
    page.get_by_label("Number or word").fill("9753")
    assert all(code.startswith("9753") for code in column(table, 1))
    expect(page.locator(".filter [role=status]")).to_contain_text(f" of {whole} shown")

    page.get_by_label("Number or word").fill("")
    page.get_by_label("Time base").select_option("timed")
    assert 0 < len(column(table, 1)) < whole


def test_localities_sort_by_price_and_are_found_by_name(open_page: Open) -> None:
    page = open_page("codes/97530/")
    page.wait_for_load_state("networkidle")
    table = page.locator("#localities")
    table.get_by_role("button", name="Change").press("Enter")
    assert figures(table, 5) == sorted(figures(table, 5))

    page.get_by_label("Locality, state or number").fill("san benito")
    assert column(table, 2) == ["01112-65"]
