"""NCCI PTP edits: four parts make one table; `*` is an edit that is not deleted."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from scripts.content.lint import problems_in
from scripts.content.load import read as load
from scripts.importers import Refused, read, write
from tests.scripts.importers.layouts import NCCI_HEAD, as_xlsx, ncci, zipped

Give = Callable[[str, bytes], Path]
Edit = Sequence[str]
OTHER: Edit = ("0001A", "0591T", "", "20220101", "*", "1", "Mutually exclusive procedures")
MINE: tuple[Edit, ...] = (
    ("97129", "97799", "*", "19960101", "20191231", "1", "Mutually exclusive procedures"),
    ("97129", "97799", "", "20201001", "*", "1", "Mutually exclusive procedures"),
    ("97130", "97799", "", "20200101", "20200101", "9", "More extensive procedure"),
    ("97530", "62323", "", "20170101", "*", "1", "More extensive procedure"),
)


def parts(folder: Path, edits: Sequence[Edit] = MINE, *, suffix: str = "TXT") -> list[Path]:
    """Give the four zips of a table, the edits in the third."""
    paths = []
    for part in (1, 2, 3, 4):
        rows = [OTHER, *edits] if part == 3 else [OTHER]
        data = ncci(rows) if suffix == "TXT" else as_xlsx([*NCCI_HEAD, *rows])
        name = f"ccipra-v323r0-f{part}"
        path = folder / f"medicare-ncci-2026q4-practitioner-ptp-edits-{name}.zip"
        paths.append(zipped(path, {f"{name}.{suffix}": data}))
    return paths


@pytest.mark.parametrize("suffix", ["TXT", "xlsx"])
@pytest.mark.parametrize("whole", [True, False])
def test_a_folder_or_one_part_beside_the_others_is_the_whole_table(
    suffix: str, whole: bool, tmp_path: Path, held: Path
) -> None:
    folder = tmp_path / "edits"
    folder.mkdir()
    paths = parts(folder, suffix=suffix)

    imported = read(folder if whole else paths[1], held)

    assert imported.release == "NCCI PTP 2026 Q4 (v32.3)"
    assert [tuple(row.values())[:5] for row in imported.rows["ptp/practitioner-2026q4"]] == [
        ("97129", "97799", "1", "1996-01-01", "2019-12-31"),
        ("97129", "97799", "1", "2020-10-01", ""),
        ("97130", "97799", "9", "2020-01-01", "2020-01-01"),
        ("97530", "62323", "1", "2017-01-01", ""),
    ]
    assert any("only described" in note for note in imported.notes) == (suffix == "xlsx")


def test_written_edits_pass_the_lints_and_a_second_import_changes_nothing(
    tmp_path: Path, content: Path
) -> None:
    path = parts(tmp_path)[0]

    write(read(path, content), content)

    assert problems_in(load(content)) == []
    assert load(content).ptp[0].release.sources == ("cms-ptp-2026q4-practitioner",)
    assert write(read(path, content), content) == ()


def test_a_part_alone_names_what_is_missing(tmp_path: Path, held: Path) -> None:
    for path in parts(tmp_path)[2:]:
        path.unlink()

    with pytest.raises(Refused, match="the parts 1, 2; expected four, -f3, -f4 missing"):
        read(tmp_path / "medicare-ncci-2026q4-practitioner-ptp-edits-ccipra-v323r0-f1.zip", held)


def test_parts_of_another_table_beside_them_do_not_count(tmp_path: Path, held: Path) -> None:
    paths = parts(tmp_path)
    zipped(tmp_path / "ccioph-v323r0-f1.zip", {"ccioph-v323r0-f1.TXT": ncci([OTHER])})

    assert len(read(paths[0], held).members) == 4
    with pytest.raises(Refused, match="expected one table at a time"):
        read(tmp_path, held)


def edit(place: int, cell: str) -> tuple[Edit, ...]:
    """Give one edit with a cell changed."""
    return ((*MINE[0][:place], cell, *MINE[0][place + 1 :]),)


@pytest.mark.parametrize(
    ("edits", "says"),
    [
        (edit(3, "2020"), "found 2020 as a day"),
        (edit(4, ""), "found nothing as a day"),
        (edit(5, "2"), "indicator 2"),
        (edit(2, "x"), "third column x"),
        ((MINE[0], MINE[0]), "comes twice"),
        ((("97129", "97799"),), "indicator , third column empty"),
    ],
)
def test_an_edit_that_is_not_as_known_stops(
    edits: Sequence[Edit], says: str, tmp_path: Path, held: Path
) -> None:
    with pytest.raises(Refused, match=says):
        read(parts(tmp_path, edits)[0], held)


def test_an_unknown_header_stops(tmp_path: Path, held: Path) -> None:
    path = parts(tmp_path)[3]
    head = [*NCCI_HEAD[:2], ("Column 1", "Column 2", "Modifier"), *NCCI_HEAD[3:]]
    zipped(path, {"ccipra-v323r0-f4.TXT": ncci([OTHER], head)})

    with pytest.raises(Refused, match=r"found: Column 1 \| Column 2 \| Modifier prior to 1996"):
        read(path, held)


def test_a_zip_of_another_quarter_than_its_member_stops(tmp_path: Path, held: Path) -> None:
    path = tmp_path / "medicare-ncci-2026q3-practitioner-ptp-edits-ccipra-v323r0-f1.zip"

    with pytest.raises(Refused, match="expected one quarter"):
        read(zipped(path, {"ccipra-v323r0-f1.TXT": ncci([OTHER])}), held)


def test_additions_and_deletions_of_a_quarter_are_refused_by_name(held: Path, give: Give) -> None:
    name = "medicare-ncci-2026q2-practitioner-quarterly-additions-deletions-revisions-ptp.zip"

    with pytest.raises(Refused, match="Take the four parts of the table"):
        read(zipped(give(name, b""), {"a.txt": b""}), held)
