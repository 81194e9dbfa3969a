"""GPCI: seven columns and eight, zeros that Excel loses, footers."""

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.content.load import read as load
from scripts.importers import Refused, read, write
from tests.scripts.importers.layouts import Cell, as_csv, as_xlsx, crlf, gpci_rows, zipped
from tests.scripts.importers.test_pprrvu import NON_QP, QP

Give = Callable[[str, bytes], Path]
FLOOR, BOTH = ["with 1.0 Floor"], ["without 1.0 Floor", "with 1.0 Floor"]


def test_the_column_with_the_floor_is_found_among_eight(held: Path, give: Give) -> None:
    rows = gpci_rows(2027, BOTH, ["0.970", "1.000", "0.9", "0.6"])

    table = read(give("GPCI2027.csv", as_csv(rows)), held).tables[0]

    assert (table.path, table.columns[:3]) == (
        "gpci/gpci-2027",
        ("locality", "work_with_floor", "work_without_floor"),
    )
    assert table.rows[0] == {
        "locality": "07102-13",
        "work_with_floor": "1.000",
        "work_without_floor": "0.970",
        "practice_expense": "0.900",
        "malpractice": "0.600",
    }


def test_marks_behind_a_column_do_not_hide_it(held: Path, give: Give) -> None:
    rows = gpci_rows(2027, FLOOR, ["1", "0.86", "0.5"])
    rows[2][4] += "***"

    assert len(read(give("GPCI2027.csv", as_csv(rows)), held).tables[0].rows) == 1


def test_a_locality_kept_as_a_number_gets_its_zero_back(content: Path, give: Give) -> None:
    places = content / "localities.csv"
    places.write_text(places.read_text() + "07102-09,Somewhere,AR,Some\n")
    row: list[Cell] = [7102, "AR", 9, "SOMEWHERE", 1, 0.86, 0.5]
    rows: list[list[Cell]] = [[*each] for each in gpci_rows(2027, FLOOR, ["1"] * 3)[:3]]
    rows.append(row)

    table = read(give("GPCI2027.xlsx", as_xlsx(rows)), content).tables[0]

    assert [each["locality"] for each in table.rows] == ["07102-09"]


def test_the_txt_of_2025_is_read_by_its_places(content: Path, give: Give) -> None:
    header = "Medicare Admi State  Locality  Locality Name  2025 PW GPCI2025 PE GPCI2025 MP GPCI"
    data = f"{'07102':16}AR{'':6}13{'':3}{'ARKANSAS':92}{'1.000':5}{'':7}{'0.900':5}{'':7}0.500"
    file = give("GPCI2025.txt", crlf(["title", "", header, data, "MAC Assignments"]))
    (content / "gpci/gpci-2025.csv").unlink()
    (content / "gpci/gpci-2025.yaml").unlink()

    assert read(file, content).tables[0].rows[0]["practice_expense"] == "0.900"


def test_indices_that_moved_within_a_year_begin_with_the_quarter(
    tmp_path: Path, content: Path
) -> None:
    moved = as_csv(gpci_rows(2026, FLOOR, ["1.000", "0.800", "0.515"]))
    members = {"PPRRVU2026_Jul_nonQPP.csv": NON_QP, "PPRRVU2026_Jul_QPP.csv": QP}
    path = zipped(tmp_path / "rvu26c.zip", members | {"GPCI2026.csv": moved})
    (content / "figures/conversion-factor-qp.yaml").write_text(
        (content / "figures/conversion-factor.yaml").read_text().replace("33.4009", "33.5675")
    )

    write(read(path, content), content)

    held = load(content).gpci
    assert [(each.path, str(each.release.start), str(each.release.end)) for each in held[1:]] == [
        ("gpci/gpci-2026", "2026-01-01", "2026-06-30"),
        ("gpci/gpci-2026c", "2026-07-01", "2026-12-31"),
    ]
    assert write(read(path, content), content) == ()


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (gpci_rows(2026, FLOOR, ["1.0", "0.9", "0.6"]), "a day unknown; expected the zip"),
        (gpci_rows(2027, ["without 1.0 Floor"], ["1.0", "0.9", "0.6"]), "with its floor"),
        (gpci_rows(2027, FLOOR, ["1.0001", "0.9", "0.6"]), "3 decimals"),
        (gpci_rows(2027, FLOOR, ["1.0", "0.9", "0.6"])[:3], "no locality"),
        ([["Contractor", "State"]], "an unknown header"),
    ],
)
def test_a_gpci_that_is_not_as_known_stops(
    rows: list[list[str]], says: str, held: Path, give: Give
) -> None:
    year = 2026 if "2026" in str(rows) else 2027
    with pytest.raises(Refused, match=says):
        read(give(f"GPCI{year}.csv", as_csv(rows)), held)


def test_a_txt_of_a_later_year_was_never_seen(held: Path, give: Give) -> None:
    with pytest.raises(Refused, match="was never seen"):
        read(give("GPCI2026.txt", b"x"), held)
