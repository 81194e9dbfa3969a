"""What is handed over: a file, a zip, a folder; and zips that are no files of CMS."""

import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.importers import Refused, archive, read
from tests.scripts.importers.layouts import as_csv, as_xlsx, zipped

Give = Callable[[str, bytes], Path]


@pytest.mark.parametrize("name", ["../out.csv", "/etc/out.csv", "a/../../out.csv", "C:\\out.csv"])
def test_a_member_that_leads_out_of_the_zip_is_refused(
    name: str, tmp_path: Path, held: Path
) -> None:
    path = zipped(tmp_path / "rvu26c.zip", {"PPRRVU2026_Jul_nonQPP.csv": b"", name: b""})

    with pytest.raises(Refused, match="leads out of the zip"):
        read(path, held)


def test_a_link_in_a_zip_is_refused(tmp_path: Path, content: Path) -> None:
    link = zipfile.ZipInfo("PPRRVU2026_Jul_nonQPP.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "rvu26c.zip", "w") as made:
        made.writestr(link, "/etc/passwd")

    with pytest.raises(Refused, match="is a link"):
        read(tmp_path / "rvu26c.zip", content)


def test_a_zip_that_unpacks_to_far_more_than_it_is_is_refused(tmp_path: Path, held: Path) -> None:
    path = zipped(tmp_path / "rvu26c.zip", {"PPRRVU2026_Jul_nonQPP.csv": b"0" * 2_000_000})

    with pytest.raises(Refused, match="times its size; expected at most 200 times"):
        read(path, held)


def test_a_book_that_unpacks_to_far_more_than_it_is_is_refused(held: Path, give: Give) -> None:
    rows = [["Diagnosis\nCode", "0" * 30_000]] * 100

    with pytest.raises(Refused, match="times its size"):
        read(give("2027 Initial ICD-10-CM Mappings.xlsx", as_xlsx(rows)), held)


def test_more_than_a_gigabyte_is_refused_before_anything_is_read(
    tmp_path: Path, content: Path
) -> None:
    path = zipped(tmp_path / "rvu26c.zip", {"PPRRVU2026_Jul_nonQPP.csv": b"x"})
    data = bytearray(path.read_bytes())
    size = data.index(b"PK\x01\x02") + 24
    data[size : size + 4] = struct.pack("<I", archive.LARGEST + 1)
    path.write_bytes(data)

    with pytest.raises(Refused, match="expected at most 1000 members"):
        read(path, content)


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_spoilt_zip_is_refused(suffix: str, tmp_path: Path, content: Path) -> None:
    name = f"2027 Initial ICD-10-CM Mappings.{suffix}"
    rows = [["Diagnosis\nCode", str(place)] for place in range(500)]
    path = tmp_path / name
    if suffix == "csv":
        path = zipped(tmp_path / "hcc.zip", {name: as_csv(rows)})
    else:
        path.write_bytes(as_xlsx(rows))
    data = bytearray(path.read_bytes())
    begin = data.index(b"sheet1.xml" if suffix == "xlsx" else name.encode()) + 60
    data[begin : begin + 30] = b"x" * 30
    path.write_bytes(data)

    with pytest.raises(Refused, match="Expected"):
        read(path, content)


def test_a_quote_that_does_not_end_is_refused(held: Path, give: Give) -> None:
    with pytest.raises(Refused, match="expected a text of cells"):
        read(give("2027 Initial ICD-10-CM Mappings.csv", b'"Diagnosis Code,x\r\n'), held)


def test_a_locked_zip_is_refused(tmp_path: Path, content: Path) -> None:
    path = zipped(tmp_path / "rvu26c.zip", {"PPRRVU2026_Jul_nonQPP.csv": b"x"})
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)

    with pytest.raises(Refused, match="is locked"):
        read(path, content)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("rvu26c.zip", b"<html>", "Expected a zip: fetch the file anew"),
        ("2027 Initial ICD-10-CM Mappings.xlsx", b"PK", "Expected an xlsx that can be opened"),
        ("ANES2026.csv", b"x", "price no code of this site"),
        ("OPPSCAP_JAN.txt", b"x", "touch no code of this site"),
        ("26LOCCO.xlsx", b"x", "written by hand in localities.csv"),
        ("RVU26A.pdf", b"x", "documents are for people"),
        ("notes.csv", b"x", "an unknown file"),
    ],
)
def test_a_file_that_is_no_import_says_why(
    name: str, data: bytes, says: str, held: Path, give: Give
) -> None:
    with pytest.raises(Refused) as refused:
        read(give(name, data), held)

    assert says in str(refused.value)


def test_a_zip_of_files_that_are_all_refused_gives_each_reason(tmp_path: Path, held: Path) -> None:
    path = zipped(tmp_path / "rvu26c.zip", {"ANES2026.csv": b"", "OPPSCAP_Jul.csv": b""})

    with pytest.raises(Refused, match=r"(?s)ANES2026.csv is not.*OPPSCAP_Jul.csv is not"):
        read(path, held)


def test_an_unknown_file_is_shown_with_the_names_that_are_known(held: Path, give: Give) -> None:
    with pytest.raises(Refused) as refused:
        read(give("something.csv", b"x"), held)

    assert "found: something.csv" in str(refused.value)
    assert "PPRRVU2026_Jul_nonQPP.csv or .xlsx" in str(refused.value)


def test_nothing_at_a_path_says_so(tmp_path: Path, held: Path) -> None:
    with pytest.raises(Refused, match="no such file"):
        read(tmp_path / "rvu26c.zip", held)
