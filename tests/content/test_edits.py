"""What content/ holds of NCCI edits and policies, and edits.json, true to its schema."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from scripts.content.library import Library, load
from scripts.runtime import edits_json

ROOT = Path(__file__).resolve().parents[2]
EVALUATIONS = {"97161", "97162", "97163", "97164", "97165", "97166", "97167", "97168"}
TREATMENT = {"97110", "97112", "97116", "97140", "97150", "97530"}


@pytest.fixture(scope="module")
def library() -> Library:
    return load(ROOT / "content")


def test_four_files_of_edits_are_held(library: Library) -> None:
    held = {
        (table.release.setting, table.release.start): (
            len(table.rows),
            sum(row.active for row in table.rows),
        )
        for table in library.ptp
    }

    assert held == {
        ("practitioner", date(2024, 7, 1)): (1855, 856),
        ("hospital", date(2024, 7, 1)): (1786, 854),
        ("practitioner", date(2026, 10, 1)): (27, 6),
        ("hospital", date(2026, 10, 1)): (344, 344),
    }


def test_all_edits_between_evaluations_and_treatment_are_deleted(library: Library) -> None:
    found = [
        row
        for table in library.ptp
        if table.release.start.year == 2024
        for row in table.rows
        if {row.column_one, row.column_two} & EVALUATIONS
        and {row.column_one, row.column_two} & TREATMENT
    ]

    assert len(found) == 96
    assert not any(row.active for row in found)


def test_an_edit_in_both_quarters_has_one_indicator(library: Library) -> None:
    by_quarter = [
        {(row.column_one, row.column_two): row.indicator for row in table.rows if row.active}
        for table in library.ptp
        if table.release.setting == "hospital"
    ]
    older, newer = by_quarter
    both = older.keys() & newer.keys()

    assert len(both) == 333
    assert all(older[pair] == newer[pair] for pair in both)
    assert Counter(one for one, _ in newer.keys() - older.keys()) == {
        "97530": 6,
        "97037": 1,
        "97129": 1,
        "97130": 1,
        "97550": 1,
        "97552": 1,
    }


def test_policies_are_never_called_official(library: Library) -> None:
    assert {policy.standing for policy in library.policies.values()} == {"secondary", "unverified"}


def test_what_a_code_is_for_is_called_unverified_throughout(library: Library) -> None:
    assert {each.standing for each in library.comparisons.values()} == {"unverified"}
    assert [each.code for each in library.comparisons.values() if each.tells_apart is None] == [
        "97530"
    ]


def test_edits_json_is_true_to_its_schema_and_the_same_each_time(
    library: Library, tmp_path: Path
) -> None:
    edits_json.write_schema(tmp_path / "edits.json")
    schema = json.loads((tmp_path / "edits.json").read_text())
    written = edits_json.text(library)

    Draft202012Validator.check_schema(schema)

    assert list(Draft202012Validator(schema).iter_errors(json.loads(written))) == []
    assert written == edits_json.text(library)
    assert written.count("\n") == 1
