"""MUE: one table a setting, line feeds within quotes, the quarter in the name alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.content.lint import problems_in
from scripts.content.load import read as load
from scripts.importers import Refused, read, write
from tests.scripts.importers.layouts import as_xlsx, mue, zipped

Give = Callable[[str, bytes], Path]
PRACTITIONER, HOSPITAL = (
    "Practitioner Services MUE Values",
    "Outpatient Hospital Services MUE Values",
)
P_NAME = "MCR_MUE_PractitionerServices_Eff_10-01-2026"
H_NAME = "MCR_MUE_OutpatientHospitalServices_Eff_10-01-2026"
ROWS = (
    "0001U,1,2 Date of Service Edit: Policy,Nature of Analyte",
    "97129,3,3 Date of Service Edit: Clinical,Nature of Service/Procedure",
)


def test_a_table_keeps_the_other_setting_as_it_is_held(held: Path, give: Give) -> None:
    imported = read(give(f"{P_NAME}.csv", mue(PRACTITIONER, ROWS)), held)

    assert imported.release == "NCCI MUE 2026 Q4"
    assert [tuple(row.values()) for row in imported.rows["mue/mue-2026q4"]] == [
        ("97129", "practitioner", "3", "3", "Nature of Service/Procedure"),
        ("97129", "hospital", "1", "2", ""),
    ]
    assert imported.tables[0].before == {"part": "practitioner whole, hospital in part"}


def test_both_settings_make_the_quarter_whole_in_any_order(content: Path, give: Give) -> None:
    practitioner = give(f"{P_NAME}.csv", mue(PRACTITIONER, ROWS))
    hospital = give(f"{H_NAME}.csv", mue(HOSPITAL, ROWS))
    for path in (hospital, practitioner):
        write(read(path, content), content)

    release = load(content).mue[-1].release
    assert release.part is None
    assert release.sources == ("cms-mue-2026q4-practitioner", "cms-mue-2026q4-hospital")
    assert problems_in(load(content)) == []
    assert write(read(hospital, content), content) == ()
    assert write(read(practitioner.parent, content), content) == ()


def test_a_new_quarter_stands_beside_the_old_one(content: Path, give: Give) -> None:
    name = "MCR_MUE_PractitionerServices_Eff_01-01-2027.csv"

    write(read(give(name, mue(PRACTITIONER, ROWS)), content), content)

    days = [(str(each.release.start), str(each.release.end)) for each in load(content).mue]
    assert days[1:] == [("2026-10-01", "2026-12-31"), ("2027-01-01", "2027-03-31")]


def test_an_xlsx_is_read_and_said_to_be_unseen(held: Path, give: Give) -> None:
    header = ["HCPCS/\nCPT Code", PRACTITIONER, "MUE Adjudication Indicator", "MUE Rationale"]
    rows = [["words"], header, *(row.split(",") for row in ROWS)]

    imported = read(give(f"{P_NAME}.xlsx", as_xlsx(rows)), held)

    assert imported.rows["mue/mue-2026q4"][0]["value"] == "3"
    assert any("was never seen here" in note for note in imported.notes)


def test_a_zip_of_another_quarter_than_its_member_stops(tmp_path: Path, held: Path) -> None:
    path = tmp_path / "medicare-ncci-2026-q3-practitioner-services-mue-table.zip"

    with pytest.raises(Refused, match="two quarters; expected one"):
        read(zipped(path, {f"{P_NAME}.csv": mue(PRACTITIONER, ROWS)}), held)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        (f"{P_NAME}.csv", mue(HOSPITAL, ROWS), "expected: HCPCS/ CPT Code | Practitioner"),
        (f"{P_NAME}.csv", mue(PRACTITIONER, ["97129,3,Clinical,x"]), "1, 2 or 3 with its words"),
        (f"{P_NAME}.csv", mue(PRACTITIONER, ["97129,,3 Clinical,x"]), "found value , indicator"),
        (f"{P_NAME}.csv", mue(PRACTITIONER, ROWS[:1] * 2), "0001U comes twice"),
        (f"{P_NAME}.csv".replace("10-01", "10-15"), b"", "the first day of a quarter"),
        ("MCR_MUE_DMESupplierServices_Eff_10-01-2026.csv", b"", "are not for therapy"),
    ],
)
def test_a_table_that_is_not_as_known_stops(
    name: str, data: bytes, says: str, held: Path, give: Give
) -> None:
    with pytest.raises(Refused) as refused:
        read(give(name, data), held)

    assert says in str(refused.value)
