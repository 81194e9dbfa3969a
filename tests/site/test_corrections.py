"""Modifiers, corrections, pitfalls and terms in a real browser, with and without JavaScript."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from scripts.content.library import load
from tests.site.conftest import Open, there

COUNT = 56


@pytest.fixture
def page(open_page: Open) -> Page:
    """Open the corrections."""
    opened = open_page("corrections/")
    opened.wait_for_load_state("networkidle")
    return opened


def shown(page: Page) -> list[str]:
    """The numbers of the corrections in sight."""
    return page.locator("#all-corrections tbody tr:visible > th").all_inner_texts()


def test_corrections_are_found_by_word_section_and_confidence(page: Page) -> None:
    assert len(shown(page)) == COUNT

    page.get_by_label("Number or word").fill("F06L0ZZ")
    assert shown(page) == ["10"]

    page.get_by_label("Number or word").fill("")
    page.get_by_label("Section").select_option("Modifiers")
    assert shown(page) == ["15", "24", "25", "26", "37", "50"]

    page.get_by_label("Confidence").select_option("medium")
    assert shown(page) == ["25", "26"]
    expect(page.locator(".filter [role=status]")).to_have_text(f"2 of {COUNT} shown")


def test_hidden_rows_stay_hidden_where_rows_fold(open_page: Open) -> None:
    page = open_page("corrections/", size=(360, 740))
    page.wait_for_load_state("networkidle")
    page.get_by_label("Confidence").select_option("medium")

    assert 0 < len(shown(page)) < COUNT


def test_a_mark_leads_to_its_row(open_page: Open) -> None:
    page = open_page("rules/mppr/")
    page.get_by_role("link", name="▸ corrected 23").click()

    expect(page.locator("tr:target > th")).to_have_text("23")
    expect(page.locator("#c23")).to_be_in_viewport()


def test_all_is_readable_without_javascript(open_page: Open) -> None:
    page = open_page("corrections/", java_script_enabled=False)

    expect(page.locator("#all-corrections tbody tr")).to_have_count(COUNT)
    expect(page.locator("#c54")).to_contain_text("secondary")
    expect(page.locator(".filter")).not_to_be_visible()


@pytest.mark.parametrize("anchor", ["modifiers/#kx", "modifiers/#59", "glossary/#cap"])
def test_rows_and_terms_have_anchors(open_page: Open, anchor: str) -> None:
    page = open_page(anchor)

    expect(page.locator(":target")).to_be_in_viewport()


def test_every_touched_passage_is_there(site: Path) -> None:
    library = load(Path("content"))
    touched = {passage for each in library.corrections for passage in each.touches}
    touched |= {passage for each in library.points for passage in each.touches}
    touched |= {term.page for term in library.glossary.values() if term.page}

    assert {passage for passage in touched if not there(site, passage)} == set()
