"""The PCS door: an answer, or every reason against the question; the command line says the same."""

import json
from typing import Any

import pytest

from calculator import pcs_door
from calculator.reference.bundle import BadReference
from calculator.reference.pcs import Tables
from tests.calculator.test_command_line import run

QUESTION = {"code": "F07L0ZZ", "date": "2026-04-01"}


def ask(tables: Tables, text: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(pcs_door.breakdown(text, tables))
    return answer


def refused(tables: Tables, **changes: object) -> list[tuple[str, str]]:
    """List the field and the sentence of every problem that a changed question has."""
    answer = ask(tables, json.dumps(QUESTION | changes))
    assert answer["ok"] is False
    return [(each["field"], each["says"]) for each in answer["problems"]]


def test_a_valid_code_is_answered_with_title_days_row_and_grouper(pcs_tables: Tables) -> None:
    answer = ask(pcs_tables, json.dumps(QUESTION))
    held = {key: answer[key] for key in ("ok", "valid", "from", "to", "new", "row")}
    assert held == {
        "ok": True,
        "valid": True,
        "from": "2025-10-01",
        "to": "2026-09-30",
        "new": False,
        "row": 1,
    }
    assert answer["msdrg_945_946"] is True
    assert answer["positions"][3]["meaning"].startswith("Musculoskeletal System - Lower Back")


def test_a_text_that_is_no_code_has_none_of_a_codes_facts(pcs_tables: Tables) -> None:
    answer = ask(pcs_tables, json.dumps(QUESTION | {"code": "F06L0ZZ"}))
    assert answer["valid"] is False
    facts = ("title", "from", "to", "new", "row", "msdrg_945_946")
    assert {answer[key] for key in facts} == {None}
    wrong = answer["positions"][3]
    assert (wrong["state"], [each["value"] for each in wrong["allowed"]]) == ("wrong", ["3", "Z"])


@pytest.mark.parametrize("day", ["2025-09-30", "2026-10-01"])
def test_a_day_without_tables_is_refused_with_those_held(pcs_tables: Tables, day: str) -> None:
    says = f"No PCS tables are held for {day}; held are 2025-10-01 to 2026-09-30."
    assert refused(pcs_tables, date=day) == [("date", says)]


@pytest.mark.parametrize("day", ["2025-10-01", "2026-09-30"])
def test_the_first_and_the_last_day_are_answered(pcs_tables: Tables, day: str) -> None:
    assert ask(pcs_tables, json.dumps(QUESTION | {"date": day}))["valid"] is True


def test_eight_characters_are_refused(pcs_tables: Tables) -> None:
    says = "PCS code: got F07L0ZZZ; takes at most 7 characters."
    assert refused(pcs_tables, code="F07L0ZZZ") == [("code", says)]


def test_blanks_do_not_count(pcs_tables: Tables) -> None:
    assert ask(pcs_tables, json.dumps(QUESTION | {"code": " F 0 7 L 0 Z Z "}))["valid"] is True


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"code": 7}, ["code"]),
        ({"code": None, "date": "2026-02-30"}, ["code", "date"]),
        ({"date": "2026-4-1"}, ["date"]),
        ({"surprise": 1}, ["surprise"]),
    ],
)
def test_everything_wrong_is_named_at_its_field(
    pcs_tables: Tables, changes: dict[str, object], fields: list[str]
) -> None:
    assert [field for field, _ in refused(pcs_tables, **changes)] == fields


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("", "question"),
        ("[]", "question"),
        ("[" * 2000, "question"),
        ('{"code": "F", "code": "F", "date": "2026-04-01"}', "code"),
        ("{}", "code"),
    ],
)
def test_what_is_no_question_is_refused(pcs_tables: Tables, text: str, field: str) -> None:
    answer = ask(pcs_tables, text)
    assert answer["ok"] is False
    assert answer["problems"][0]["field"] == field


def test_what_was_typed_stands_in_the_html_as_text_alone(pcs_tables: Tables) -> None:
    text = json.dumps(QUESTION | {"code": '<b>"&'})
    html = json.loads(pcs_door.breakdown(text, pcs_tables, "../"))["html"]
    assert "<B>" not in html
    assert "&lt;" in html


@pytest.mark.parametrize("code", ["F07L0ZZ", "f06l0zz", "F07", "F07L0ZZZ"])
def test_the_command_line_says_what_the_door_says(pcs_tables: Tables, code: str) -> None:
    question = json.dumps(QUESTION | {"code": code})
    done = run("pcs", question)
    due = pcs_door.breakdown(question, pcs_tables)
    assert done.stdout.decode() == f"{due}\n"
    assert done.returncode == (0 if json.loads(due)["ok"] else 2)
    assert done.stderr == b""


@pytest.mark.parametrize("text", ["", "{}", '{"schema": "pcs-0"}', '{"schema": "pcs-1"}'])
def test_what_is_no_pcs_json_is_refused(text: str) -> None:
    with pytest.raises(BadReference, match="pcs-1"):
        pcs_door.load(text)


def test_a_code_of_the_april_additions_has_no_row_number(pcs_tables: Tables) -> None:
    answer = json.loads(
        pcs_door.breakdown(json.dumps(QUESTION | {"code": "F07DYD0"}), pcs_tables, "../")
    )

    assert (answer["valid"], answer["row"]) == (True, None)
    says = "is among the additions of 2026-04-01 to table F07; its row in the April tables is not"
    assert any(says in step["says"] for step in answer["steps"])
    assert "F07, row not known" in answer["html"]
    assert "row 11" not in answer["html"].lower()
