"""Pages of worked examples in a real browser."""

import re

from playwright.sync_api import expect

from tests.site.conftest import Open

def test_one_click_opens_the_visit_in_the_calculator(open_page: Open) -> None:
    page = open_page("examples/stroke-re-evaluation/")
    page.get_by_role("link", name="Open this visit in the calculator").click()

    expect(page).to_have_url(re.compile("/calculator/#v="))
    expect(page.get_by_role("combobox", name="Code, row 1")).to_have_value("97168")
    expect(page.get_by_role("spinbutton", name="Minutes, row 2", exact=True)).to_have_value("45")
    expect(page.get_by_role("combobox", name="Discipline", exact=True)).to_have_value("OT")


def test_the_list_leads_to_every_example(open_page: Open) -> None:
    page = open_page("examples/", java_script_enabled=False)
    links = page.locator("ul.worked-examples a")

    assert links.count() >= 15
    links.first.click()
    expect(page.get_by_role("heading", level=2, name="What the note has to show")).to_be_visible()
