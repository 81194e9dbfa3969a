"""ICD-10-PCS, section F: titles and tables together, definitions, and what cannot be held."""

from collections.abc import Callable
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from scripts.content.lint import problems_in
from scripts.content.load import read as load
from scripts.importers import Refused, read, write
from scripts.importers.icd10pcs_rows import grouped
from tests.scripts.importers.layouts import crlf, order_line

Give = Callable[[str, bytes], Path]
TITLE = "Motor Function Treatment of Musculoskeletal System"
HELD = {"F07L3ZZ": f"{TITLE} - Lower Back / Lower Extremity", "F07M3ZZ": f"{TITLE} - Whole Body"}
NEW = {"F07L4ZZ": "New Treatment, lower", "F07M4ZZ": "New Treatment, whole"}
AXES = (
    "Section",
    "Section Qualifier",
    "Type",
    "Region",
    "Type Qualifier",
    "Equipment",
    "Qualifier",
)


def axis(position: int, labels: dict[str, str]) -> str:
    """Give an axis with its labels."""
    listed = "".join(f'<label code="{code}">{title}</label>' for code, title in labels.items())
    return f'<axis pos="{position}"><title>{AXES[position - 1]}</title>{listed}</axis>'


def tables(year: int, types: dict[str, str], codes: int) -> bytes:
    """Give the tables: one of another section, and F07 with one row."""
    head = axis(1, {"F": "Physical Rehabilitation and Diagnostic Audiology"})
    head += axis(2, {"0": "Rehabilitation"}) + axis(3, {"7": "Motor Treatment"})
    regions = {"L": "Musculoskeletal System - Lower Back / Lower Extremity"}
    regions |= {"M": "Musculoskeletal System - Whole Body"}
    row = axis(4, regions) + axis(5, types) + axis(6, {"Z": "None"}) + axis(7, {"Z": "None"})
    other = (
        f"<pcsTable>{axis(1, {'0': 'Other'})}{axis(2, {'0': 'x'})}{axis(3, {'1': 'x'})}</pcsTable>"
    )
    mine = f'<pcsTable>{head}<pcsRow codes="{codes}">{row}</pcsRow></pcsTable>'
    text = f"<ICD10PCS.tabular><version>{year}</version>{other}{mine}</ICD10PCS.tabular>"
    return text.encode()


def order(titles: dict[str, str]) -> bytes:
    """Give the order file: a heading, a code of another section, and these codes."""
    lines = [order_line(1, "F07", "0", "Heading"), order_line(2, "0016070", "1", "Other")]
    lines += [
        order_line(number, code, "1", title)
        for number, (code, title) in enumerate(titles.items(), 3)
    ]
    return crlf(lines)


def test_new_codes_come_with_their_day_and_lints_pass(content: Path, give: Give) -> None:
    path = give("icd10pcs_order_2027.txt", order(HELD | NEW))
    give("icd10pcs_tables_2027.xml", tables(2027, {"3": "Motor Function", "4": "New"}, 4))

    write(read(path.parent, content), content)

    pcs = load(content).pcs
    assert problems_in(load(content)) == []
    assert [(row.code, str(row.since)) for row in pcs.codes.rows] == [
        ("F07L3ZZ", "None"),
        ("F07L4ZZ", "2026-10-01"),
        ("F07M3ZZ", "2026-04-01"),
        ("F07M4ZZ", "2026-10-01"),
    ]
    assert pcs.codes.rows[2].title_standing is None
    assert (pcs.codes.release.end, pcs.codes.release.counts[-1].codes) == (date(2027, 9, 30), 4)
    assert write(read(path.parent, content), content) == ()


def test_new_codes_need_their_tables(held: Path, give: Give) -> None:
    with pytest.raises(Refused, match="adds 2 codes, such as F07L4ZZ; expected their tables"):
        read(give("icd10pcs_order_2027.txt", order(HELD | NEW)), held)


def test_titles_and_tables_have_to_be_of_the_same_codes(held: Path, give: Give) -> None:
    path = give("icd10pcs_order_2027.txt", order(HELD))
    give("icd10pcs_tables_2027.xml", tables(2027, {"3": "Motor Function", "4": "New"}, 4))

    with pytest.raises(Refused, match="2 codes stand in one of titles and tables alone: F07L4ZZ"):
        read(path.parent, held)


def test_a_release_without_new_codes_only_lasts_longer(content: Path, give: Give) -> None:
    write(read(give("icd10pcs_order_2027.txt", order(HELD)), content), content)

    assert load(content).pcs.codes.release.release == "FY2026 to FY2027"
    assert len(load(content).pcs.codes.rows) == 2


def test_definitions_are_parted_by_what_they_are_of(held: Path, give: Give) -> None:
    data = (
        "<ICD10PCS.definitions><version>2026</version><section code='F'><axis pos='3'>"
        "<terms><title>Motor Treatment</title><definition>Words</definition></terms></axis>"
        "<axis pos='5'><terms><title>Motor Function (Treatment)</title><title>Other</title>"
        "<explanation>More</explanation></terms></axis><axis pos='4'><terms/></axis></section>"
        "</ICD10PCS.definitions>"
    )

    rows = read(give("icd10pcs_definitions_2026.xml", data.encode()), held).rows

    assert [tuple(row.values()) for row in rows["pcs/definitions"]] == [
        ("3", "Motor Treatment", "", "Words", "", ""),
        ("5", "Motor Function", "treatment", "", "More", ""),
        ("5", "Other", "", "", "More", ""),
    ]


def test_the_unseen_list_of_codes_says_so(held: Path, give: Give) -> None:
    lines = [f"{code} {title}" for code, title in HELD.items()]

    imported = read(give("icd10pcs_codes_2027.txt", crlf(lines)), held)

    assert "was never seen here" in imported.notes[0]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("icd10pcs_order_2027.txt", order({"F07L3ZZ": "x"}), "has 1 codes no more: F07M3ZZ"),
        ("icd10pcs_order_2029.txt", order(HELD), "expected a day from 2025-10-01 to 2026-10-01"),
        ("icd10pcs_order_2027.txt", crlf(["F07L3ZZ x"]), "line 1: an unknown layout"),
        ("icd10pcs_tables_2027.xml", tables(2026, {"3": "x"}, 2), "version 2026, where the name"),
        ("icd10pcs_tables_2027.xml", tables(2027, {"3": "x"}, 3), "2 codes; expected 3"),
        ("icd10pcs_tables_2027.xml", b"<other/>", "the root other; expected ICD10PCS.tabular"),
        ("order_addenda_2027.txt", b"", "Take the order file and the tables"),
    ],
)
def test_a_release_that_cannot_be_held_stops(
    name: str, data: bytes, says: str, held: Path, give: Give
) -> None:
    with pytest.raises(Refused) as refused:
        read(give(name, data), held)

    assert says in str(refused.value)


def test_added_codes_are_grouped_into_rows_that_give_them_and_no_other() -> None:
    axes = {"regions": "DE", "type_qualifiers": "XY", "equipment": "ABZ", "qualifiers": "Z"}
    row = {"table": "F07", "row": "9", **axes}
    every = {"F07" + "".join(each) for each in product(*axes.values())}
    added = every - {"F07DXAZ", "F07EYBZ", "F07EYZZ"}

    found = grouped((row,), added, {"F07": 11})

    given = [
        each["table"] + "".join(code)
        for each in found
        for code in product(*(each[name] for name in axes))
    ]
    assert sorted(given) == sorted(added)
    assert [each["row"] for each in found] == [str(12 + place) for place in range(len(found))]
