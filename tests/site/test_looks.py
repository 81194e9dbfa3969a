"""The calculator as it is met: themes, narrow windows, magnified, on paper, by those who listen."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from tests.site.axe import serious_in_either_theme
from tests.site.calculator_page import PATH, answer, button, field, is_answered, minutes
from tests.site.conftest import Open


def hold(route: Route) -> None:
    """Keep a file back: the load goes on without end."""


def answered(open_page: Open, **circumstances: object) -> Page:
    """Open the calculator with its first answer."""
    page = open_page(PATH, **circumstances)  # type: ignore[arg-type]  # passed through
    is_answered(page)
    return page


def tied(open_page: Open, **circumstances: object) -> Page:
    """Open it with a tie and an open step."""
    page = answered(open_page, **circumstances)
    minutes(page, 2).fill("23")
    answer(page).get_by_role("note", name="Tie").locator("summary").click()
    answer(page).get_by_role("region", name="Why").locator("summary").first.click()
    return page


def refused(open_page: Open, **circumstances: object) -> Page:
    """Open it with a field refused, one asked back, and a list open."""
    page = answered(open_page, **circumstances)
    minutes(page, 1).fill("-5")
    page.get_by_role("combobox", name="Locality").fill("san jose")
    page.keyboard.press("Tab")
    expect(answer(page)).to_contain_text("Two things to put right")
    page.get_by_role("combobox", name="Code, row 2").fill("971")
    page.keyboard.press("ArrowDown")
    return page


def empty(open_page: Open, **circumstances: object) -> Page:
    """Open it without services."""
    page = answered(open_page, **circumstances)
    button(page, "Clear").click()
    expect(answer(page)).to_contain_text("No services yet.")
    return page


def loading(open_page: Open, **circumstances: object) -> Page:
    """Open it with a load that does not end."""
    page = open_page(PATH, route=("**/reference.json", hold), **circumstances)  # type: ignore[arg-type]  # passed through
    expect(page.locator(".stages")).to_be_visible(timeout=5000)
    return page


def broken(open_page: Open, **circumstances: object) -> Page:
    """Open it with a load that fails."""
    page = open_page(
        PATH,
        route=("**/reference.json", lambda route: route.fulfill(status=404)),
        **circumstances,  # type: ignore[arg-type]  # passed through
    )
    expect(page.locator(".broken")).to_be_visible(timeout=30_000)
    return page


def detailed(open_page: Open, **circumstances: object) -> Page:
    """Open it with an assistant, two plans of care, and what is folded laid open and typed in."""
    page = answered(open_page, **circumstances)
    field(page, "Assistant minutes, row 1").fill("23")
    field(page, "Plan of care, row 2").select_option("OT")
    expect(answer(page)).to_contain_text("CQ")
    page.get_by_text("Coverage, charges, times").click()
    field(page, "Times, row 1").fill("09:00-09:38, 09:38-10:01 assistant, 10:01-10:09 together")
    field(page, "Charge, row 1").fill("sixty")
    page.keyboard.press("Tab")
    expect(field(page, "Charge, row 1")).to_have_attribute("aria-invalid", "true")
    return page


STATES = (answered, tied, refused, empty, loading, broken, detailed)


@pytest.fixture(scope="module", params=STATES)
def page(request: pytest.FixtureRequest, open_once: Open) -> Iterator[Page]:
    """Bring the calculator into every state, once for all that is looked at in it."""
    opened = request.param(open_once, reduced_motion="reduce")
    yield opened
    opened.context.close()


def test_axe_finds_nothing_serious_in_either_theme(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})

    assert serious_in_either_theme(page) == []


@pytest.mark.parametrize("width", [390, 360, 320])  # 320 is 1280 magnified four times
def test_nothing_is_wider_than_a_narrow_window(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})

    assert page.evaluate("document.documentElement.scrollWidth") == width
    for table in answer(page).get_by_role("table").all():
        box = table.bounding_box()
        assert box is None or box["x"] + box["width"] <= width


def test_dark_and_light_follow_the_reader(open_page: Open) -> None:
    colours = []
    for scheme in ("light", "dark"):
        page = answered(open_page, color_scheme=scheme)
        colours.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    assert colours == ["rgb(255, 255, 255)", "rgb(20, 24, 28)"]


def test_form_and_answer_stand_side_by_side_on_a_wide_screen_alone(open_page: Open) -> None:
    places = []
    for size in ((1440, 900), (390, 844)):
        page = answered(open_page, size=size)
        form, shown = page.locator(".form").bounding_box(), answer(page).bounding_box()
        assert form
        assert shown
        places.append(shown["x"] >= form["x"] + form["width"])

    assert places == [True, False]


def test_a_phone_shows_the_result_while_the_form_is_filled_in(open_page: Open) -> None:
    page = answered(open_page, size=(360, 640))
    expect(page.get_by_role("status", name="Result")).to_be_in_viewport()

    page.get_by_role("link", name="Answer").click()
    expect(answer(page).locator(".sentence")).to_be_in_viewport()
    expect(page.locator(".outcome")).to_be_focused()


def test_everything_pressed_is_large_enough_for_a_finger(open_page: Open) -> None:
    page = refused(open_page, size=(360, 740))
    for target in page.locator(".calculator :is(button, input, select, summary)").all():
        box = target.bounding_box()
        assert box is None or min(box["width"], box["height"]) >= 24, target.evaluate(
            "element => element.outerHTML"
        )


def test_shapes_stay_where_the_reader_chose_the_colours(open_page: Open) -> None:
    page = answered(open_page, forced_colors="active")
    bars = answer(page).locator(".money rect")

    painted = bars.evaluate_all("all => all.map(bar => getComputedStyle(bar).stroke)")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert painted
    assert ground not in painted


def test_the_answer_prints_on_one_page_with_its_visit_and_every_source(open_page: Open) -> None:
    page = tied(open_page)
    printed = page.pdf(format="Letter", prefer_css_page_size=True)

    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    page.emulate_media(media="print")
    expect(page.get_by_label("Date of service")).to_be_visible()
    expect(answer(page).get_by_role("region", name="Why").locator("dd a").last).to_be_visible()
    expect(button(page, "Add a service")).not_to_be_visible()
