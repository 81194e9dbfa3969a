"""Taking an answer away: texts, files, a receipt that is looked at again, a link, a card, paper."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.site.axe import serious
from tests.site.calculator_page import (
    BUILT_IN,
    PATH,
    WAIT,
    answer,
    begun_anew,
    button,
    is_answered,
    link,
    sentence,
    visit,
)
from tests.site.conftest import Open

# Plain http: there is no clipboard but the old command's.
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
NOTHING_COPIES = f"{NO_CLIPBOARD} document.execCommand = () => false;"
KEEPS_COPIED = (
    "globalThis.copied = ''; document.addEventListener('copy', () => {"
    " copied = document.activeElement.value; });"
)


@pytest.fixture(scope="module")
def opened(open_once: Open) -> Page:
    """Open the calculator as plain http has it, and wait until Python has answered."""
    page = open_once("about/")
    page.add_init_script(f"{NO_CLIPBOARD}{KEEPS_COPIED}")
    page.goto(f"{page.url.removesuffix('about/')}{PATH}")
    is_answered(page)
    return page


@pytest.fixture
def page(opened: Page) -> Page:
    return begun_anew(opened)


def said(page: Page) -> Locator:
    return page.get_by_role("status", name="Taken away", exact=True)


def copied(page: Page, name: str, says: str) -> str:
    """Press a button and give what it copied."""
    button(page, name).click()
    expect(said(page)).to_have_text(says, timeout=WAIT)
    text: str = page.evaluate("copied")
    return text


def saved(page: Page, name: str) -> tuple[str, str]:
    """Press a button; the name and the text of the file that it saves."""
    with page.expect_download(timeout=WAIT) as download:
        button(page, name).click()
    expect(said(page)).to_have_text(f"{download.value.suggested_filename} saved.")
    return download.value.suggested_filename, Path(download.value.path()).read_text("utf-8")


def test_lines_and_reasons_are_copied_without_a_clipboard_and_in_either_form(page: Page) -> None:
    lines = copied(page, "Copy lines", "Claim lines copied.")
    assert re.search(r"1  2026-03-02  97530 +GP +3\n", lines)
    copied(page, "Copy explanation", "Explanation copied.")
    assert page.evaluate("copied").startswith(sentence(BUILT_IN))

    button(page, "Show as UB-04").click()
    expect(said(page)).to_have_text("Claim lines shown as on the UB-04.")
    expect(answer(page).get_by_role("table", name="Claim lines, UB-04")).to_contain_text("0420")
    expect(answer(page).get_by_role("table", name="Claim lines", exact=True)).to_have_count(0)
    sheet = copied(page, "Copy for a spreadsheet", "Claim lines copied for a spreadsheet.")
    assert "1\t0420\t97530\tGP\t2026-03-02\t3\n" in sheet
    assert serious(page) == []

    page.evaluate("hash => { location.hash = hash; }", link(visit(("97110", 15))).split("#")[1])
    table = answer(page).get_by_role("table", name="Claim lines, UB-04")
    expect(table).to_contain_text("97110", timeout=WAIT)
    button(page, "Show as UB-04").click()
    expect(answer(page).get_by_role("table", name="Claim lines", exact=True)).to_be_visible()


def test_files_are_saved_and_a_receipt_is_reproduced_until_a_cent_differs(page: Page) -> None:
    name, rows = saved(page, "CSV")
    assert (name, rows.count("\n")) == ("visit-2026-03-02.csv", 3)
    assert json.loads(saved(page, "JSON")[1])["visit"] == BUILT_IN
    name, receipt = saved(page, "Receipt")
    assert name == "receipt-2026-03-02.json"
    used = json.loads(receipt)["worked_out_with"]
    assert used["rules"]["form"] == "bytecode"
    assert used["engine"]["library_sha256"]

    page = page.context.new_page()
    page.goto(_site(page.context.pages[0]) + "calculator/receipt/")
    field = page.get_by_role("textbox", name="Receipt", exact=True)
    field.fill(receipt)
    found = page.get_by_role("region", name="What was found")
    whole = "Reproduced: every figure of the receipt comes out again."
    expect(found.locator("p")).to_have_text([whole], timeout=WAIT)
    field.fill(re.sub(r'("allowed": "\d+\.\d)\d"', r'\g<1>X"', receipt, count=1))
    expect(found).to_contain_text("Allowed: ")
    expect(found).to_contain_text("in the receipt")
    field.fill("no receipt")
    expect(page.get_by_text("Receipt: not JSON")).to_be_visible()
    assert serious(page) == []
    page.close()


def test_a_link_brings_the_visit_and_a_card_shows_it_in_another_page(page: Page) -> None:
    address = copied(page, "Link", "Link copied.")
    assert address.startswith(_site(page) + link(BUILT_IN).split("#", maxsplit=1)[0])
    frame = copied(page, "Copy card", "Card copied, as HTML for a page of the same intranet.")

    other = page.context.new_page()
    # A page of the same host, without this site's policy.
    other.route("**/wiki", lambda route: route.fulfill(body=frame, content_type="text/html"))
    other.goto(_site(page) + "wiki")
    card = other.frame_locator("iframe")
    expect(card.locator(".sentence")).to_have_text(sentence(BUILT_IN), timeout=WAIT)
    whole = card.get_by_role("link", name="The whole answer, with its reasons")
    expect(whole).to_have_attribute("href", re.compile("#v="))
    expect(card.get_by_role("textbox")).to_have_count(0)
    other.close()


def test_a_link_too_long_for_mail_is_warned_of_and_one_too_long_for_all_is_not_given(
    page: Page,
) -> None:
    for count, says in ((40, "Outlook and Excel cut links"), (500, "No link: it would have")):
        asked = visit(*[("97530", 1)] * count)
        page.evaluate("hash => { location.hash = hash; }", link(asked).split("#")[1])
        expect(answer(page).locator(".sentence")).to_have_text(sentence(asked), timeout=WAIT)
        button(page, "Link").click()
        expect(said(page)).to_contain_text(says)


def test_on_paper_all_steps_stand_open_and_the_receipt_below_them(page: Page) -> None:
    page.evaluate("window.print = () => {}")
    button(page, "Print").click()
    expect(page.locator(".receipt-lines")).to_contain_text("Data sha256", timeout=WAIT)
    assert page.locator(".answer .why details:not([open])").count() == 0
    page.emulate_media(media="print")
    expect(page.locator(".receipt-lines")).to_be_visible()
    expect(button(page, "Print")).not_to_be_visible()
    page.emulate_media(media="screen")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".answer .why details[open]").count() == 0


def test_where_nothing_copies_the_text_stands_selected(open_page: Open) -> None:
    page = open_page("about/")
    page.add_init_script(NOTHING_COPIES)
    page.goto(f"{page.url.removesuffix('about/')}calculator/audit/")
    page.get_by_role("button", name="Copy the report’s sentences").click()
    expect(said(page)).to_contain_text("press Ctrl+C")
    area = page.get_by_role("textbox", name="The text, to copy by hand")
    expect(area).to_be_focused()
    expect(area).to_have_value(re.compile("More units were billed than the record supports"))


def _site(page: Page) -> str:
    return page.url.split("calculator/", maxsplit=1)[0]
