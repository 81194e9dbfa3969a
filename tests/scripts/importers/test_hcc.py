"""HCC mappings: columns by their collapsed names, flags, and the year that name and columns say."""

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.content.lint import problems_in
from scripts.content.load import read as load
from scripts.importers import Refused, read, write
from tests.scripts.importers.layouts import as_csv, as_xlsx, hcc_rows

Give = Callable[[str, bytes], Path]
ROWS = (
    ("A0103", "Other", "115", "", "Yes", "No"),
    ("G35A", "Words, words", "77", "198", "Yes", "Yes"),
    ("G8110", "Words", "103", "", "--", "--"),
    ("G8110", "Words", "18", "253", "No", "Yes"),
)
INITIAL = "2027 Initial ICD-10-CM Mappings"


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_each_model_gets_the_groups_that_count(suffix: str, held: Path, give: Give) -> None:
    rows = hcc_rows(2027, ROWS)
    data = as_csv(rows) if suffix == "csv" else as_xlsx(rows)

    imported = read(give(f"{INITIAL}.{suffix}", data), held)

    assert imported.rows == {
        "hcc/v24-py2027": ({"code": "G35.A", "hcc": "77"},),
        "hcc/v28-py2027": ({"code": "G35.A", "hcc": "198"}, {"code": "G81.10", "hcc": "253"}),
    }
    assert any("has 6 columns: one with 14 was seen" in note for note in imported.notes)


def test_written_maps_pass_the_lints_and_stay(content: Path, give: Give) -> None:
    path = give(f"{INITIAL}.csv", as_csv(hcc_rows(2027, ROWS)))

    write(read(path, content), content)

    assert problems_in(load(content)) == []
    assert write(read(path, content), content) == ()


def test_a_final_map_takes_the_place_of_the_initial_one_and_not_the_reverse(
    content: Path, give: Give
) -> None:
    final = give("2027 Midyear_Final ICD-10-CM Mappings.csv", as_csv(hcc_rows(2027, ROWS)))
    initial = give(f"{INITIAL}.csv", as_csv(hcc_rows(2027, ROWS)))
    for path in (initial, final):
        write(read(path, content), content)

    assert load(content).hcc[-1].release.release == "CMS-HCC V28, payment year 2027, final"
    with pytest.raises(Refused, match="expected a final map"):
        read(initial, content)


def test_a_name_and_columns_of_two_years_stop(held: Path, give: Give) -> None:
    with pytest.raises(Refused, match="the name says payment year 2027, the columns say 2026"):
        read(give(f"{INITIAL}.csv", as_csv(hcc_rows(2026, ROWS))), held)


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([("G35A", "Words", "77", "", "Yes", "Yes")], "expected one group beside Yes"),
        ([ROWS[1], ("G35A", "Words", "78", "198", "Yes", "Yes")], "found group 77 78"),
        ([("Total", "", "", "", "", "")], "expected a diagnosis without its dot"),
    ],
)
def test_a_map_that_is_not_as_known_stops(
    rows: list[tuple[str, ...]], says: str, held: Path, give: Give
) -> None:
    with pytest.raises(Refused, match=says):
        read(give(f"{INITIAL}.csv", as_csv(hcc_rows(2027, rows))), held)
