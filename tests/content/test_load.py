"""Files that have not the shape of their model, each refused with file, line and field."""

import shutil
from pathlib import Path

import pytest

from scripts.content.__main__ import main
from scripts.content.load import read
from scripts.content.problems import ContentRefused

GOOD = Path(__file__).parent / "fixtures" / "good"
FIGURE = "figures/kx-threshold-ot.yaml"
PERIOD = (
    "{{from: {start}, to: 2026-12-31, value: {value}, release: R, "
    "standing: {standing}, sources: [cms-rvu]}}"
)


def refused(tmp_path: Path, file: str, text: str) -> list[str]:
    shutil.copytree(GOOD, tmp_path, dirs_exist_ok=True)
    (tmp_path / file).write_text(text)
    with pytest.raises(ContentRefused) as found:
        read(tmp_path)
    return str(found.value).split("\n")


def figure(start: str = "2025-01-01", value: str = '"1.00"', standing: str = "official") -> str:
    period = PERIOD.format(start=start, value=value, standing=standing)
    return f"label: L\nunit: dollars\nperiods:\n  - {period}\n"


def test_a_date_in_quotes_takes_a_bare_one(tmp_path: Path) -> None:
    expected = f"{FIGURE}:4: periods[0].from: got 2025-01-01, takes a bare date, such as 2026-01-01"

    assert refused(tmp_path, FIGURE, figure(start='"2025-01-01"')) == [expected]


def test_a_figure_without_quotes_takes_quotes(tmp_path: Path) -> None:
    expected = (
        f'{FIGURE}:4: periods[0].value: got 2480, takes a figure in quotes, such as "33.4009"'
    )

    assert refused(tmp_path, FIGURE, figure(value="2480")) == [expected]


@pytest.mark.parametrize("value", ["NaN", "1e3", "-1.00", "1,000.00", " 1.00", "01.00", "1."])
def test_what_is_no_plain_figure_is_refused(tmp_path: Path, value: str) -> None:
    expected = (
        f'{FIGURE}:4: periods[0].value: got {value}, takes a figure in quotes, such as "33.4009"'
    )

    assert refused(tmp_path, FIGURE, figure(value=f'"{value}"')) == [expected]


def test_a_standing_that_does_not_exist_names_those_that_do(tmp_path: Path) -> None:
    takes = "official, derived, secondary, unverified or disputed"
    expected = f"{FIGURE}:4: periods[0].standing: got sure, takes {takes}"

    assert refused(tmp_path, FIGURE, figure(standing="sure")) == [expected]


def test_an_unknown_field_and_a_missing_one_are_both_named(tmp_path: Path) -> None:
    text = "titel: Units\nstates: S\nstanding: derived\nsources: [settled-pair]\n"

    assert refused(tmp_path, "rules/units.yaml", text) == [
        "rules/units.yaml:1: title: got nothing, takes a value",
        "rules/units.yaml:1: titel: got Units, takes only the fields of RuleFile",
    ]


def test_a_statement_without_sources_is_refused(tmp_path: Path) -> None:
    text = "title: T\nstates: S\nstanding: derived\nsources: []\n"
    expected = "rules/units.yaml:4: sources: got nothing, takes at least one entry"

    assert refused(tmp_path, "rules/units.yaml", text) == [expected]


def test_every_problem_is_said_at_once(tmp_path: Path) -> None:
    problems = refused(
        tmp_path, FIGURE, figure(start='"2025-01-01"', value="2480", standing="sure")
    )

    assert len(problems) == 3


def test_a_csv_row_of_another_length_is_refused_at_its_line(tmp_path: Path) -> None:
    text = "key,name,state,counties\n07102-13,Arkansas,AR,All counties\n07102-14,Arkansas,AR\n"
    expected = "localities.csv:3: got 3 cells, takes 4, as the header has"

    assert refused(tmp_path, "localities.csv", text) == [expected]


def test_a_csv_cell_that_lost_its_leading_zero_is_refused(tmp_path: Path) -> None:
    text = "key,name,state,counties\n7102-13,Arkansas,AR,All counties\n"
    expected = "localities.csv:2: key: got 7102-13, takes the form ^[0-9]{5}-[0-9]{2}$"

    assert refused(tmp_path, "localities.csv", text) == [expected]


def test_a_csv_that_is_missing_is_refused(tmp_path: Path) -> None:
    shutil.copytree(GOOD, tmp_path, dirs_exist_ok=True)
    (tmp_path / "rvu/rvu26.csv").unlink()

    with pytest.raises(ContentRefused) as found:
        read(tmp_path)

    expected = "rvu/rvu26.csv: got no such file or directory, takes a file that can be read"
    assert str(found.value) == expected


def test_the_command_prints_problems_with_their_place_and_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(GOOD, tmp_path / "content")
    (tmp_path / "content" / FIGURE).write_text(figure(value="2480"))
    monkeypatch.chdir(tmp_path)

    assert main() == 1
    assert capsys.readouterr().out.startswith(
        f"content/{FIGURE}:4: periods[0].value: got 2480, takes "
    )
