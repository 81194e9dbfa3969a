"""What is taken away of a visit, and a receipt that is looked at again."""

import csv
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

import calculator
from calculator import receipt_door, take_away_door, versions
from calculator.versions import Held
from tests.calculator.conftest import BUILT, visit

CLOCK = "2026-03-02T10:42:07+01:00"
TWO_PLANS = {
    **visit([], threshold_used_other="0.00"),
    "services": [
        {"code": "97530", "minutes": 38, "charge": "60.00"},
        {"code": "97535", "minutes": 20, "discipline": "OT"},
    ],
}


@pytest.fixture(scope="module")
def held() -> Held:
    return take_away_door.load(BUILT.read_text("utf-8"))


def taken(held: Held, asked: object = TWO_PLANS, **others: object) -> dict[str, Any]:
    question = json.dumps({"visit": asked, "clock": CLOCK, **others})
    answered: dict[str, Any] = json.loads(take_away_door.take_away(question, held, "../"))
    return answered


def looked_at(held: Held, receipt: object) -> dict[str, Any]:
    text = receipt if isinstance(receipt, str) else json.dumps(receipt)
    answered: dict[str, Any] = json.loads(
        receipt_door.verify(json.dumps({"receipt": text}), held, "../")
    )
    return answered


def test_the_same_lines_go_on_either_form_each_with_its_own_fields(held: Held) -> None:
    answered = taken(held)

    assert answered["cms_1500"]["tabs"].split("\n")[:3] == [
        "Line\tDate 24A\tCode 24D\tModifiers 24D\tUnits 24G\tCharge 24F",
        "1\t2026-03-02\t97530\tGP\t3\t180.00",
        "2\t2026-03-02\t97535\tGO\t1\t",
    ]
    assert answered["ub_04"]["plain"].split("\n")[:3] == [
        "Line  Revenue code 42  Code 44  Modifiers 44  Date 45     Units 46  Charge 47",
        "   1  0420             97530    GP            2026-03-02         3     180.00",
        "   2  0430             97535    GO            2026-03-02         1",
    ]
    assert 'class="standing derived"' in answered["ub_04_html"]


def test_a_visit_that_earns_nothing_has_heads_and_no_lines(held: Held) -> None:
    answered = taken(held, visit([("97530", 7)]))

    assert answered["cms_1500"]["plain"].count("\n") == 1
    assert "Nothing to bill" in answered["ub_04_html"]
    assert answered["csv"].count("\r\n") == 1


def test_the_csv_adds_up_to_the_answer(held: Held) -> None:
    answered = taken(held)
    rows = list(csv.DictReader(answered["csv"].splitlines()))
    answer = json.loads(answered["json"])["answer"]

    assert [row["code"] for row in rows] == [line["code"] for line in answer["lines"]]
    for name in ("medicare_pays", "patient_pays"):
        cents = sum(int(row[name].replace(".", "")) for row in rows)
        assert cents == int(answer["net"][name].replace(".", ""))


def test_a_receipt_is_reproduced_and_holds_the_reader_s_clock_alone(held: Held) -> None:
    receipt = json.loads(taken(held)["receipt"])

    assert receipt["visit"] == TWO_PLANS
    assert receipt["clock"] == {"whose": "the reader's", "reads": CLOCK}
    found = looked_at(held, receipt)
    assert found["reproduced"]
    assert found["whole"]
    assert found["differences"] == []


def test_a_receipt_changed_by_one_cent_names_the_field(held: Held) -> None:
    receipt = json.loads(taken(held)["receipt"])
    was = receipt["answer"]["lines"][0]["unit_amounts"][1]
    receipt["answer"]["lines"][0]["unit_amounts"][1] = f"{float(was) + 0.01:.2f}"

    found = looked_at(held, receipt)

    assert not found["reproduced"]
    assert [each["field"] for each in found["differences"]] == ["lines[0].unit_amounts[1]"]
    assert found["differences"][0]["says"].startswith("Claim line 1, amount of unit 2: ")
    assert "its own checksum does not fit" in found["html"]
    assert "so the receipt was changed, not the calculator" in found["html"]


def test_other_data_and_other_rules_are_told_whether_or_not_they_matter(held: Held) -> None:
    text = taken(held)["receipt"]
    other = looked_at(held._replace(digest="0" * 64), text)
    receipt = json.loads(text)
    receipt["worked_out_with"]["rules"]["sha256"] = "0" * 64

    assert other["reproduced"]
    assert "The data are of another release" in other["html"]
    assert "The rules are of another version" in looked_at(held, receipt)["html"]


def test_a_receipt_from_source_cannot_tell_its_rules_beside_bytecode(held: Held) -> None:
    receipt = json.loads(taken(held)["receipt"])
    receipt["worked_out_with"]["rules"]["form"] = "bytecode"

    assert "cannot be told" in looked_at(held, receipt)["html"]


def test_a_receipt_whose_visit_is_refused_here_says_why(held: Held) -> None:
    receipt = json.loads(taken(held)["receipt"])
    receipt["visit"]["date"] = "2031-01-01"

    found = looked_at(held, receipt)

    assert not found["reproduced"]
    assert "No figures are held for 2031-01-01" in found["html"]


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"receipt":"receipt-1"}', '{"receipt":"receipt-1","visit":3}', "[" * 90],
)
def test_what_is_no_receipt_is_refused(held: Held, text: str) -> None:
    found = looked_at(held, text)

    assert not found["ok"]
    assert found["problems"][0]["field"] == "receipt"


def test_a_question_with_fields_of_its_own_or_another_clock_is_refused(held: Held) -> None:
    assert taken(held, name="Smith")["problems"][0]["field"] == "name"
    assert taken(held, clock="this morning")["problems"][0]["field"] == "clock"
    assert taken(held, visit([("99999", 1)]))["problems"][0]["field"] == "visit.services[0].code"


def test_every_file_of_the_package_has_a_bearing_on_the_digest_of_the_rules(
    held: Held, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unchanged = taken(held)["receipt"]
    package = tmp_path / "calculator"
    shutil.copytree("calculator", package, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(calculator, "__path__", [str(package)])
    before = versions.versions(held)["rules"]
    (package / "rules/units.py").write_text("changed")

    assert before == json.loads(unchanged)["worked_out_with"]["rules"]
    assert versions.versions(held)["rules"] != before
