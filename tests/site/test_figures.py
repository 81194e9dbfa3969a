"""Figures on the pages are those of the content, and what the calculator makes of them."""

import json
import re
from decimal import Decimal
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from calculator import door
from calculator.reference import bundle

TAGS = re.compile(r"<[^>]+>")
CELL = re.compile(r"<t[hd].*?</t[hd]>", re.DOTALL)
VISIT = {
    "discipline": "PT",
    "method": "cms",
    "qualifying_apm": False,
    "threshold_used": "0.00",
    "deductible_remaining": "0.00",
}


@pytest.fixture(scope="module")
def held() -> dict[str, Any]:
    """The figures the site was built with."""
    found: dict[str, Any] = json.loads(Path("build/reference.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def reference() -> bundle.Reference:
    """The same, as the calculator reads them."""
    return bundle.load(Path("build/reference.json").read_text(encoding="utf-8"))


def rows(page: Path, table: str) -> list[list[str]]:
    """The cells of a table's body, as words; `table` is something its opening tag holds."""
    text = page.read_text(encoding="utf-8")
    found = re.search(rf"<table[^>]*{table}.*?</table>", text, re.DOTALL)
    assert found
    body = found[0].partition("<tbody>")[2]
    return [
        [unescape(TAGS.sub("", cell)).strip() for cell in CELL.findall(row)]
        for row in re.findall(r"<tr.*?</tr>", body, re.DOTALL)
    ]


def allowed(reference: bundle.Reference, code: str, minutes: int, **others: str) -> str:
    """What the door says of one code alone."""
    asked = {**VISIT, **others, "services": [{"code": code, "minutes": minutes}]}
    answer = json.loads(door.evaluate(json.dumps(asked), reference))
    return str(answer["allowed"])


def one_unit(reference: bundle.Reference, code: str) -> str:
    """What one unit costs in 2026; the further code of a pair never stands alone."""
    day = {"date": "2026-03-02", "locality": "national"}
    first = next((each.code for each in reference.codes.values() if each.further == code), None)
    if first is None:
        return allowed(reference, code, 15, **day)
    both, alone = (Decimal(allowed(reference, first, minutes, **day)) for minutes in (30, 15))
    return str(both - alone)


def test_every_locality_has_its_price_of_both_years(
    site: Path, held: dict[str, Any], reference: bundle.Reference
) -> None:
    shown = {row[1]: row for row in rows(site / "codes/97530/index.html", 'id="localities"')}
    assert shown.keys() == {each["key"] for each in held["localities"]}

    for key, (_, _, before, now, change) in shown.items():
        assert now == allowed(reference, "97530", 15, date="2026-03-02", locality=key)
        assert before == allowed(reference, "97530", 15, date="2025-03-03", locality=key)
        difference = Decimal(now) - Decimal(before)
        assert Decimal(change.replace("−", "-")) == difference


def test_one_to_six_units_are_what_the_calculator_says(
    site: Path, reference: bundle.Reference
) -> None:
    page = (site / "codes/97530/index.html").read_text(encoding="utf-8")
    section = page.partition('id="one-to-six-units"')[2].partition("<h2")[0]
    found = re.findall(r"<tr>.*?</tr>", section.partition("<tbody>")[2], re.DOTALL)
    cells = [TAGS.sub(" ", row).split() for row in found]
    assert [row[0] for row in cells] == ["1", "2", "3", "4", "5", "6"]

    for _, fewest, _, _, now, before in cells:
        minutes = int(fewest)
        place = {"locality": "national"}
        assert now == allowed(reference, "97530", minutes, date="2026-03-02", **place)
        assert before == allowed(reference, "97530", minutes, date="2025-03-03", **place)


def test_the_index_has_the_total_and_the_price_of_every_code(
    site: Path, held: dict[str, Any], reference: bundle.Reference
) -> None:
    shown = {row[0]: row for row in rows(site / "codes/index.html", 'id="all-codes"')}
    assert list(shown) == [each["code"] for each in held["codes"]]

    for each in held["codes"]:
        _, _, _, status, total, price = shown[each["code"]]
        newest = each["periods"][-1]
        assert (status, total) == (newest["status"], newest["nonfacility_total"])
        if price != "—":
            assert price.replace(",", "") == one_unit(reference, each["code"])


def test_the_quick_reference_has_every_indicator_of_the_release(
    site: Path, held: dict[str, Any]
) -> None:
    newest = next(each for each in held["codes"] if each["code"] == "97530")["periods"][-1]
    page = (site / "codes/97530/index.html").read_text(encoding="utf-8")
    table = page.partition('id="quick-reference"')[2].partition("</table>")[0]
    values = [unescape(each) for each in re.findall(r'<td class="value">([^<]*)</td>', table)]

    for field in (
        "status",
        "nonfacility_total",
        "facility_total",
        "multiple_procedure",
        "pc_tc",
        "global_days",
        "bilateral",
        "assistant_at_surgery",
        "co_surgeons",
        "team_surgery",
    ):
        assert newest[field] in values, field
    for part in ("work", "practice_expense", "malpractice"):
        assert newest[part] in table
    assert newest["release"] in table
    assert newest["to"] in table
