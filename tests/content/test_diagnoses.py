"""What content/ holds of diagnoses, against facts known apart from it."""

from datetime import date
from pathlib import Path

import pytest

from scripts.content.diagnoses import Diagnoses
from scripts.content.diagnosis_rows import IcdRow
from scripts.content.library import Library, load
from scripts.content.model import ReleaseFile
from scripts.content.model.diagnoses import DiagnosisFile
from scripts.content.validity import Held, periods

ROOT = Path(__file__).resolve().parents[2]
# The codes that the source page names, right or wrong.
SOURCE_PAGE = (
    "I69.351 I69.352 G81.11 G81.12 M54.51 M54.50 M17.11 M17.12 M25.511 M25.512 M25.561 M25.562 "
    "Z96.641 Z96.642 M62.81 R26.81 R26.89 S72.001D G35 G20 M25.50x I69 G81"
)
TABLE = (
    "I69.351 I69.352 G81.11 G81.12 M54.51 M54.50 M17.11 M17.12 M25.511 M25.512 M25.561 M25.562 "
    "Z96.641 Z96.642 M62.81 R26.81 R26.89"
)


@pytest.fixture(scope="module")
def library() -> Library:
    return load(ROOT / "content")


@pytest.fixture(scope="module")
def held(library: Library) -> Diagnoses:
    return library.diagnoses


def test_every_code_of_the_source_page_is_held(held: Diagnoses) -> None:
    assert set(SOURCE_PAGE.split()) <= set(held.codes)


def test_every_code_in_the_source_pages_tables_is_paired_and_marked_as_listed(
    held: Diagnoses,
) -> None:
    listed = {
        pair.diagnosis
        for group in held.pairings.values()
        for pair in group.pairs
        if pair.listed and "97530" in pair.codes
    }

    assert set(TABLE.split()) <= listed


@pytest.mark.parametrize(
    ("code", "day", "billable"),
    [
        ("G35", date(2025, 9, 30), True),
        ("G35", date(2025, 10, 1), False),
        ("G35.A", date(2025, 9, 30), False),
        ("G35.A", date(2025, 10, 1), True),
        ("G35.C2", date(2025, 10, 1), True),
        ("G20", date(2023, 10, 1), False),
        ("G20.A1", date(2023, 10, 1), True),
        ("G20.A2", date(2023, 10, 1), True),
        ("G35.B1", date(2023, 10, 1), False),
        ("G35.B1", date(2025, 9, 30), False),
        ("M54.51", date(2023, 10, 1), True),
        ("I69.351", date(2023, 10, 1), True),
        ("I69.351", date(2026, 9, 30), True),
        ("G81", date(2026, 9, 30), False),
    ],
)
def test_billable_or_not_on_the_days_around_a_change(
    held: Diagnoses, code: str, day: date, *, billable: bool
) -> None:
    period = held.codes[code].on(day)

    assert period is not None
    assert period.billable is billable


@pytest.mark.parametrize(
    ("code", "day"),
    [
        ("I69.351", date(2026, 10, 1)),  # FY2027
        ("I69.351", date(2023, 9, 30)),
        ("G20", date(2023, 9, 30)),  # before the oldest list, whatever is said of its last day
        ("G20.A1", date(2023, 9, 30)),
        ("G35.B1", date(2023, 9, 30)),
        ("M54.51", date(2023, 9, 30)),
        ("I69.359", date(2026, 3, 31)),  # not looked up in an older release
        ("M25.50x", date(2026, 6, 1)),
    ],
)
def test_what_is_not_established_stays_unsaid(held: Diagnoses, code: str, day: date) -> None:
    assert held.codes[code].on(day) is None


def test_periods_of_a_code_neither_overlap_nor_go_backwards(held: Diagnoses) -> None:
    for code in held.codes.values():
        for before, after in zip(code.periods, code.periods[1:], strict=False):
            assert before.end < after.start, code.code


def test_days_between_two_releases_are_no_better_supported_than_these(held: Diagnoses) -> None:
    between = held.codes["I69.351"].on(date(2025, 6, 1))

    assert between is not None
    assert between.standing == "secondary"


@pytest.mark.parametrize(
    ("code", "says", "day"),
    [
        ("G20", "Billable up to", date(2023, 9, 30)),
        ("M54.50", "It is said to begin on", date(2021, 10, 1)),
    ],
)
def test_a_change_before_the_oldest_list_is_a_remark_and_no_period(
    held: Diagnoses, code: str, says: str, day: date
) -> None:
    ((said, edge),) = held.codes[code].remarks

    assert (said, edge.day, edge.standing) == (says, day, "unverified")


def test_a_code_that_changes_on_the_day_its_release_begins_leaves_no_empty_period() -> None:
    edge = {"standing": "secondary", "sources": ("it",)}
    old = ReleaseFile.model_validate(
        {"from": date(2023, 10, 1), "to": date(2024, 9, 30), "release": "old", **edge}
    )
    new = ReleaseFile.model_validate(
        {"from": date(2024, 10, 1), "to": date(2025, 9, 30), "release": "new", **edge}
    )
    file = DiagnosisFile.model_validate(
        {"family": "it", "begins": {"day": date(2024, 10, 1), **edge}}
    )
    rows = [Held(old, IcdRow(code="G35.A", billable=False))]
    rows.append(Held(new, IcdRow(code="G35.A", billable=True)))

    found = [(each.start, each.end, each.billable) for each in periods(file, rows, old.start)]

    assert found == [(old.start, old.end, False), (new.start, new.end, True)]


@pytest.mark.parametrize(
    ("code", "v24", "v28", "factor"),
    [
        ("I69.351", "103", "253", "0.387"),
        ("G81.10", "103", "253", "0.387"),
        ("G80.2", "74", "192", "0.314"),
        ("G35.A", "77", "198", "0.647"),
        ("G20.A1", "78", "199", "0.615"),
        ("S72.001A", "170", "402", "0.467"),
    ],
)
def test_risk_groups_and_their_factor(
    held: Diagnoses, code: str, v24: str, v28: str, factor: str
) -> None:
    groups = {(each.release.model, each.release.year): each.hcc for each in held.codes[code].groups}
    factors = {(each.row.hcc, each.row.segment): str(each.row.factor) for each in held.factors}

    assert groups == {("V24", "2026"): v24, ("V28", "2026"): v28, ("V28", "2027"): v28}
    assert factors[v28, "CNA"] == factor


@pytest.mark.parametrize("code", ["S72.001D", "M62.81", "Z96.641", "R26.81", "M54.50", "G20"])
def test_codes_without_a_risk_group(held: Diagnoses, code: str) -> None:
    assert held.codes[code].groups == ()


@pytest.mark.parametrize("family", ["stroke-hemiplegia", "spastic-hemiplegia"])
def test_a_hemiplegia_has_all_its_sides_and_dominances(held: Diagnoses, family: str) -> None:
    sides = [
        (each.file.side, each.file.dominance, each.title or "")
        for each in held.codes.values()
        if each.family.key == family and each.file.side
    ]

    assert len(sides) == len(set(sides)) == 5
    for side, dominance, title in sides:
        assert f"affecting {side} " in title
        assert ("dominant side" in title) is (dominance is not None)
        assert ("non" in title) is (dominance == "non-dominant")


def test_sides_of_all_codes_are_those_of_their_titles(held: Diagnoses) -> None:
    words = {"right": "right", "left": "left", "both": "bilateral", "unspecified": "unspecified"}
    for code in held.codes.values():
        if code.file.side:
            assert words[code.file.side] in (code.title or "").lower(), code.code


def test_what_was_wrong_leads_to_what_is_right(held: Diagnoses) -> None:
    assert held.codes["G35"].file.instead[0] == "G35.A"
    assert "M25.50" in held.codes["M25.50x"].file.instead
    for code, right in (
        ("Z96.641", "Z96.651"),
        ("M25.511", "M25.551"),
        ("I69.352", "I69.351"),
        ("G81.11", "G80.2"),
        ("R26.89", "R26.9"),
    ):
        said = [note.says for note in held.codes[code].notes if note.about == "source page"]
        assert any(right in says for says in said), code


def test_every_correction_of_the_source_page_about_diagnoses_stands_on_a_code(
    held: Diagnoses,
) -> None:
    found = {
        number
        for code in held.codes.values()
        for note in code.file.notes
        for number in note.corrects
    }

    assert found == {*range(2, 9), *range(16, 19), 20, 41, 42, 47, 48}


def test_no_figure_of_a_year_to_come_is_held_and_each_that_ends_is_awaited(
    library: Library,
) -> None:
    awaited = {name for each in library.awaited for name in each.follows}

    assert {"rvu/rvu26b", "icd10cm/2026-04", "figures/conversion-factor"} <= awaited
    for series in library.figures.values():
        assert series.periods[-1].start < date(2027, 1, 1)
