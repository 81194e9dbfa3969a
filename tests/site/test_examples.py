"""Pages of worked examples in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from tests.site.axe import serious
from tests.site.conftest import Open

PATHS = ("examples/", "examples/stroke-re-evaluation/", "examples/hip-fracture-part-a/")


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(open_page: Open, path: str, scheme: str) -> None:
    page = open_page(path, color_scheme="dark" if scheme == "dark" else "light")
    page.wait_for_load_state("networkidle")

    assert serious(page) == []


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_wider_than_a_narrow_window(open_page: Open, path: str) -> None:
    page = open_page(path, size=(360, 800))

    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_one_click_opens_the_visit_in_the_calculator(open_page: Open) -> None:
    page = open_page("examples/stroke-re-evaluation/")
    page.get_by_role("link", name="Open this visit in the calculator").click()

    expect(page).to_have_url(re.compile("/calculator/#v="))
    expect(page.get_by_role("combobox", name="Code, row 1")).to_have_value("97168")
    expect(page.get_by_role("spinbutton", name="Minutes, row 2")).to_have_value("45")
    expect(page.get_by_role("combobox", name="Discipline")).to_have_value("OT")


def test_the_list_leads_to_every_example(open_page: Open) -> None:
    page = open_page("examples/", java_script_enabled=False)
    links = page.locator("ul.worked-examples a")

    assert links.count() >= 15
    links.first.click()
    expect(page.get_by_role("heading", level=2, name="What the note has to show")).to_be_visible()
