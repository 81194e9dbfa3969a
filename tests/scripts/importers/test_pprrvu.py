"""PPRRVU: both sets, both widths, three formats; and all that makes it stop."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.content.lint import problems_in
from scripts.content.load import read as load
from scripts.importers import Refused, pprrvu, read, write
from tests.scripts.importers.layouts import (
    RVUS,
    as_csv,
    as_xlsx,
    crlf,
    gpci_rows,
    pprrvu_line,
    pprrvu_rows,
    zipped,
)

Give = Callable[[str, bytes], Path]
JULY = "2026 National Physician Fee Schedule Relative Value File July Release"
OCTOBER = "2025 National Physician Fee Schedule Relative Value File October Release"
NON_QP = as_csv(pprrvu_rows(JULY, "33.4009"))
QP = as_csv(pprrvu_rows(JULY, "33.5675", "1"))
GPCI = as_csv(gpci_rows(2026, ["with 1.0 Floor"], ["1.000", "0.859", "0.515"]))


def quarter(folder: Path, **more: bytes) -> Path:
    """Give a quarter's zip as CMS publishes it."""
    members = {"PPRRVU2026_Jul_nonQPP.csv": NON_QP, "PPRRVU2026_Jul_QPP.csv": QP}
    members |= {"GPCI2026.csv": GPCI, "ANES2026.csv": b"x", "OPPSCAP_Jul.csv": b"x"}
    return zipped(folder / "rvu26c-updated-06-30-2026 (1).zip", members | more)


def test_a_zip_feeds_the_rvus_and_both_conversion_factors(tmp_path: Path, held: Path) -> None:
    imported = read(quarter(tmp_path), held)

    assert (imported.kind, imported.release) == ("pprrvu", "RVU26C")
    assert {row["code"] for row in imported.rows["rvu/rvu26c"]} == {"97129", "97130", "97799"}
    assert [(each.key, each.value) for each in imported.figures] == [
        ("conversion-factor", "33.4009"),
        ("conversion-factor-qp", "33.5675"),
    ]
    assert "GPCI2026.csv: the indices are those of GPCI 2026, held." in imported.notes
    assert "Left aside: ANES2026.csv, OPPSCAP_Jul.csv." in imported.notes


def test_no_descriptor_is_kept(tmp_path: Path, held: Path) -> None:
    assert "WORDS" not in str(read(quarter(tmp_path), held))


@pytest.mark.parametrize("suffix", ["csv", "txt", "xlsx"])
def test_every_format_of_2025_reads_alike(suffix: str, held: Path, give: Give) -> None:
    rows = pprrvu_rows(OCTOBER, "32.3465", None)
    lines = [f"{'HDR words':50}", *(pprrvu_line(code, "32.3465") for code in RVUS)]
    data = {"csv": as_csv(rows), "txt": crlf(lines), "xlsx": as_xlsx(rows)}[suffix]

    imported = read(give(f"PPRRVU2025_Oct.{suffix}", data), held)

    assert imported.figures[0].value == "32.3465"
    assert imported.rows["rvu/rvu25d"][2] == {
        "code": "97799",
        "status": "A",
        "work": "0.44",
        "practice_expense": "0.62",
        "nonfacility_na": "",
        "facility_practice_expense": "0.62",
        "facility_na": "NA",
        "malpractice": "0.01",
        "nonfacility_total": "1.07",
        "facility_total": "1.07",
        "pc_tc": "7",
        "global_days": "XXX",
        "multiple_procedure": "5",
        "bilateral": "0",
        "assistant_at_surgery": "0",
        "co_surgeons": "0",
        "team_surgery": "0",
    }


def test_a_quarter_ends_the_release_before_it_and_lints_pass(tmp_path: Path, content: Path) -> None:
    release = content / "rvu/rvu26.yaml"
    release.write_text(release.read_text().replace("RVU26", "RVU26B"))
    (content / "figures/conversion-factor-qp.yaml").write_text(
        (content / "figures/conversion-factor.yaml").read_text().replace("33.4009", "33.5675")
    )

    changed = write(read(quarter(tmp_path), content), content)

    loaded = load(content)
    # The exemption of the second factor wants a later beginning, which this content has not.
    assert {problem.file for problem in problems_in(loaded)} <= {
        "figures/conversion-factor-qp.yaml"
    }
    days = [(str(each.release.start), str(each.release.end)) for each in loaded.rvu]
    assert days[1:] == [("2026-01-01", "2026-06-30"), ("2026-07-01", "2026-12-31")]
    assert loaded.awaited.awaited[0].follows == ("rvu/rvu26c",)
    assert content / "sources/cms-rvu26c.yaml" in changed
    assert write(read(quarter(tmp_path), content), content) == ()


def test_an_earlier_quarter_goes_before_the_one_that_is_held(content: Path, give: Give) -> None:
    release = content / "rvu/rvu26.yaml"
    release.write_text(release.read_text().replace("RVU26", "RVU26D"))

    write(read(give("PPRRVU2026_Jul_nonQPP.csv", NON_QP), content), content)

    days = [
        (each.path, str(each.release.start), str(each.release.end)) for each in load(content).rvu
    ]
    assert days[1:] == [
        ("rvu/rvu26c", "2026-01-01", "2026-09-30"),
        ("rvu/rvu26", "2026-10-01", "2026-12-31"),
    ]


def test_a_factor_that_moved_splits_the_period(content: Path, give: Give) -> None:
    moved = as_csv(pprrvu_rows(JULY, "34.0000"))

    write(read(give("PPRRVU2026_Jul_nonQPP.csv", moved), content), content)

    periods = load(content).figures["conversion-factor"].periods
    assert [(str(each.start), str(each.value)) for each in periods] == [
        ("2025-01-01", "32.3465"),
        ("2026-01-01", "33.4009"),
        ("2026-07-01", "34.0000"),
    ]


def test_a_code_without_a_row_is_deleted(content: Path, give: Give) -> None:
    fewer = {code: rvus for code, rvus in RVUS.items() if code != "97130"}
    data = as_csv(pprrvu_rows(JULY, "33.4009", rvus=fewer))

    imported = read(give("PPRRVU2026_Jul_nonQPP.csv", data), content)
    write(imported, content)

    assert "RVU26C has no row any more for 97130: deleted." in imported.notes
    assert load(content).rvu[-1].release.deleted == ("97130",)
    assert problems_in(load(content)) == []


def spoilt(old: str, new: str) -> bytes:
    """Give the file of July with something changed."""
    assert old.encode() in NON_QP
    return NON_QP.replace(old.encode(), new.encode(), 1)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("PPRRVU2026_Jul_nonQPP.csv", spoilt("TEAM,PRIC", "TEAM,PRICE"), "an unknown header"),
        ("PPRRVU2026_Jul_nonQPP.csv", spoilt("HCPCS,MOD", "CODE,MOD"), "an unknown header"),
        ("PPRRVU2026_Oct_nonQPP.csv", NON_QP, "its title says 2026 and July"),
        ("PPRRVU2026_Jul_nonQPP.csv", QP, "PRIC IND 1, expected 9"),
        (
            "PPRRVU2026_Jul_nonQPP.csv",
            spoilt("33.4009", "33.4010"),
            "33.4009, 33.4010; expected one",
        ),
        ("PPRRVU2026_Jul_nonQPP.csv", spoilt(",0.67,", ",0.76,"), "expected 0.67, the sum"),
        ("PPRRVU2026_Jul_nonQPP.csv", spoilt("0.50,0.16", "0.504,0.16"), "2 decimals"),
        ("PPRRVU2026_Jul_nonQPP.txt", b"HDR\r\n", "was never seen"),
        ("PPRRVU2025_Oct.txt", crlf([pprrvu_line("97129", "32.3465") + " "]), "172 characters"),
        ("PPRRVU2026_Jul_nonQPP.csv", NON_QP[:-60], r"row 14 has \d+ cells.*fetch it anew"),
        (
            "PPRRVU2026_Jul_nonQPP.csv",
            NON_QP[: NON_QP.index(b"97130")],
            "ends with 97129, and 97.* is held",
        ),
        ("PPRRVU2026_Jul_QPP.csv", QP, "QPP file alone.*give the zip with both"),
    ],
)
def test_a_file_that_is_not_as_known_stops(
    name: str, data: bytes, says: str, held: Path, give: Give
) -> None:
    with pytest.raises(Refused, match=says):
        read(give(name, data), held)


def test_sets_that_differ_in_an_rvu_stop(tmp_path: Path, held: Path) -> None:
    other = {**RVUS, "97130": ("0.49", "0.15", "0.07", "0.00", "0.64", "0.56")}
    qpp = as_csv(pprrvu_rows(JULY, "33.5675", "1", other))

    with pytest.raises(Refused, match=r"97130 work: nonqpp 0\.48, qpp 0\.49; expected the same"):
        read(quarter(tmp_path, **{"PPRRVU2026_Jul_QPP.csv": qpp}), held)


def test_a_file_that_lacks_many_codes_is_refused(
    content: Path, give: Give, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pprrvu, "MANY", 0)
    fewer = {code: rvus for code, rvus in RVUS.items() if code != "97130"}

    with pytest.raises(Refused, match=r"1 less than RVU26; expected at most 0 less.*fetch it anew"):
        read(
            give("PPRRVU2026_Jul_nonQPP.csv", as_csv(pprrvu_rows(JULY, "33.4009", rvus=fewer))),
            content,
        )


def test_an_unknown_header_is_shown_with_the_one_expected(held: Path, give: Give) -> None:
    with pytest.raises(Refused) as refused:
        read(give("PPRRVU2026_Jul_nonQPP.csv", spoilt("STATUS,", "STATE,")), held)

    assert "found: HCPCS | MOD | DESCRIPTION | STATE CODE | NOT USED" in str(refused.value)
    assert "expected: HCPCS | MOD | DESCRIPTION | STATUS CODE | NOT USED" in str(refused.value)


def test_columns_are_found_by_name_wherever_they_stand(held: Path, give: Give) -> None:
    rows = [[*row[:2], *row[3:], row[2]] for row in pprrvu_rows(JULY, "33.4009")]

    imported = read(give("PPRRVU2026_Jul_nonQPP.csv", as_csv(rows)), held)

    written = list(csv.reader(as_csv(rows).decode().splitlines()))
    assert written[-1][:4] == ["97799", "", "A", ""]
    assert imported.rows["rvu/rvu26c"][2]["status"] == "A"
