"""Many visits of a CSV: the answers that each gets alone, bad rows with line and reason, totals."""

import csv
import io
import json
import os
import subprocess
import sys
from decimal import Decimal
from typing import Any

import pytest

from calculator import audit_door, door, many_door
from calculator.entry.visit_columns import COLUMNS, KEYS, NEEDED, guessed, is_private, template
from calculator.reference.bundle import Reference
from calculator.render.many import HEADS as HEADS_OUT

HEADS = "visit,date,discipline,method,locality,code,minutes,assistant_minutes,together_minutes"
BILLED = f"{HEADS},billed_units,modifiers"
ROW = "A,2026-03-02,PT,cms,national,97530,8"
FOR_ALL = {**many_door.ASSUMED, "discipline": "PT", "method": "cms", "locality": "national"}
Answer = dict[str, Any]


class File:
    """The door with a work of its own."""

    def __init__(self, reference: Reference) -> None:
        self.work = many_door.begin(reference)

    def ask(self, **question: object) -> Answer:
        """Put a question and read what comes out."""
        answered: Answer = json.loads(many_door.many_visits(json.dumps(question), self.work))
        return answered

    def look(self, text: str) -> Answer:
        """Look at a whole file."""
        return self.ask(look=text, first=True, last=True)

    def answer(self, text: str, size: int = 10**6, **for_all: str) -> Answer:
        """Answer a whole file in slices; the last answer has the results of all."""
        mapped = {"columns": self.look(text)["columns"], "for_all": FOR_ALL | for_all}
        results: list[Answer] = []
        hidden: list[int] = []
        answered: Answer = {}
        for at in range(0, len(text), size):
            last = at + size >= len(text)
            answered = self.ask(answer=text[at : at + size], first=at == 0, last=last, **mapped)
            results += answered["results"]
            hidden += answered["hidden"]
        return answered | {"results": results, "hidden": hidden}


@pytest.fixture
def file(reference: Reference) -> File:
    return File(reference)


def cells(visit: Answer) -> dict[str, str]:
    return dict(zip(HEADS_OUT, visit["cells"], strict=True))


def reasons(answered: Answer) -> list[tuple[int, str]]:
    return [(bad["line"], bad["says"]) for each in answered["results"] for bad in each["bad"]]


VISITS = (
    f"{BILLED}\n"
    "A,2026-03-02,PT,cms,01112-65,97530,38,,,3,GP\nA,,,,,97110,,22,,1,GP CQ\n"
    "B,3/2/2026,OT,midpoint,national,97535,25,,,,\n"
    "C,2025-06-02,GP,CMS,,97530,15,,,2,gp\nC,,,,,97110,15,,,,\n"
    "D,2026-03-02,PT,cms,national,97140,8,,,1,GP 59\nD,,,,,97110,8,,,0,\nD,,OT,,,97535,23,,,1,GO\n"
    "E,2026-03-02,SLP,cms,national,92507,45,,,,\n"
    "F,2026-03-02,PT,cms,national,97530,8,0,22.0,,\nF,,,,,97110,8,,,,\n"
)


def test_each_visit_is_answered_as_it_is_alone(file: File, reference: Reference) -> None:
    results = file.answer(VISITS)["results"]

    assert [each["cells"][0] for each in results] == [*"ABCDEF"]
    for each in results:
        shown, question = cells(each), each["question"]
        if question.startswith('{"visit":'):
            alone = json.loads(audit_door.audit(question, reference))
            assert shown["result"] == alone["verdict"]
            assert shown["allowed"] == alone["supported_amount"]
            assert shown["billed_amount"] == alone["billed_amount"]
            units = sum(line["units"] for line in alone["allowed_claims"][alone["nearest"]])
        else:
            alone = json.loads(door.evaluate(question, reference))
            assert shown["result"] == "answered"
            assert shown["allowed"] == alone["allowed"]
            units = sum(line["units"] for line in alone["lines"])
        assert shown["units"] == str(units)
        assert (shown["ties"] == "yes") == (alone["allocations"] > 1)
        assert {*shown["findings"].split()} == {found["rule"] for found in alone["findings"]}


@pytest.mark.parametrize("size", [1, 7, 64, 1000])
def test_slices_of_any_size_give_the_same_results(file: File, size: int) -> None:
    assert file.answer(VISITS, size) == file.answer(VISITS)


def test_totals_are_those_of_the_rows(file: File) -> None:
    answered = file.answer(VISITS + "G,2026-03-02,PT,cms,nowhere,97530,8,,,,\n")
    rows = [cells(each) for each in answered["results"]]

    for key, _, visits, allowed, billed, _, _ in answered["totals"]:
        mine = [
            row
            for row, each in zip(rows, answered["results"], strict=True)
            if key in {"", row["result"], *each["marks"]}
        ]
        assert int(visits) == len(mine)
        assert Decimal(allowed) == sum(Decimal(row["allowed"] or 0) for row in mine)
        assert Decimal(billed) == sum(Decimal(row["billed_amount"] or 0) for row in mine)
    assert answered["sentence"].startswith("7 visits: ")
    assert "1 refused" in answered["sentence"]


def test_a_bad_row_is_told_by_its_line_and_goes_out_with_its_visit(file: File) -> None:
    bad = (
        f"{BILLED}\nA,2026-03-02,PT,cms,national,97530,38,,,,\nA,2026-03-03,,,,97110,x,,,1000,GP\n"
    )
    answered = file.answer(bad)

    says = "got 2026-03-03; takes 2026-03-02, as in line 2: the rows are one visit."
    assert reasons(answered) == [(2, ""), (3, f"Date of service: {says}")]
    (visit,) = answered["results"]
    good, wrong = csv.reader(io.StringIO("".join(each["record"] for each in visit["bad"])))
    assert good[-1] == "refused with line 3"
    assert wrong[:7] == ["A", "2026-03-03", "", "", "", "97110", "x"]
    assert wrong[7:11] == ["", "", "1000", "GP"]
    assert len(good) == len(wrong) == len(KEYS) + 1
    mended = file.answer(bad.replace("2026-03-03", ""))
    assert [line for line, says in reasons(mended) if says] == [3]
    assert "Minutes: got x" in reasons(mended)[1][1]
    assert "Units: got 1000" in reasons(mended)[1][1]


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (",2026-03-02,PT,cms,national,97530,8", "Visit: got nothing"),
        ("A,2026-03-02,PT,cms,national,97530,8,,,,more", "got 11 cells; takes 9"),
        ("A,2026-03-02,PT,cms,national,97530,", "Minutes: got nothing"),
        ("A,,PT,cms,national,97530,8", "Date of service: got nothing"),
        ("A,2026-03-02,PT,cms,national,12345,8", "Code: got 12345"),
        ("A,2026-03-02,PT,cms,nowhere,97530,8", "Locality: got nowhere"),
        (f"{ROW}\n{ROW.replace('A', 'B')}\n{ROW}", "Visit: stands in line 2 already"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_row_is_said(file: File, rows: str, says: str) -> None:
    answered = file.answer(f"{HEADS}\n{rows}\n")

    (told,) = [said for _, said in reasons(answered) if said]
    assert says in told
    assert answered["results"][-1]["cells"][3] == "refused"


def test_what_no_row_says_is_taken_for_all_and_never_supplied(file: File) -> None:
    bare = "visit,date,code,minutes\nA,2026-03-02,97530,38\n"
    (visit,) = file.answer(bare, locality="01112-65", threshold_used="2480.00")["results"]

    assert json.loads(visit["question"])["locality"] == "01112-65"
    assert json.loads(visit["question"])["threshold_used"] == "2480.00"
    columns = file.look(bare)["columns"]
    refused = file.ask(answer=bare, first=True, last=True, columns=columns, for_all={})
    assert "Counting method: got nothing" in reasons(refused)[0][1]


def test_two_thousand_services_in_one_visit_are_one_refusal(file: File) -> None:
    many = HEADS + "\n" + "A,2026-03-02,PT,cms,national,97530,8,,\n" * 2000
    answered = file.answer(many, 4096)

    (visit,) = answered["results"]
    assert cells(visit)["reasons"].startswith("Line 2: Services: got")
    assert answered["rows"] == len(visit["bad"]) == 2000


def test_columns_are_found_by_their_heads_whatever_their_order(file: File) -> None:
    looked = file.look("DOS,CPT,Units,Mod,Encounter ID,Timed minutes\n1,2,3,4,5,6\n")

    assert looked["columns"] == {
        "date": 0, "code": 1, "billed_units": 2, "modifiers": 3, "visit": 4, "minutes": 5,
    }  # fmt: skip
    assert looked["missing"] == []
    assert looked["rows"] == 1
    assert file.look("DOS,whatever\n")["missing"] == ["visit", "code", "minutes"]


@pytest.mark.parametrize(
    "head",
    ["Patient Name", "last_name", "DOB", "Date of birth", "MRN", "Medical record no.", "Birth date",
     "SSN", "Social security", "MBI", "Account #", "Phone", "E-mail"],
)  # fmt: skip
def test_a_private_column_is_named_and_never_read(file: File, head: str) -> None:
    text = f'visit,date,code,minutes,"{head}"\nA,2026-03-02,97530,x,SECRET\n'
    looked = file.look(text)
    assert looked["left_out"] == [head]
    assert looked["heads"][4] == ""
    columns = looked["columns"] | {"modifiers": 4, "locality": 4}
    answered = file.ask(answer=text, first=True, last=True, columns=columns, for_all=FOR_ALL)

    assert "SECRET" not in json.dumps(answered)
    assert not any(is_private(each.key) for each in COLUMNS)


@pytest.mark.parametrize("name", ["DOE, Jane", "123-45-6789", "1EG4-TE5-MK73", "3/14/1950"])
def test_a_visit_called_by_a_person_goes_by_its_line(file: File, name: str) -> None:
    row = f'"{name}",2026-03-02,PT,cms,national,97530,8\n'
    answered = file.answer(f"{HEADS}\n{row}{row}")

    assert [each["cells"][0] for each in answered["results"]] == ["line 2"]
    assert answered["hidden"] == [2]
    assert name not in json.dumps(answered)


def test_a_text_that_a_spreadsheet_would_reckon_with_stays_text(file: File) -> None:
    (visit,) = file.answer(f"{HEADS}\n=1+1,2026-03-02,PT,cms,national,97530,8\n")["results"]

    assert visit["record"].startswith("'=1+1,2,")


def test_the_template_has_every_column_and_is_answered(file: File) -> None:
    looked = file.look(template())
    results = file.answer(template())["results"]

    assert looked["heads"] == [*KEYS]
    assert {*guessed([*KEYS])} == {*KEYS} > {*NEEDED}
    assert [each["cells"][3] for each in results] == ["consistent", "answered"]


@pytest.mark.parametrize("question", ["[", "{}", '{"look": 1}', '"x"', "[" * 100_000])
def test_another_question_is_refused(reference: Reference, question: str) -> None:
    answered = json.loads(many_door.many_visits(question, many_door.begin(reference)))

    assert answered["ok"] is False
    assert "Slice: got" in answered["problems"][0]["says"]


def test_a_mark_that_is_not_closed_refuses_the_rest_with_its_line(file: File) -> None:
    answered = file.ask(look='visit\n1\n"2\n', first=True, last=True)

    assert answered["problems"][0]["says"].startswith("Line 3: a quotation mark")


@pytest.mark.parametrize(
    ("given", "status", "begins"),
    [
        (template().encode("utf-8-sig"), 0, "visit,lines,date,result,"),
        (
            f"{HEADS}\nA,2026-03-02,PT,cms,national,97530,x\n".encode(),
            2,
            "visit,lines,date,result,",
        ),
        ("visit;minutes\nHügel;8\n".encode("latin-1"), 2, '{"ok": false'),
        (b"visit,date\n", 2, '{"ok": false'),
    ],
)
def test_the_command_line_writes_a_csv(given: bytes, status: int, begins: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "calculator", "many"],
        input=given,
        env={**os.environ, "PYTHONPATH": "."},
        capture_output=True,
        check=False,
    )

    assert done.returncode == status
    assert done.stdout.decode().startswith(begins)
    assert done.stderr == b""
