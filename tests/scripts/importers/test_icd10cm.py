"""ICD-10-CM: order file, list of codes, tabular list and addenda; October and April."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from scripts.content.lint import problems_in
from scripts.content.load import read as load
from scripts.importers import Refused, read, write
from tests.scripts.importers.layouts import crlf, order_line, zipped

Give = Callable[[str, bytes], Path]
HELD = (
    ("G35", "0", "Sclerosis"),
    ("G35A", "1", "Sclerosis, first kind"),
    ("G8110", "1", "Unspecified"),
    ("G8111", "1", "Right, dominant"),
    ("G8112", "1", "Left, dominant"),
    ("G8113", "1", "Right, other"),
    ("G8114", "1", "Left, other"),
    ("M25561", "1", "Right knee"),
    ("M25562", "1", "Left knee, new words"),
)
ORDER = crlf([order_line(number, *each) for number, each in enumerate(HELD, start=1)])
CODES = crlf([f"{code:7} {title}" for code, flag, title in HELD if flag == "1"])
TABULAR = """<?xml version="1.0" encoding="utf-8"?>
<ICD10CM.tabular><version>2027</version><chapter><section id="a">
<diag><name>G35</name><desc>Sclerosis</desc>
  <diag><name>G35.A</name><desc>Sclerosis, first kind</desc></diag></diag>
<diag><name>M25</name><desc>Knees</desc>
  <sevenChrDef><extension char="1"> first  time</extension></sevenChrDef>
  <diag><name>M25.56</name><desc>Knee</desc></diag></diag>
</section></chapter></ICD10CM.tabular>"""


def titles(content: Path, path: Path) -> dict[str, tuple[str, str]]:
    """Read a file; give each code's flag and title."""
    rows = next(iter(read(path, content).rows.values()))
    return {row["code"]: (row["billable"], row["title"]) for row in rows}


def test_the_order_file_tells_headings_from_codes(held: Path, give: Give) -> None:
    found = titles(held, give("icd10cm_order_2027.txt", ORDER))

    assert found["G35"] == ("no", "Sclerosis")
    assert found["M25.562"] == ("yes", "Left knee, new words")


def test_the_list_of_codes_has_no_headings(held: Path, give: Give) -> None:
    found = titles(held, give("icd10cm-codes-2027.txt", CODES))

    assert found["G35"] == ("no", "")
    assert found["G35.A"] == ("yes", "Sclerosis, first kind")


def test_the_tabular_list_gives_codes_with_a_seventh_character(content: Path, give: Give) -> None:
    (content / "diagnoses/M25.56X1.yaml").write_text("family: knee\n")

    found = titles(content, give("icd10cm_tabular_2027.xml", TABULAR.encode()))

    assert found["G35"] == ("no", "Sclerosis")
    assert found["M25.56X1"] == ("yes", "Knee, first time")


def test_a_new_year_follows_and_a_second_import_changes_nothing(content: Path, give: Give) -> None:
    path = give("icd10cm_order_2027.txt", ORDER)

    write(read(path, content), content)

    release = load(content).icd10cm[-1].release
    assert (release.start, release.end) == (date(2026, 10, 1), date(2027, 9, 30))
    assert problems_in(load(content)) == []
    assert write(read(path, content), content) == ()


def test_april_cuts_october_short_and_is_known_by_its_zip(tmp_path: Path, content: Path) -> None:
    october = zipped(
        tmp_path / "2027-code-descriptions-tabular-order.zip", {"a/icd10cm_order_2027.txt": ORDER}
    )
    april = zipped(
        tmp_path / "april-1-2027-code-descriptions-tabular-order.zip",
        {"Code Descriptions/icd10cm_order_2027.txt": ORDER},
    )
    for path in (april, october):
        write(read(path, content), content)

    ends = [(each.path, str(each.release.end)) for each in load(content).icd10cm[2:]]
    assert ends == [("icd10cm/fy2027", "2027-03-31"), ("icd10cm/2027-04", "2027-09-30")]


def test_a_code_that_ends_or_begins_where_releases_meet_gets_its_day(
    content: Path, give: Give
) -> None:
    lines = [order_line(1, *each) for each in HELD if each[0] not in {"M25561", "G8114"}]

    write(read(give("icd10cm_order_2027.txt", crlf(lines)), content), content)

    ends = load(content).diagnoses["M25.561"].ends
    assert ends is not None
    assert (ends.day, ends.sources) == (date(2026, 9, 30), ("nchs-icd10cm-fy2027",))
    assert problems_in(load(content)) == []


ADDENDA = (
    f"Delete:      1 G8114   {'x':60} Left, other",
    f"Revise from: 1 M25562  {'x':60} Left knee",
    f"Revise to:   1 M25562  {'x':60} Left knee, new words",
    f"Add:         0 A00     {'x':60} Another",
)
TAIL = ("", "Headers", "      1 additions", "      0 deletions", "", "Codes", "      0 additions")


def test_addenda_change_the_release_held_before(held: Path, give: Give) -> None:
    data = crlf([*ADDENDA, *TAIL, "      1 deletions", "of which"])

    found = titles(held, give("icd10cm_order_addenda_2027.txt", data))

    assert found["M25.562"] == ("yes", "Left knee, new words")
    assert found["G81.14"] == ("no", "")
    assert found["G81.13"] == ("yes", "Right, other")


def test_addenda_without_changes_keep_everything(held: Path, give: Give) -> None:
    data = crlf(["", "Codes", "  9 codes in x", "      0 additions", "      0 deletions"])

    found = titles(held, give("icd10cm_codes_addenda_2027.txt", data))

    assert found["M25.562"] == ("yes", "Left knee")


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        (
            "icd10cm_order_addenda_2027.txt",
            crlf([*ADDENDA[:1], *TAIL]),
            "found 0 additions of headers; expected 1, the count at its end",
        ),
        ("icd10cm_order_addenda_2027.txt", crlf(ADDENDA), "no counts at the end"),
        ("icd10cm_codes_addenda_2029.txt", crlf(TAIL[4:]), "which is not held"),
        (
            "icd10cm_codes_addenda_2027.txt",
            crlf(["Added: G35", *TAIL]),
            "line 1: an unknown layout",
        ),
        ("icd10cm_order_2027.txt", CODES, "expected: number in 1-5, code in 7-13"),
        ("icd10cm_codes_2027.txt", ORDER, "expected: code in 1-7, title from 9"),
        ("icd10cm_tabular_2028.xml", TABULAR.encode(), "version 2027, where the name says 2028"),
        ("icd10cm_tabular_2027.xml", TABULAR[:300].encode(), "Expected XML without a DTD"),
        ("icd10cm_tabular_2027.xml", b"<tabular/>", "the root tabular; expected ICD10CM.tabular"),
        (
            "icd10cm_tabular_2027.xml",
            b'<!DOCTYPE a [<!ENTITY b "c">]><ICD10CM.tabular/>',
            "Expected XML without a DTD",
        ),
    ],
)
def test_a_list_that_is_not_as_known_stops(
    name: str, data: bytes, says: str, held: Path, give: Give
) -> None:
    with pytest.raises(Refused) as refused:
        read(give(name, data), held)

    assert says in str(refused.value)
