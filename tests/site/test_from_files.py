"""The site's folder opened by double click: what can be read, and what is said of the rest."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

WHY = "opened as a file, and browsers forbid a page from files to read other files"
REMEDY = "open the site from a web server"


@pytest.fixture
def opened(browser: Browser, site: Path) -> Iterator[Page]:
    """The first page, opened from its folder; a breach of the policy or an outside request fails."""
    context = browser.new_context()
    faults: list[str] = []
    page = context.new_page()
    page.on(
        "console",
        lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None,
    )
    page.on(
        "request",
        lambda asked: faults.append(asked.url) if asked.url.startswith("http") else None,
    )
    page.goto((site / "index.html").as_uri())
    yield page
    context.close()
    assert faults == []


def test_links_lead_from_page_to_page(opened: Page) -> None:
    opened.get_by_role("navigation", name="Tabs").get_by_role("link", name="Codes").click()
    expect(opened.get_by_role("heading", level=1)).to_contain_text("Codes")
    opened.locator(".md-content").get_by_role("link", name="97530", exact=True).first.click()
    expect(opened.get_by_role("heading", level=1)).to_contain_text("97530")
    assert opened.url.endswith("/codes/97530/index.html")


def test_the_styles_come(opened: Page) -> None:
    family = "getComputedStyle(document.body).getPropertyValue('--ink').trim()"
    assert opened.evaluate(family)


@pytest.mark.parametrize("path", ["calculator", "exclusions", "pcs", "calculator/audit"])
def test_where_something_is_asked_one_sentence_says_why_there_is_no_answer(
    opened: Page, site: Path, path: str
) -> None:
    opened.goto((site / path / "index.html").as_uri())
    said = opened.locator(".md-content .from-files")
    expect(said).to_have_count(1)
    expect(said).to_be_visible()
    expect(said).to_contain_text(WHY)
    expect(said).to_contain_text(REMEDY)
    expect(opened.locator(".late")).to_have_count(0)


def test_the_unit_chart_and_the_answer_made_at_build_can_be_read(opened: Page, site: Path) -> None:
    opened.goto((site / "calculator/index.html").as_uri())
    chart = opened.get_by_role("table").filter(has_text="Minutes").first
    expect(chart).to_be_visible()
    expect(opened.locator("therapy-calculator .sentence")).to_be_visible()


def test_the_search_says_the_same(opened: Page) -> None:
    opened.get_by_role("textbox", name="Search").click()
    said = opened.locator(".md-search__scrollwrap .from-files")
    expect(said).to_be_visible()
    expect(said).to_contain_text(WHY)
    expect(said).to_contain_text(REMEDY)
