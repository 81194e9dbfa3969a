"""The files of conformance cases: as the second implementation writes them, and sound."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from scripts.content import library
from tests.oracle.answer import evaluate
from tests.oracle.cases import by_hand
from tests.oracle.cases.case import Case
from tests.oracle.cases.holds import holds
from tests.oracle.cases.written import FOLDER, GROUPS, SCHEMA, files

AT_LEAST = 400
MEND = "Mend it with: .venv/bin/python -m tests.oracle.cases.write"


def held() -> list[dict[str, Any]]:
    return [json.loads((FOLDER / f"{group}.json").read_text("utf-8")) for group in GROUPS]


def test_writing_them_anew_changes_nothing() -> None:
    stale = [name for name, text in files() if (FOLDER / name).read_text("utf-8") != text]

    assert stale == [], MEND


def test_no_other_file_lies_beside_them() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == {*GROUPS, "schema"}


def test_every_file_is_as_the_schema_says() -> None:
    schema = json.loads((FOLDER / SCHEMA).read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    checked = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    faults = [
        f"{fault.json_path}: {fault.message}"
        for file in held()
        for fault in checked.iter_errors(file)
    ]

    assert faults == []


def test_no_two_cases_of_a_group_bear_one_name() -> None:
    for file in held():
        names = [case["name"] for case in file["cases"]]
        assert len(names) == len(set(names))


def test_there_are_enough() -> None:
    assert sum(len(file["cases"]) for file in held()) >= AT_LEAST


def test_every_case_rests_on_sources_of_the_site() -> None:
    known = library.load(FOLDER.parents[1] / "content").sources
    cited = {
        key for file in held() for case in file["cases"] for key in case["provenance"]["sources"]
    }

    assert cited - known.keys() == set()


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=f"{group}: {case.name}")
        for group in GROUPS
        if group != "refusals"
        for case in by_hand.read(group)[1]
    ],
)
def test_the_second_implementation_answers_as_worked_by_hand(case: Case) -> None:
    due = {**case.expect}
    if "problems" in due:
        due["problems"] = [{"field": each["field"]} for each in due["problems"]]

    assert holds(due, evaluate(case.asked["input"]))
