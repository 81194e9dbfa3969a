"""The fee list, by keys: the reader's locality, what is kept of it, the file to take away."""

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from scripts.runtime import edition
from tests.site.axe import serious
from tests.site.conftest import Open

SANTA_CLARA = "01112-09"


@pytest.fixture
def page(open_page: Open) -> Page:
    """Open the fee list."""
    opened = open_page("fees/")
    opened.wait_for_load_state("networkidle")
    return opened


@pytest.fixture(scope="module")
def held(site: Path) -> dict[str, Any]:
    """The amounts the site was built with."""
    file = site / edition.folder(site) / "fees.json"
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


def price(held: dict[str, Any], edition: str, place: str, code: str) -> str:
    """A first unit's amount, as the list writes it."""
    cents = held["amounts"][edition][place][0][held["codes"].index(code)]
    return f"{cents / 100:,.2f}"


def choose(page: Page, words: str) -> None:
    """Type a locality and press Enter."""
    field = page.get_by_role("combobox", name="Your locality")
    field.fill(words)
    field.press("Enter")


def first_unit(page: Page, code: str) -> str:
    row = page.locator("#fees tbody tr", has=page.get_by_role("link", name=code, exact=True))
    return row.locator("td").nth(1).inner_text()


def test_a_locality_year_and_factor_show_the_amounts_built_for_them(
    page: Page, held: dict[str, Any]
) -> None:
    choose(page, SANTA_CLARA)
    expect(page.locator("#fees-caption")).to_contain_text("Santa Clara County")
    assert first_unit(page, "97530") == price(held, "2026", SANTA_CLARA, "97530")

    page.get_by_label("Conversion factor").select_option("-qp")
    expect(page.locator("#fees-caption")).to_contain_text("QP, qualifying APM")
    assert first_unit(page, "97607") == price(held, "2026-qp", SANTA_CLARA, "97607")

    page.get_by_label("Dates of service").select_option("2025")
    expect(page.locator("#fees-caption")).to_contain_text("one conversion factor for everybody")
    assert first_unit(page, "97530") == price(held, "2025", SANTA_CLARA, "97530")
    expect(page.locator("#edition-2025")).to_be_visible()
    expect(page.locator("#edition-2026")).not_to_be_visible()


def test_what_names_no_locality_is_refused_and_the_list_stays(page: Page) -> None:
    before = first_unit(page, "97530")
    choose(page, "Atlantis")

    expect(page.locator("#own-place-problem")).to_have_text(
        "Your locality: got Atlantis; takes a locality."
    )
    expect(page.get_by_role("combobox", name="Your locality")).to_have_attribute(
        "aria-invalid", "true"
    )
    assert first_unit(page, "97530") == before
    assert serious(page) == []


def test_the_locality_lasts_for_the_tab_and_only_with_the_tick_for_longer(page: Page) -> None:
    kept = "[sessionStorage, localStorage].map(each => Object.values(each).includes('01112-09'))"
    choose(page, SANTA_CLARA)
    assert page.evaluate(kept) == [True, False]

    page.get_by_label("Remember the locality on this device").check()
    assert page.evaluate(kept) == [True, True]

    page.get_by_label("Remember the locality on this device").uncheck()
    assert page.evaluate(kept) == [True, False]


def test_other_pages_begin_in_the_readers_locality(page: Page, held: dict[str, Any]) -> None:
    choose(page, SANTA_CLARA)
    page.goto(page.url.replace("fees/", "codes/97110/"))
    said = page.locator(".own-price")
    expect(said).to_contain_text(price(held, "2026", SANTA_CLARA, "97110"))
    expect(said).to_contain_text(price(held, "2025", SANTA_CLARA, "97110"))
    expect(page.locator("#localities tr[aria-current] .key")).to_have_text(SANTA_CLARA)
    expect(page.locator(".strips .large path.own")).to_have_count(2)

    page.goto(page.url.replace("codes/97110/", "calculator/"))
    expect(page.get_by_role("combobox", name="Locality")).to_have_value(re.compile("^01112-09 "))


def test_the_file_holds_the_rows_in_sight_with_what_they_are(
    page: Page, held: dict[str, Any], tmp_path: Path
) -> None:
    choose(page, SANTA_CLARA)
    expect(page.locator("#fees-caption")).to_contain_text("Santa Clara County")
    page.get_by_label("Number or word").fill("9753")
    with page.expect_download() as waited:
        page.get_by_role("button", name="Download as CSV").press("Enter")
    assert waited.value.suggested_filename == "fees-01112-09-2026.csv"
    waited.value.save_as(tmp_path / "fees.csv")

    with (tmp_path / "fees.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["code"] for row in rows] == ["97530", "97533", "97535", "97537"]
    assert rows[0]["first unit"] == price(held, "2026", SANTA_CLARA, "97530")
    assert "Santa Clara County" in rows[0]["what"]


def test_a_missing_file_is_named_and_the_national_list_stays(open_page: Open) -> None:
    def missing(route: Route) -> None:
        route.fulfill(status=404, body="")

    page = open_page("fees/", route=("**/fees.json", missing))
    page.wait_for_load_state("networkidle")
    choose(page, SANTA_CLARA)

    expect(page.locator(".fees-problem")).to_contain_text("assets/fees.json")
    expect(page.locator("#fees-caption")).to_contain_text("National")


def test_without_javascript_the_national_list_stands(
    open_page: Open, held: dict[str, Any]
) -> None:
    page = open_page("fees/", java_script_enabled=False)

    assert first_unit(page, "97530") == price(held, "2026", "national", "97530")
    expect(page.locator(".place-chooser")).not_to_be_visible()


def test_arrows_choose_from_the_list_and_escape_closes_it(page: Page) -> None:
    field = page.get_by_role("combobox", name="Your locality")
    field.focus()
    field.fill("santa clara")
    expect(page.get_by_role("listbox")).to_be_visible()
    field.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    field.press("ArrowDown")
    field.press("Enter")

    expect(field).to_have_value(re.compile("^01112-09 "))
    expect(page.locator("#fees-caption")).to_contain_text("Santa Clara County")
