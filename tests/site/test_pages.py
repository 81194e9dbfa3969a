"""Every kind of page in a real browser: themes, narrow windows, keys, paper, search."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.site.axe import serious_in_either_theme
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
    "calculator/audit/",
    "calculator/compare/",
    "calculator/one-line/",
    "calculator/sequence/",
    "calculator/many/",
    "rules/",
    "rules/audit/",
    "rules/units/",
    "rules/edits/",
    "rules/midpoint/",
    "modifiers/",
    "modifiers/kx/",
    "modifiers/gp/",
    "diagnoses/",
    "diagnoses/i69-352/",
    "diagnoses/g35/",
    "diagnoses/m25-50x/",
    "diagnoses/z96-641/",
    "pcs/",
    "pcs/f07/",
    "pcs/f0c/",
    "examples/",
    "examples/stroke-re-evaluation/",
    "examples/hip-fracture-part-a/",
    "corrections/",
    "pitfalls/",
    "freshness/",
    "glossary/",
    "sources/",
    "sources/usc-42-1395l/",
    "sources/settled-ties/",
    "about/",
    "about/decisions/",
    "contributing/",
    "api/v1/vectors/",
)


def settled(page: Page) -> Page:
    """Wait until the page's own programs have run."""
    page.wait_for_load_state("networkidle")
    return page


@pytest.fixture(scope="module", params=KINDS)
def page(request: pytest.FixtureRequest, open_once: Open) -> Iterator[Page]:
    """Open a page of every kind, once for all that is looked at on it."""
    opened = settled(open_once(request.param, reduced_motion="reduce"))
    yield opened
    opened.context.close()


def test_axe_finds_nothing_serious_in_either_theme(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})

    assert serious_in_either_theme(page) == []


@pytest.mark.parametrize("width", [360, 320])  # 320 is 1280 magnified four times
def test_nothing_is_wider_than_a_narrow_window(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})

    assert page.evaluate("document.documentElement.scrollWidth") == width
    wide = page.evaluate(
        """width => [...document.querySelectorAll(
            '.md-content :is(table, svg, p, h1, h2, h3, input)')]
        .filter(each => !each.closest('.scroller')
            && each.getBoundingClientRect().right > width + 0.5)
        .filter(each => getComputedStyle(each).position !== 'absolute')
        .map(each => each.outerHTML.slice(0, 120))""",
        width,
    )
    assert wide == []


@pytest.mark.parametrize("path", ["", "calculator/", "codes/97530/", "rules/units/"])
def test_the_notice_stands_on_the_page_and_on_paper(open_page: Open, path: str) -> None:
    page = open_page(path)
    report = page.get_by_role("link", name="Report an error on this page")
    expect(page.get_by_text(NOTICE)).to_be_visible()
    expect(report).to_be_visible()

    page.emulate_media(media="print")
    expect(page.get_by_text(NOTICE)).to_be_visible()
    expect(page.get_by_text(re.compile(r"Release .*, commit ")).last).to_be_visible()
    expect(report).not_to_be_visible()
    expect(page.locator(".md-header")).not_to_be_visible()
    expect(page.locator(".md-tabs")).not_to_be_visible()


@pytest.mark.parametrize("path", ["codes/97530/", "exclusions/", "pcs/", "fees/"])
def test_paper_has_every_section_below_a_title_that_is_larger(open_page: Open, path: str) -> None:
    page = settled(open_page(path))
    page.emulate_media(media="print")
    # What points at a page is for a screen, and the calculator prints its form as a line.
    wanted = ":is(h1, h2):not(#points-here, therapy-calculator *)"
    titles = page.locator(f".md-content article {wanted}")
    hidden = titles.evaluate_all(
        "all => all.filter(each => !each.checkVisibility()).map(each => each.textContent)"
    )
    sizes = titles.evaluate_all("all => all.map(each => parseFloat(getComputedStyle(each).fontSize))")

    assert hidden == []
    assert sizes[0] > max(sizes[1:], default=0)


def test_every_standing_keeps_its_shape_where_the_reader_chose_the_colours(open_page: Open) -> None:
    page = open_page("codes/97530/", forced_colors="active")
    marks = page.locator(".legend .standing")
    shapes = marks.evaluate_all(
        """all => all.map(each => {
        const { backgroundColor, backgroundImage, borderStyle, clipPath } =
            getComputedStyle(each, '::before');
        return [backgroundColor, backgroundImage, borderStyle, clipPath].join();
        })"""
    )

    assert len(shapes) == 5
    assert len(set(shapes)) == 5


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
        seen.forEach(each => { each.dataset.tested = ''; });
        document.addEventListener('focusin', ({ target }) => { target.dataset.reached = ''; });
        return seen.length;
        }"""
    )
    for _ in range(wanted + 60):
        page.keyboard.press("Tab")
    missed = page.evaluate(
        """() => [...document.querySelectorAll('[data-tested]')]
        .filter(each => each.dataset.reached === undefined)
        .map(each => each.outerHTML.slice(0, 100))"""
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
    assert re.search(r"/assets/[0-9a-f]+/search\.js#javascripts/workers/search\.", worker.url)

    page.get_by_role("textbox", name="Search").click()
    expect(page.locator(".md-search-result__meta")).to_have_text("Type to start searching")
