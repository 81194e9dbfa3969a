"""Many visits in the page: a file is mapped, worked out, cancelled, filtered, taken away."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Download, FilePayload, Locator, Page, expect

from calculator import many_door
from calculator.entry.visit_columns import guessed, template
from tests.calculator.test_many_door import FOR_ALL
from tests.site.axe import serious
from tests.site.calculator_page import WAIT, minutes, reference
from tests.site.conftest import Open

HEADS = "Encounter,DOS,plan,method,locality,Patient name,CPT,PTA minutes,treatment time,units,mods"
VISITS = 60


def row(visit: object, code: str, minutes: object, billed: str = "", pta: object = "") -> str:
    day = "2026-03-02" if visit != 7 else "2026-02-30"
    return f'{visit},{day},PT,cms,national,"Doe, Jane",{code},{pta},{minutes},{billed}'


def rows(visits: int) -> Iterator[str]:
    """Write visits of two rows: every third is billed, one is bad, many tie."""
    yield HEADS
    for visit in range(1, visits + 1):
        billed = ("3,GP", "1,GP") if visit % 3 == 0 else (",", ",")
        yield row(visit, "97530", 38, billed[0])
        yield row(visit, "97110", 8 + visit % 2, billed[1], pta=visit % 2 * 7 or "")


def payload(text: str | bytes, name: str = "visits.csv") -> FilePayload:
    content = text if isinstance(text, bytes) else text.encode()
    return {"name": name, "mimeType": "text/csv", "buffer": content}


def choose(page: Page, text: str | bytes, name: str = "visits.csv") -> None:
    page.get_by_label("CSV of visits").set_input_files(payload(text, name))


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def result(page: Page) -> Locator:
    return page.get_by_role("status", name="Result", exact=True)


def taken(page: Page, name: str) -> tuple[Download, list[list[str]]]:
    with page.expect_download() as coming:
        button(page, name).click()
    text = Path(coming.value.path()).read_bytes().decode("utf-8-sig")
    return coming.value, [*csv.reader(io.StringIO(text))]


@pytest.fixture(scope="module")
def page(open_once: Open) -> Page:
    return open_once("calculator/many/")


def test_a_file_of_visits_is_mapped_worked_out_filtered_and_taken_away(page: Page) -> None:
    text = "\r\n".join(rows(VISITS))
    choose(page, text)
    expect(result(page)).to_contain_text("Choose a column for minutes", timeout=WAIT)
    expect(page.get_by_text("Left out, as such a column")).to_contain_text("Patient name")
    options = page.get_by_label("Column for modifiers").get_by_role("option")
    assert "Patient name" not in options.all_text_contents()
    page.get_by_label("Column for minutes (needed)").select_option(label="treatment time")
    button(page, "Work the file out").click()
    expect(page.get_by_role("progressbar", name="Rows done")).to_be_visible()
    expect(result(page)).to_contain_text(f"{VISITS} visits: ", timeout=WAIT)
    expect(result(page)).to_contain_text("1 refused")
    assert serious(page) == []

    visits = page.get_by_role("table", name="Visits")
    expect(visits.get_by_role("row")).to_have_count(VISITS + 1)
    shown = page.get_by_role("combobox", name="Show", exact=True)
    shown.select_option("refused")
    expect(visits.get_by_role("row")).to_have_count(2)
    expect(page.get_by_role("table", name="Bad rows")).to_contain_text(
        "got 2026-02-30; takes a day"
    )
    shown.select_option("ties")
    shown.select_option("")
    download, results = taken(page, "Download results")
    assert download.suggested_filename == "results.csv"
    assert len(results) == VISITS + 1
    _, bad = taken(page, "Download bad rows")
    assert [each[0] for each in bad] == ["visit", "7", "7"]
    assert bad[1][-1].startswith("Date of service: got 2026-02-30")
    assert "Doe" not in page.content()

    work = many_door.begin(reference())
    columns = guessed(HEADS.split(",")) | {"minutes": 8}
    question = {"answer": text, "first": True, "last": True, "columns": columns, "for_all": FOR_ALL}
    alone = json.loads(many_door.many_visits(json.dumps(question), work))["results"]
    assert results[1:] == [each["cells"] for each in alone]


def test_a_visit_opens_where_it_was_worked_out(page: Page) -> None:
    visits = page.get_by_role("table", name="Visits")
    with page.context.expect_page() as opening:
        visits.get_by_role("link", name="1", exact=True).click()
    expect(minutes(opening.value, 1)).to_have_value("38")
    opening.value.close()
    with page.context.expect_page() as opening:
        visits.get_by_role("link", name="3", exact=True).click()
    expect(opening.value.locator("#visit-said")).to_have_text("97530 38, 97110 16; 2026-03-02")
    expect(opening.value.get_by_label("Units, billed line 2")).to_have_value("1")
    opening.value.close()


def test_the_next_file_is_mapped_as_the_one_before_and_can_be_cancelled(page: Page) -> None:
    choose(page, "\n".join(rows(2000)), "more.csv")
    expect(result(page)).to_contain_text("more.csv: 4,000 rows.", timeout=WAIT)
    button(page, "Work the file out").click()
    where = page.get_by_text(" of 4,000 rows; ")
    expect(where).to_contain_text("a second; ", timeout=WAIT)
    expect(where).to_contain_text(" left.")
    button(page, "Cancel").click()

    expect(result(page)).to_contain_text("Cancelled after")
    expect(button(page, "Work the file out")).to_be_focused()
    expect(button(page, "Cancel")).to_be_hidden()
    table = page.get_by_role("table", name="Visits")
    assert table.get_by_role("row").count() > 1


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (
            "visit;minutes\nHügel;8\n".encode("latin-1"),
            "holds bytes that are no UTF-8. In a spread",
        ),
        ('visit\n1\n"2', "Line 3: a quotation mark opens a cell here and none closes it."),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_what_to_do(
    page: Page, content: str | bytes, says: str
) -> None:
    choose(page, content, "bad.csv")
    expect(page.locator("#many-file-problem")).to_contain_text(says, timeout=WAIT)
    expect(page.get_by_label("CSV of visits")).to_have_attribute("aria-invalid", "true")


def test_the_template_comes_back_as_two_visits_a_hundred_rows_a_page(page: Page) -> None:
    _, written = taken(page, "Download a template")
    assert written == [*csv.reader(io.StringIO(template()))]
    visits = "".join(f"{n},2026-03-02,PT,cms,national,97140,15\n" for n in range(150))
    choose(page, f"visit,date,discipline,method,locality,code,minutes\n{visits}", "pages.csv")
    expect(result(page)).to_contain_text("pages.csv: 150 rows.", timeout=WAIT)
    button(page, "Work the file out").click()
    expect(result(page)).to_contain_text("150 visits: 150 answered.", timeout=WAIT)
    table = page.get_by_role("table", name="Visits")
    expect(table.get_by_role("row")).to_have_count(101)
    button(page, "Next 100 visits").click()
    expect(table.get_by_role("row")).to_have_count(51)
    expect(page.get_by_text("101 to 150 of 150")).to_be_visible()
    expect(button(page, "Previous 100 visits")).to_be_focused()
