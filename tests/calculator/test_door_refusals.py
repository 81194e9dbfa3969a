"""The JSON door: what it refuses, each thing by its path, with what was given and what it takes."""

import json
from typing import Any

import pytest

from tests.calculator.conftest import Door, visit

GOOD = visit([("97530", 38), ("97110", 22)])


def problems(front_door: Door, text: str) -> list[tuple[str, str]]:
    """Hand in a text that has to be refused; returns field and got of each problem."""
    answer = front_door.ask(text)
    assert answer["ok"] is False
    assert set(answer) == {"ok", "problems"}
    for problem in answer["problems"]:
        assert set(problem) == {"field", "got", "takes", "says"}
        assert len(problem["got"]) <= 80
        assert problem["takes"]
        assert problem["says"]
    return [(problem["field"], problem["got"]) for problem in answer["problems"]]


def changed(**changes: object) -> str:
    return json.dumps({**GOOD, **changes})


def raw(field: str, text: str) -> str:
    """Write the good visit with one field's JSON text replaced."""
    fields = {key: json.dumps(value) for key, value in GOOD.items()} | {field: text}
    return "{" + ", ".join(f'"{key}": {value}' for key, value in fields.items()) + "}"


def row(code: str = '"97530"', minutes: str = "15", more: str = "") -> str:
    """Write a good visit whose second service has these JSON texts."""
    good = '{"code": "97110", "minutes": 22}'
    return raw("services", f'[{good}, {{"code": {code}, "minutes": {minutes}{more}}}]')


@pytest.mark.parametrize(
    ("text", "got"),
    [
        ('"2024-12-31"', "2024-12-31"),
        ('"2027-01-01"', "2027-01-01"),
        ('"2026-02-30"', "2026-02-30"),
        ('"20260302"', "20260302"),
        ('"2026-W10-1"', "2026-W10-1"),
        ('"3/2/2026"', "3/2/2026"),
        ('" 2026-03-02"', " 2026-03-02"),
        ('"\uff12026-03-02"', "\uff12026-03-02"),
        ('""', ""),
        ("20260302", "20260302"),
        ("null", "null"),
        ('["2026-03-02"]', '["2026-03-02"]'),
    ],
)
def test_dates_that_are_none_or_have_no_figures(front_door: Door, text: str, got: str) -> None:
    assert problems(front_door, raw("date", text)) == [("date", got)]


def test_a_date_without_figures_names_what_is_held(front_door: Door) -> None:
    says = front_door.ask(changed(date="2027-01-04"))["problems"][0]["says"]

    assert says == (
        "No figures are held for 2027-01-04; the calculator answers 2025-01-01 to 2026-12-31."
    )


@pytest.mark.parametrize(
    ("field", "text", "got"),
    [
        ("discipline", '"pt"', "pt"),
        ("discipline", "1", "1"),
        ("method", '"CMS"', "CMS"),
        ("method", "true", "true"),
        ("locality", '"San Jose"', "San Jose"),
        ("locality", '"1112-65"', "1112-65"),
        ("locality", '"National"', "National"),
        ("locality", "[[1], {}]", "[[1], {}]"),
        ("qualifying_apm", '"false"', "false"),
        ("qualifying_apm", "0", "0"),
        ("threshold_used", "0.00", "0.00"),
        ("threshold_used", '"0"', "0"),
        ("threshold_used", '"-0.01"', "-0.01"),
        ("threshold_used", '"1,000.00"', "1,000.00"),
        ("deductible_remaining", '"1.000"', "1.000"),
        ("deductible_remaining", '"NaN"', "NaN"),
        ("deductible_remaining", '"1e2"', "1e2"),
        ("deductible_remaining", '"٣.00"', "٣.00"),
        ("services", "[]", "[]"),
        ("services", "{}", "{}"),
        ("services", "null", "null"),
    ],
)
def test_fields_of_the_visit(front_door: Door, field: str, text: str, got: str) -> None:
    assert problems(front_door, raw(field, text)) == [(field, got)]


@pytest.mark.parametrize(
    ("minutes", "got"),
    [
        ("-1", "-1"),
        ("1441", "1441"),
        ("26.0", "26.0"),
        ("2.6e1", "2.6e1"),
        ('"26"', "26"),
        ("true", "true"),
        ("null", "null"),
        ("NaN", "NaN"),
        ("-Infinity", "-Infinity"),
        ("[15]", "[15]"),
        ('{"a":1}', '{"a":1}'),
        ("9" * 400, "9" * 80),
    ],
)
def test_minutes(front_door: Door, minutes: str, got: str) -> None:
    assert problems(front_door, row(minutes=minutes)) == [("services[1].minutes", got)]


@pytest.mark.parametrize("minutes", [0, 1440])
def test_minutes_at_both_ends_are_taken(front_door: Door, minutes: int) -> None:
    assert front_door.visit([("97110", minutes)])["ok"] is True


def test_minutes_say_their_row(front_door: Door) -> None:
    says = front_door.ask(row(minutes="-5"))["problems"][0]["says"]

    assert says == "Minutes, row 2: got -5; takes a whole number from 0 to 1440."


@pytest.mark.parametrize(
    ("code", "got"),
    [('"97350"', "97350"), ("97530", "97530"), ('"g0283"', "g0283"), ('" 97530"', " 97530")],
)
def test_codes(front_door: Door, code: str, got: str) -> None:
    assert problems(front_door, row(code=code)) == [("services[1].code", got)]


def test_a_code_without_figures_for_the_date(front_door: Door) -> None:
    services = [{"code": "98979", "minutes": 0}]

    assert front_door.ask(changed(services=services))["ok"] is True
    assert problems(front_door, changed(services=services, date="2025-12-31")) == [
        ("services[0].code", "98979")
    ]


def test_one_problem_for_each_thing_wrong(front_door: Door) -> None:
    text = raw("services", '[{"code": "1", "minutes": "x"}, 5, {"minutes": 3}, {"code": "97110"}]')

    assert problems(front_door, text) == [
        ("services[0].code", "1"),
        ("services[0].minutes", "x"),
        ("services[1]", "5"),
        ("services[2].code", "nothing"),
        ("services[3].minutes", "nothing"),
    ]


def test_every_field_is_asked_for(front_door: Door) -> None:
    assert problems(front_door, "{}") == [(field, "nothing") for field in GOOD]


def test_a_field_outside_the_contract_is_refused_by_name(front_door: Door) -> None:
    assert problems(front_door, changed(payer="x")) == [("payer", "x")]
    assert problems(front_door, row(more=', "provider": 0')) == [("services[1].provider", "0")]


@pytest.mark.parametrize("key", ["assistant_minutes", "together_minutes"])
@pytest.mark.parametrize("got", ["-1", "1441", "1.0", "true", "null", '"9"'])
def test_minutes_of_others_take_what_minutes_take(front_door: Door, key: str, got: str) -> None:
    found = problems(front_door, row(more=f', "{key}": {got}'))

    assert found == [(f"services[1].{key}", got.strip('"'))]


def test_a_plan_of_care_of_a_row_is_one_of_three(front_door: Door) -> None:
    found = problems(front_door, row(more=', "discipline": "RT"'))

    assert found == [("services[1].discipline", "RT")]


@pytest.mark.parametrize("plan", ["visit", "row"])
def test_assistants_minutes_under_slp_are_refused_at_their_path(
    front_door: Door, plan: str
) -> None:
    of_row = ', "discipline": "SLP"' if plan == "row" else ""
    more = f', "assistant_minutes": 1{of_row}'
    text = row(more=more) if plan == "row" else row(more=more).replace('"PT"', '"SLP"')

    assert problems(front_door, text) == [("services[1].assistant_minutes", "1")]
    assert front_door.ask(text.replace('"assistant_minutes": 1', '"assistant_minutes": 0'))["ok"]


def test_what_was_used_of_the_other_bucket_is_asked_for_once_a_line_falls_in_it(
    front_door: Door,
) -> None:
    ot = ', "discipline": "OT"'

    assert problems(front_door, row(more=ot)) == [("threshold_used_other", "nothing")]
    assert front_door.ask(row(more=ot).replace('"PT"', '"OT"'))["ok"]
    told = row(more=ot).replace("{", '{"threshold_used_other": "0.00", ', 1)
    assert front_door.ask(told)["ok"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "3",
        "{} {}",
        "{'date': 1}",
        '{"date": "2026-03-02", "date": "2026-03-02"}',
        "[" * 100_000,
        '{"a": ' * 100_000,
        raw("threshold_used", "9" * 5000),
        raw("threshold_used", "1." + "9" * 5000),
        '{"date": "\x07"}',
    ],
)
def test_what_is_no_visit_at_all(front_door: Door, text: str) -> None:
    assert [field for field, _ in problems(front_door, text)] == ["visit"]


def test_a_key_given_twice_deeper_down_is_refused_at_its_path(front_door: Door) -> None:
    assert problems(front_door, row(more=', "minutes": 15')) == [("services[1].minutes", "15")]
    assert problems(front_door, row(more=', "code": "97110"')) == [("services[1].code", "97110")]


@pytest.mark.parametrize(("count", "ok"), [(500, True), (501, False), (2000, False)])
def test_five_hundred_services_and_no_more(front_door: Door, count: int, ok: bool) -> None:
    text = changed(services=[{"code": "97110", "minutes": 1}] * count)

    answer = front_door.ask(text)

    assert answer["ok"] is ok
    assert [problem["field"] for problem in answer["problems"]] == ([] if ok else ["services"])


@pytest.mark.parametrize("code", ["97530", "G0283", "97010"])
def test_the_minutes_of_one_code_end_with_the_day(front_door: Door, code: str) -> None:
    def added(last: int) -> dict[str, Any]:
        return front_door.visit([(code, 1440 - 15), ("97110", 60), (code, last)])

    assert added(15)["ok"] is True
    assert [problem["field"] for problem in added(16)["problems"]] == ["services"]
    assert "1441 minutes of" in added(16)["problems"][0]["says"]


def test_an_escape_of_half_a_character_comes_back_as_given(front_door: Door) -> None:
    assert problems(front_door, raw("method", '"\\ud800"')) == [("method", "\\ud800")]


def test_ten_thousand_strange_fields_are_each_named(front_door: Door) -> None:
    text = json.dumps({f"k{place}": 1 for place in range(10_000)})

    assert len(problems(front_door, text)) == 10_000 + len(GOOD)


def test_a_string_in_place_of_a_visit_is_quoted_without_its_quotes(front_door: Door) -> None:
    assert problems(front_door, ' "hello" ') == [("visit", "hello")]
