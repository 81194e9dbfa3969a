"""Every kind of page in a real browser: themes, narrow windows, keys, paper, search."""

import re
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.site.axe import serious
from tests.site.conftest import Open

NOTICE = "CPT is a registered trademark of the American Medical Association."
KINDS = (
    "",
    "calculator/",
    "codes/",
    "codes/97530/",
    "codes/97010/",
    "codes/0791t/",
    "codes/tree/",
    "fees/",
    "fees/changes/",
    "exclusions/",
    "rules/",
    "rules/units/",
    "rules/edits/",
    "rules/midpoint/",
    "pcs/",
    "pcs/f07/",
    "pcs/f0c/",
    "sources/",
    "sources/usc-42-1395l/",
    "sources/settled-ties/",
    "about/",
    "about/decisions/",
    "api/v1/vectors/",
)
Scheme = Literal["light", "dark"]


def settled(page: Page) -> Page:
    """Wait until the page's own programs have run."""
    page.wait_for_load_state("networkidle")
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", KINDS)
def test_axe_finds_nothing_serious(open_page: Open, path: str, scheme: Scheme) -> None:
    assert serious(settled(open_page(path, color_scheme=scheme))) == []


@pytest.mark.parametrize("path", KINDS)
def test_nothing_is_wider_than_a_narrow_window(open_page: Open, path: str) -> None:
    page = settled(open_page(path, size=(360, 740)))

    assert page.evaluate("document.documentElement.scrollWidth") == 360
    wide = page.evaluate(
        """() => [...document.querySelectorAll('.md-content :is(table, svg, p, h1, h2, h3)')]
        .filter(each => !each.closest('.scroller') && each.getBoundingClientRect().right > 360.5)
        .filter(each => getComputedStyle(each).position !== 'absolute')
        .map(each => each.outerHTML.slice(0, 120))"""
    )
    assert wide == []


@pytest.mark.parametrize("path", ["", "calculator/", "codes/97530/", "rules/units/"])
def test_the_notice_stands_on_the_page_and_on_paper(open_page: Open, path: str) -> None:
    page = open_page(path)
    expect(page.get_by_text(NOTICE)).to_be_visible()

    page.emulate_media(media="print")
    expect(page.get_by_text(NOTICE)).to_be_visible()
    expect(page.locator(".md-header")).not_to_be_visible()
    expect(page.locator(".md-tabs")).not_to_be_visible()


@pytest.mark.parametrize("size", [(1440, 900), (360, 740)])
@pytest.mark.parametrize("path", ["", "codes/97530/", "rules/units/", "sources/"])
def test_keys_reach_every_link_and_button_in_sight(
    open_page: Open, path: str, size: tuple[int, int]
) -> None:
    page = settled(open_page(path, size=size))
    wanted = page.evaluate(
        """() => {
        const kinds = 'a[href], button, input, select, summary, [tabindex="0"]';
        const shown = { visibilityProperty: true, opacityProperty: true };
        const seen = [...document.querySelectorAll(kinds)].filter(each =>
            each.checkVisibility(shown) && each.tabIndex >= 0
            && each.getBoundingClientRect().width > 1 && each.getBoundingClientRect().right > 0
            && each.type !== 'radio' && each.type !== 'checkbox');
        seen.forEach((each, place) => { each.dataset.tested = String(place); });
        return seen.length;
        }"""
    )
    reached: set[str] = set()
    for _ in range(wanted + 60):
        page.keyboard.press("Tab")
        place = page.evaluate("document.activeElement?.dataset.tested ?? ''")
        reached.add(place)
    missed = page.evaluate(
        """reached => [...document.querySelectorAll('[data-tested]')]
        .filter(each => !reached.includes(each.dataset.tested))
        .map(each => each.outerHTML.slice(0, 100))""",
        sorted(reached),
    )
    assert missed == []


def test_keys_open_the_menu_of_a_narrow_window_and_lead_on(open_page: Open) -> None:
    page = settled(open_page("rules/units/", size=(360, 740)))
    menu = page.get_by_role("button", name="Menu", exact=True)
    menu.focus()
    page.keyboard.press("Enter")
    link = page.locator(".md-sidebar--primary").get_by_role("link", name="Midpoint")
    expect(link).to_be_visible()
    link.focus()
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("rules/midpoint/$"))


def test_the_reader_changes_the_theme_and_it_is_kept(open_page: Open) -> None:
    page = settled(open_page("", color_scheme="light"))
    paper = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(paper) == "rgb(255, 255, 255)"

    page.locator("label[title='Switch to dark']").click()
    assert page.evaluate(paper) == "rgb(20, 24, 28)"

    page.reload()
    assert page.evaluate(paper) == "rgb(20, 24, 28)"


@pytest.mark.parametrize(
    ("words", "found"), [("97530", "codes/97530/"), ("wheelchair", "codes/97542/")]
)
def test_search_finds_a_code_by_number_and_by_label(
    open_page: Open, words: str, found: str
) -> None:
    page = settled(open_page("about/"))
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type(words)

    first = page.locator(".md-search-result__link").first
    expect(first).to_have_attribute("href", re.compile(found))


def test_search_waits_with_its_index_for_the_first_question(open_page: Open) -> None:
    page = settled(open_page("about/"))
    (worker,) = page.workers
    assert "/assets/search.js#javascripts/workers/search." in worker.url

    page.get_by_role("textbox", name="Search").click()
    expect(page.locator(".md-search-result__meta")).to_have_text("Type to start searching")
