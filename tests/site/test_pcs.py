"""PCS section F in a real browser: typing, choosing, links, keys, failures, and without JavaScript."""

import csv
import json
import re
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from calculator import pcs_door
from tests.calculator.test_command_line import run
from tests.scripts.runtime import in_pyodide
from tests.site.axe import serious_in_either_theme
from tests.site.conftest import Open

ROOT = Path(__file__).resolve().parents[2]
TABLES = ROOT / "build/doors/pcs.json"
LAST = "2026-09-30"
LARGEST = 300_000  # bytes of a page
CODES = ("F07L0ZZ", "f06l0zz", "F07", "", "F0IL0ZZ", "F07?0ZZ", "F07DYD0", "ß", "F07L0ZZZ")


@cache
def asked(code: str, day: str = LAST) -> str:
    """Ask the door as the page does."""
    tables = pcs_door.load(TABLES.read_text("utf-8"))
    return pcs_door.breakdown(json.dumps({"code": code, "date": day}), tables, "../")


def answer(code: str, day: str = LAST) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(asked(code, day))
    return said


def field(page: Page) -> Locator:
    return page.get_by_role("textbox", name="PCS code")


def positions(page: Page) -> Locator:
    return page.get_by_role("table", name="Positions")


def shows(page: Page, code: str, day: str = LAST) -> None:
    """Wait until the page shows what the door answers, word for word."""
    expect(page.locator(".outcome .sentence")).to_have_text(answer(code, day)["sentence"])
    # The first answer is part of the page, whose build links what is mentioned in it.
    same = """(outcome, html) => {
      const made = document.createElement("div");
      made.innerHTML = html;
      const words = (element) => element.textContent.replaceAll(/\\s/g, "");
      return words(outcome) === words(made);
    }"""
    assert page.locator(".outcome").evaluate(same, answer(code, day)["html"])


def test_python_comes_only_when_the_reader_begins(open_page: Open) -> None:
    requests: list[str] = []
    page = open_page("pcs/")
    page.on("request", lambda request: requests.append(request.url))
    page.wait_for_load_state("networkidle")
    assert not [url for url in requests if "runtime" in url or "worker" in url]
    field(page).focus()
    field(page).fill("F06L0ZZ")
    shows(page, "F06L0ZZ")
    assert [url for url in requests if url.endswith("/pcs.json")]


def test_a_code_is_answered_while_it_is_typed(open_page: Open) -> None:
    page = open_page("pcs/")
    shows(page, "F07L0ZZ")
    field(page).fill("")
    field(page).press_sequentially("f06l0zz")
    shows(page, "f06l0zz")
    expect(positions(page).get_by_role("row")).to_have_count(6)  # head, four read, the rest
    expect(page.get_by_role("status", name="Result")).to_have_text(answer("F06L0ZZ")["sentence"])
    assert page.url.endswith("#F06L0ZZ")


def test_a_link_opens_its_code(open_page: Open) -> None:
    page = open_page("pcs/#f07l3zz")
    expect(field(page)).to_have_value("F07L3ZZ")
    shows(page, "F07L3ZZ")


def test_the_links_of_other_sections_are_no_codes(open_page: Open) -> None:
    page = open_page("pcs/#source-codes")
    shows(page, "F07L0ZZ")
    assert page.url.endswith("#source-codes")


def test_columns_narrow_each_other_down_to_a_code(open_page: Open) -> None:
    page = open_page("pcs/")
    page.get_by_role("button", name="Clear", exact=True).click()
    shows(page, "")
    for label, value, text in (
        ("3 Root type", "F08", "??8"),
        ("5 Type qualifier", "??8?1", "??8?1"),
    ):
        column = page.get_by_role("listbox", name=label)
        option = column.locator("option").filter(has_text=re.compile(f"^{value[-1]} "))
        column.select_option(option.get_attribute("value"))
        expect(field(page)).to_have_value(text)
        shows(page, text)
    region = page.get_by_role("listbox", name="4 Body system / region")
    kept = region.locator(":scope > option")  # those below take the later choices back
    expect(kept).to_have_text([re.compile(r"^\?"), re.compile("^Z")])


def test_a_column_works_by_keyboard(open_page: Open) -> None:
    page = open_page("pcs/")
    column = page.get_by_role("listbox", name="5 Type qualifier")
    column.focus()
    page.keyboard.press("ArrowDown")
    expect(field(page)).to_have_value("F07L1ZZ")
    shows(page, "F07L1ZZ")
    expect(column).to_be_focused()


def test_a_choice_in_the_table_is_followed_by_keyboard_and_keeps_its_place(
    open_page: Open,
) -> None:
    page = open_page("pcs/")
    choice = positions(page).get_by_role("link", name="3 Motor Function", exact=True)
    choice.focus()
    page.keyboard.press("Enter")
    shows(page, "F07L3ZZ")
    current = positions(page).locator("[data-position='5'][aria-current]")
    expect(current).to_be_focused()
    assert page.url.endswith("#F07L3ZZ")


def test_another_day_has_other_tables(open_page: Open) -> None:
    page = open_page("pcs/#F07DYD0")
    shows(page, "F07DYD0")
    page.get_by_role("combobox", name="Tables in force").select_option("2026-03-31")
    shows(page, "F07DYD0", "2026-03-31")
    expect(page.locator(".outcome")).to_contain_text("is a code from 2026-04-01")


def test_eight_characters_are_refused_and_the_last_answer_stays(open_page: Open) -> None:
    page = open_page("pcs/")
    field(page).fill("F07L0ZZZ")
    expect(page.locator("#pcs-code-problem")).to_have_text(
        "PCS code: got F07L0ZZZ; takes at most 7 characters."
    )
    expect(field(page)).to_have_attribute("aria-invalid", "true")
    shows(page, "F07L0ZZ")
    field(page).fill("F07L1ZZ")
    shows(page, "F07L1ZZ")
    expect(page.locator("#pcs-code-problem")).to_be_hidden()


def test_a_missing_file_is_named_and_can_be_tried_again(open_page: Open) -> None:
    missing = [True]

    def handle(route: Any) -> None:  # noqa: ANN401 -- Playwright's
        if missing[0]:
            route.fulfill(status=HTTPStatus.NOT_FOUND)
        else:
            route.continue_()

    page = open_page("pcs/", route=("**/pcs.json", handle))
    field(page).fill("F06L0ZZ")
    expect(page.locator("pcs-reader .broken .says")).to_have_text(
        "The calculator cannot start: the file pcs.json is missing."
    )
    expect(field(page)).to_have_value("F06L0ZZ")
    missing[0] = False
    page.get_by_role("button", name="Try again").click()
    shows(page, "F06L0ZZ")
    expect(page.locator("pcs-reader .broken")).to_have_count(0)


def test_without_javascript_the_analysis_and_the_source_codes_are_there(open_page: Open) -> None:
    page = open_page("pcs/", java_script_enabled=False)
    expect(page.locator("#analysis")).to_contain_text("Range of Motion and Joint Mobility")
    expect(positions(page).get_by_role("row")).to_have_count(8)
    expect(field(page)).to_have_count(0)
    # Text inside noscript is passed over when looked for by text.
    expect(page.locator("noscript p")).to_be_visible()
    for code in ("f07l0zz", "f06l0zz", "f07m0zz", "f06m0zz"):
        expect(page.locator(f"#source-{code} .correction")).to_be_visible()
    for name in ("root-types", "source-codes", "ms-drg", "analysis"):
        expect(page.locator(f"#{name}")).to_have_count(1)


def test_past_its_period_is_said_above_the_answer(open_page: Open) -> None:
    page = open_page("pcs/")
    expect(page.get_by_role("note").filter(has_text="Past its period").first).to_be_visible()


@pytest.mark.parametrize("code", ["F06L0ZZ", "F07??ZZ"])
def test_axe_finds_nothing_serious_in_an_answer(open_page: Open, code: str) -> None:
    page = open_page(f"pcs/#{code}", reduced_motion="reduce")
    shows(page, code)
    for summary in page.locator(".source-code > details > summary").all():
        summary.click()
    assert serious_in_either_theme(page) == []


@pytest.mark.parametrize("code", ["F06L0ZZ", "F", "F02ZB"])
def test_an_answer_fits_a_narrow_window(open_page: Open, code: str) -> None:
    page = open_page(f"pcs/#{code}", size=(360, 740))
    shows(page, code)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    small = page.locator(".pcs :is(input, select, button), .choices a").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect())"
        ".filter(box => box.width && Math.min(box.width, box.height) < 23.9)"
    )
    assert small == []


@pytest.mark.usefixtures("site")
def test_page_command_line_and_build_say_the_same_bytes() -> None:
    made = [json.dumps({"code": code, "date": LAST}) for code in CODES]
    door = {"module": "calculator.pcs_door", "name": "breakdown", "file": str(TABLES)}
    there = in_pyodide.run(ROOT, questions=[{**door, "question": each} for each in made])
    assert there["others"] == [asked(code) for code in CODES]
    told = json.loads(run("pcs", made[0]).stdout)
    assert told == {key: value for key, value in answer(CODES[0]).items() if key != "html"}


def test_every_code_has_one_anchor_in_the_page_of_its_table(site: Path) -> None:
    with (ROOT / "content/pcs/codes.csv").open(encoding="utf-8", newline="") as file:
        listed = [row["code"].lower() for row in csv.DictReader(file)]
    found: list[str] = []
    for folder in sorted(site.glob("pcs/f*/")):
        page = (folder / "index.html").read_text("utf-8")
        assert len(page.encode()) < LARGEST
        anchors = re.findall(r'<tr id="(f\w{6})">', page)
        assert {anchor[:3] for anchor in anchors} == {folder.name}
        found += anchors
    assert sorted(found) == sorted(listed)
    assert len(found) == 1411
