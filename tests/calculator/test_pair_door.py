"""The door for two codes, with the edits that are held: facts known apart from it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from calculator import pair_door
from calculator.reference.bundle import BadReference
from calculator.reference.edits import Edits
from calculator.words.vocabulary import Setting

HELD = Path("build/doors/edits.json")
# Every active edit of 97530: whether it leads, its indicator for practitioners in 2024 Q3, for
# hospitals then, for hospitals in 2026 Q4, and the other codes.
ACTIVE_OF_97530 = (
    (
        True,
        "1",
        "1",
        "1",
        (
            "0213T 0216T 62320 62321 62322 62323 62324 62325 62326 62327 64400 64405 64408 "
            "64415 64416 64417 64418 64420 64421 64425 64430 64435 64445 64446 64447 64448 "
            "64449 64450 64451 64454 64461 64463 64479 64480 64483 64484 64486 64487 64488 "
            "64489 64490 64493 64505 64510 64517 64520 64530 97537 97542 97750"
        ),
    ),
    (
        True,
        "0",
        "1",
        "1",
        "0373T",
    ),
    (
        True,
        "0",
        "0",
        "0",
        "95851 95852",
    ),
    (
        True,
        "0",
        "",
        "",
        "36591 36592 96523 97153 97154 97155 97156 97157 97158",
    ),
    (
        False,
        "1",
        "1",
        "1",
        "97150 97755",
    ),
    (
        False,
        "1",
        "1",
        "",
        (
            "90912 90913 92507 92508 92526 93668 93797 93798 94625 94626 95992 G0129 G0151 "
            "G0152 G0157 G0158 G0159 G0160 G0237 G0238 G0239 G0422 G0423"
        ),
    ),
    (
        False,
        "",
        "1",
        "1",
        "97153 97154 97155 97156 97157 97158",
    ),
    (
        False,
        "",
        "1",
        "",
        "G0177",
    ),
)


@pytest.fixture(scope="module")
def edits() -> Edits:
    return pair_door.load(HELD.read_text("utf-8"))


def ask(
    edits: Edits, first: str, second: str, setting: str = "practitioner", date: str = "2026-11-03"
) -> dict[str, Any]:
    question = {"first": first, "second": second, "setting": setting, "date": date}
    answer: dict[str, Any] = json.loads(pair_door.check(json.dumps(question), edits))
    return answer


def told(edits: Edits, other: str, setting: str, date: str) -> tuple[bool, str]:
    answer = ask(edits, "97530", other, setting, date)
    return answer["column_one"] == "97530", answer["indicator"] or ""


def test_every_active_edit_of_97530_is_answered_in_each_setting_and_quarter(edits: Edits) -> None:
    asked = [
        (other, setting, date)
        for *_, others in ACTIVE_OF_97530
        for other in others.split()
        for setting, date in (
            ("practitioner", "2024-08-01"),
            ("hospital", "2024-08-01"),
            ("hospital", "2026-11-03"),
        )
    ]
    # In some pairs the settings differ in which of the two is column one: such a pair stands twice.
    expected = dict.fromkeys(asked, (False, ""))
    for leads, practitioner, hospital, newest, others in ACTIVE_OF_97530:
        for other in others.split():
            for setting, date, indicator in (
                ("practitioner", "2024-08-01", practitioner),
                ("hospital", "2024-08-01", hospital),
                ("hospital", "2026-11-03", newest or hospital),
            ):
                if indicator:
                    expected[other, setting, date] = leads, indicator

    assert len(asked) == 3 * 94
    assert {each: told(edits, *each) for each in asked} == expected


def test_no_other_active_edit_of_97530_is_held(edits: Edits) -> None:
    expected = {other for *_, others in ACTIVE_OF_97530 for other in others.split()}
    found = {
        code
        for release in edits.releases
        for edit in release.edits
        for code in (edit.column_one, edit.column_two)
        if edit.deleted is None and "97530" in (edit.column_one, edit.column_two)
    }

    # Six nerve blocks are newer than 2024 and active for hospitals in 2026 Q4.
    assert found - {"97530"} - expected == {"64466", "64467", "64468", "64469", "64473", "64474"}


@pytest.mark.parametrize("setting", Setting)
@pytest.mark.parametrize(
    "other",
    [
        "97110",
        "97112",
        "97116",
        "97140",
        "97535",
        "97161",
        "97162",
        "97163",
        "97164",
        "97165",
        "97166",
        "97167",
        "97168",
    ],
)
def test_no_active_edit_joins_97530_with(edits: Edits, other: str, setting: str) -> None:
    answer = ask(edits, "97530", other, setting)

    assert (answer["verdict"], answer["modifiers"]) == ("no_edit", [])


@pytest.mark.parametrize("treatment", ["97110", "97112", "97116", "97140", "97150", "97530"])
@pytest.mark.parametrize("setting", Setting)
def test_edits_between_evaluations_and_treatment_are_deleted_and_said_to_be(
    edits: Edits, treatment: str, setting: str
) -> None:
    for evaluation in ["97161", "97162", "97163", "97164", "97165", "97166", "97167", "97168"]:
        assert ask(edits, evaluation, treatment, setting)["verdict"] == "no_edit"


def test_the_old_edit_of_97140_with_97530_is_named_with_its_last_day(edits: Edits) -> None:
    answer = ask(edits, "97530", "97140")

    assert answer["deleted"] == [
        {"column_one": "97140", "column_two": "97530", "indicator": "1", "on": "2019-12-31"}
    ]
    assert "out of date" in answer["findings"][0]["says"]


def test_a_re_evaluation_beside_97530_is_a_policy_and_beside_97535_an_edit_as_well(
    edits: Edits,
) -> None:
    activities, self_care = (ask(edits, "97168", code) for code in ("97530", "97535"))

    assert (activities["verdict"], self_care["verdict"]) == ("no_edit", "with_modifier")
    assert self_care["modifier_on"] == "97168"
    for answer in (activities, self_care):
        assert any("status has changed" in each["says"] for each in answer["policies"])


@pytest.mark.parametrize(
    ("first", "second"),
    [("97161", "97164"), ("97163", "97164"), ("97165", "97168"), ("97167", "97168")],
)
def test_an_evaluation_and_a_re_evaluation_never_go_together(
    edits: Edits, first: str, second: str
) -> None:
    for setting in Setting:
        answer = ask(edits, first, second, setting)
        assert (answer["verdict"], answer["indicator"]) == ("never", "0")


def test_chiropractic_adjustment_beside_97140_is_not_in_our_data_and_a_policy_speaks(
    edits: Edits,
) -> None:
    answer = ask(edits, "97140", "98941")

    assert answer["verdict"] == "not_in_our_data"
    assert "another region" in answer["policies"][0]["says"]


def test_beside_a_visit_code_25_is_for_the_physician(edits: Edits) -> None:
    says = ask(edits, "99213", "97530")["policies"][0]["says"]

    assert "25 belongs on the physician’s visit" in says


def test_codes_that_no_file_names_are_not_in_our_data(edits: Edits) -> None:
    assert ask(edits, "97550", "97110")["verdict"] == "not_in_our_data"
    assert ask(edits, "20560", "97140")["verdict"] == "not_in_our_data"


@pytest.mark.parametrize("setting", Setting)
@pytest.mark.parametrize("other", ["12345", "98979", "98984", "G0541"])
def test_a_code_not_known_to_have_existed_beside_97530_is_not_in_our_data(
    edits: Edits, other: str, setting: str
) -> None:
    answer = ask(edits, "97530", other, setting)

    assert (answer["verdict"], answer["release"]) == ("not_in_our_data", None)


@pytest.mark.parametrize("other", ["64466", "64467", "64468", "64469", "64473", "64474"])
def test_a_code_newer_than_the_practitioners_file_is_answered_for_hospitals_alone(
    edits: Edits, other: str
) -> None:
    assert ask(edits, "97530", other)["verdict"] == "not_in_our_data"
    assert ask(edits, "97530", other, "hospital")["verdict"] == "with_modifier"


def test_a_code_that_nothing_here_names_is_said_not_to_be_checked(edits: Edits) -> None:
    unknown, named = (ask(edits, "97530", code)["findings"] for code in ("12345", "64466"))

    says = "12345 is none of the codes held here; whether it exists was not checked."
    assert unknown[0]["says"] == says
    assert not any("none of the codes" in each["says"] for each in named)


@pytest.mark.parametrize(("code", "status"), [("97010", "B"), ("97014", "I")])
def test_a_code_that_medicare_never_pays_is_said_to_earn_nothing(
    edits: Edits, code: str, status: str
) -> None:
    answer = ask(edits, code, "97530")
    found = [each for each in answer["findings"] if each["rule"] == "status"]

    assert [each["says"].startswith(f"{code} has status {status}: ") for each in found] == [True]
    assert found[0]["cites"] == ["cms-rvu26b"]
    assert not any(each["rule"] == "status" for each in ask(edits, "97110", "97530")["findings"])


def test_edits_lost_or_deleted_since_2024_are_last_seen_then(edits: Edits) -> None:
    then, now = (
        {
            (edit.column_one, edit.column_two)
            for release in edits.releases
            if release.setting is Setting.HOSPITAL and release.start.year == year
            for edit in release.edits
            if edit.deleted is None
        }
        for year in (2024, 2026)
    )
    gone = [
        (one, two)
        for one, two in then - now
        if "97012" <= one <= "97552" or "97610" <= one <= "97763"
    ]

    assert len(gone) == 22
    for one, two in gone:
        answer = ask(edits, one, two, "hospital")
        assert "ast seen in NCCI PTP 2024 Q3" in answer["sentence"]
        assert "Whether it was deleted is not known" in answer["findings"][0]["says"]


def test_198_pairs_differ_between_the_settings_in_2024(edits: Edits) -> None:
    by_setting = [
        {
            (edit.column_one, edit.column_two): edit.indicator
            for release in edits.releases
            if release.setting is setting and release.start.year == 2024
            for edit in release.edits
            if edit.deleted is None
        }
        for setting in Setting
    ]

    assert len(dict(by_setting[0].items() ^ by_setting[1].items())) == 198


@pytest.mark.parametrize(
    ("question", "field", "got", "takes"),
    [
        ({"first": "9753"}, "first", "9753", "a code of five characters, such as 97530"),
        ({"second": 97530}, "second", "97530", "a code of five characters, such as 97530"),
        ({"setting": "clinic"}, "setting", "clinic", "practitioner or hospital"),
        ({"date": "2024-06-30"}, "date", "2024-06-30", "a day from 2024-07-01 to 2026-12-31"),
        ({"date": "2027-01-01"}, "date", "2027-01-01", "a day from 2024-07-01 to 2026-12-31"),
        (
            {"date": "2026-02-30"},
            "date",
            "2026-02-30",
            "a day from 2024-07-01 to 2026-12-31 as YYYY-MM-DD",
        ),
        (
            {"units": 2},
            "units",
            "2",
            "no field but first, second, setting and date",
        ),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused_at_its_field(
    edits: Edits, question: dict[str, object], field: str, got: str, takes: str
) -> None:
    good = {"first": "97530", "second": "97150", "setting": "hospital", "date": "2026-11-03"}
    answer = json.loads(pair_door.check(json.dumps(good | question), edits))

    assert answer["ok"] is False
    assert [(each["field"], each["got"], each["takes"]) for each in answer["problems"]] == [
        (field, got, takes)
    ]


@pytest.mark.parametrize("text", ["", "[]", "NaN", "{", '{"first":"97530","first":"97150"}'])
def test_what_is_no_question_is_refused_whole(edits: Edits, text: str) -> None:
    answer = json.loads(pair_door.check(text, edits))

    assert [each["field"] for each in answer["problems"]] == ["question"]


def test_the_first_and_the_last_day_are_answered(edits: Edits) -> None:
    for day in ("2024-07-01", "2026-12-31"):
        assert ask(edits, "97530", "97150", "hospital", day)["ok"]


def test_what_is_typed_comes_back_as_text_and_never_as_markup(edits: Edits) -> None:
    question = {"first": "<b>x</b>", "second": "97150", "setting": "hospital", "date": "2026-11-03"}
    assert json.loads(pair_door.check(json.dumps(question), edits, "../"))["ok"] is False
    html = json.loads(pair_door.check(json.dumps(question | {"first": "97530"}), edits, "../../"))[
        "html"
    ]
    assert 'href="../../sources/cms-ptp-2026q4/"' in html
    assert "style=" not in html


@pytest.mark.parametrize("text", ["", "{}", '{"schema": "edits-0"}', "[1]"])
def test_tables_that_cannot_be_used_are_refused(text: str) -> None:
    with pytest.raises(BadReference):
        pair_door.load(text)


def test_the_command_line_answers_a_pair_and_refuses_with_status_2() -> None:
    good = {"first": "97530", "second": "97150", "setting": "hospital", "date": "2026-11-03"}
    for question, status in ((good, 0), ({}, 2)):
        done = subprocess.run(
            [sys.executable, "-m", "calculator", "pair"],
            input=json.dumps(question).encode(),
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (status, b"")
        assert json.loads(done.stdout)["ok"] is (status == 0)
