"""What a link leads to is told beside it; every page ends with what points at it."""

from playwright.sync_api import Page, expect

from tests.site.conftest import Open



def test_a_link_says_on_hover_and_on_focus_where_it_leads(open_page: Open) -> None:
    page = open_page("rules/units/")
    link = page.locator(".example a[href='../../codes/97110/']").first
    about = page.get_by_role("tooltip")

    link.hover()
    expect(about).to_have_text("Exercise for strength and range")
    expect(link).to_have_attribute("aria-describedby", "about-link")

    about.hover()
    page.wait_for_timeout(600)  # longer than the pause after which it would go
    expect(about).to_be_visible()

    page.keyboard.press("Escape")
    expect(about).to_be_hidden()

    link.focus()
    expect(about).to_be_visible()
    page.keyboard.press("Tab")
    expect(link).not_to_have_attribute("aria-describedby", "about-link")


def test_the_words_stay_within_a_narrow_window(open_page: Open) -> None:
    page = open_page("rules/units/", size=(360, 800))
    page.locator(".example a[href='../../codes/97140/']").last.focus()
    box = page.get_by_role("tooltip").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360


def test_a_page_ends_with_what_points_at_it(open_page: Open) -> None:
    page = open_page("codes/97110/")
    points = page.locator(".points-here")
    expect(points.get_by_role("link", name="Untimed codes")).to_have_attribute(
        "href", "../../rules/untimed/"
    )
