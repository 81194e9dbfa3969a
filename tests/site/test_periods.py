"""The reader's clock against the period of what the page shows."""

import datetime as dt
import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import Open


def last_day() -> dt.date:
    """The last day of the newest release of RVUs."""
    held = json.loads(Path("build/reference.json").read_text(encoding="utf-8"))
    newest = next(each for each in held["codes"] if each["code"] == "97530")["periods"][-1]
    return dt.date.fromisoformat(newest["to"])


def on(open_page: Open, path: str, days_after: int) -> tuple[Page, dt.date]:
    """Open a page with the reader's clock that many days after the last one held."""
    today = last_day() + dt.timedelta(days=days_after)
    page = open_page(path, day=today)
    page.wait_for_load_state("networkidle")
    return page, today


def test_on_its_last_day_a_figure_is_within_its_period(open_page: Open) -> None:
    page, today = on(open_page, "codes/97530/", 0)

    within = f"your clock: {today}, within the period"
    expect(page.locator("p.period").first).to_contain_text(within)
    expect(page.locator(".past")).to_have_count(0)


@pytest.mark.parametrize("path", ["", "calculator/", "codes/", "codes/97530/", "rules/fees/"])
def test_a_day_later_the_page_says_so_above_the_figure(open_page: Open, path: str) -> None:
    page, today = on(open_page, path, 1)

    past = page.locator(".past").first
    expect(past).to_be_visible()
    expect(past).to_contain_text("Past its period.")
    expect(past).to_contain_text(f"Your clock reads {today}; nothing after {last_day()} is held")
    expect(past).to_contain_text("Check before you use it.")
    figure = page.locator(".is-past").first
    above, below = past.bounding_box(), figure.bounding_box()
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"]


def test_an_older_release_is_marked_while_the_newer_ones_hold(open_page: Open) -> None:
    held = json.loads(Path("build/reference.json").read_text(encoding="utf-8"))["codes"]
    old = next(each for each in held if each["mue"] and each["mue"][0]["to"] < str(last_day()))
    page, today = on(open_page, f"codes/{old['code'].lower()}/", 0)

    past = page.locator(".past").first
    expect(past).to_contain_text(old["mue"][0]["release"])
    expect(past).to_contain_text(str(today))
    expect(page.locator("p.period").first).to_contain_text("within the period")
