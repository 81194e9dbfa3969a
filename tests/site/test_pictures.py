"""The answer as a picture: a changed minute moves it, a tie may be turned, other ways stand beside.

One page is loaded, and the story goes on in it.
"""

from playwright.sync_api import expect

from tests.site import calculator_page as calculator
from tests.site.calculator_page import answer, link, minutes, visit
from tests.site.conftest import Open

TIED = visit(("97530", 38), ("97110", 23), ("97140", 4))


def test_minutes_are_drawn_and_a_tie_may_be_turned(open_page: Open) -> None:
    page = open_page(link(TIED))
    calculator.is_answered(page)
    calculator.says(page, TIED)
    picture = answer(page).get_by_role("img", name="The day's minutes", exact=True)
    expect(picture).to_contain_text("65 min → 4 units")
    expect(picture).to_contain_text("tie: 8 each, 1 unit left")

    beside = answer(page).get_by_role("table", name="Side by side", exact=True)
    expect(beside).to_contain_text("97530 one less and 97110 one more")

    answer(page).get_by_role("button", name="Show the last unit on 97110", exact=True).click()
    lines = answer(page).get_by_role("table", name="Claim lines", exact=True)
    expect(lines.get_by_role("row").nth(2)).to_contain_text("97110")
    back = answer(page).get_by_role("button", name="Show the last unit on 97530", exact=True)
    expect(back).to_be_focused()
    expect(picture).to_contain_text("◆ 2 units, or 1")

    minutes(page, 1).fill("40")
    expect(picture).to_contain_text("67 min → 4 units")
    expect(back).to_have_count(0)

    units = lines.get_by_role("link", name="3", exact=True)
    units.focus()
    states = calculator.reference().rules["units"].states
    expect(units).to_have_accessible_description(states)
    expect(units).to_have_attribute("href", "../rules/units/")
