"""A visit in one line: what is read, what is asked back, what is kept, and the way back."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from calculator import one_line_door
from calculator.entry import one_line
from calculator.entry.line_written import RESTS, write
from calculator.entry.near import distance
from calculator.reference.bundle import BadReference
from calculator.reference.names import Names, load
from calculator.words.reading import Group, State
from calculator.words.visit import MINUTES_IN_A_DAY
from calculator.words.vocabulary import Coverage, Notice

NAMES = load(Path("build/doors/names.json").read_text("utf-8"))
BRIEF = "97530 38 97110 22 97140x8 PT 3/2/26 San Jose PTA:97110=22"


@pytest.fixture(scope="module")
def names() -> Names:
    return NAMES


def said(line: str) -> dict[str, Any]:
    return one_line.read(line, NAMES).visit


def service(line: str) -> dict[str, Any]:
    (only,) = said(line)["services"]
    return dict(only)


def part(line: str, place: int = 0) -> Group:
    return one_line.read(line, NAMES).groups[place]


def offered(line: str, place: int = 0) -> list[str]:
    reading = one_line.read(line, NAMES)
    return [reading.with_choice(each) for each in reading.groups[place].choices]


def test_a_visit_is_read_as_people_write_it() -> None:
    assert said(BRIEF) == {
        "date": "2026-03-02",
        "discipline": "PT",
        "locality": "01112-09",
        "services": [
            {"code": "97530", "minutes": 38},
            {"code": "97110", "minutes": 0, "assistant_minutes": 22},
            {"code": "97140", "minutes": 8},
        ],
    }
    assert [each.says[-1] for each in one_line.read(BRIEF, NAMES).groups] == [
        "38 min therapist",
        "22 min assistant",
        "8 min therapist",
        "PT plan of care, GP",
        "Mon, Mar 2, 2026",
        "01112-09 Santa Clara, CA",
        "97110: all 22 min by the assistant",
    ]


def test_a_number_behind_a_times_sign_is_read_as_minutes_and_asked_back() -> None:
    read = part("97140x8 PT")
    assert (read.state, read.problem) == (State.ASKED, "x8 read as minutes")
    assert offered("97140x8 PT") == ["97140 8 PT", "97140 PT"]
    assert part("97140 8 PT").state is State.READ


@pytest.mark.parametrize("line", ["97140 4 units", "97140 4u", "97140x4units"])
def test_units_make_no_minutes(line: str) -> None:
    assert service(line) == {"code": "97140"}
    assert "units are worked out from minutes" in part(line).problem


@pytest.mark.parametrize(
    "line",
    [
        "97530 38 min",
        "97530 38min",
        "97530: 38",
        "97530=38",
        "97530 – 38 minutes",
        "97530 for 38 mins",
        "97530 15 +23",
        "97530 15+23",
        "97530 +38",
        "97530-59 38",
        "97530GP 38 PT",
    ],
)
def test_minutes_are_written_in_many_ways(line: str) -> None:
    assert service(line) | {"discipline": ""} == {"code": "97530", "minutes": 38, "discipline": ""}


def test_minutes_of_three_kinds_are_told_apart() -> None:
    whole = {"code": "97110", "minutes": 12, "assistant_minutes": 10, "together_minutes": 5}
    assert service("97110 12 +10 PTA +5 together") == whole
    assert service("97110 12+10PTA+5together") == whole
    assert service("97110 27 +5 together PTA:97110=10") == whole | {"minutes": 17}
    within = {"code": "97110", "minutes": 13, "assistant_minutes": 12}
    assert service("97110 25 (PTA 12)") == service("97110 25 (12 PTA)") == within
    assert part("97110 25 (PTA 26)").state is State.FAULT
    assert service("97110 22 PTA") == {"code": "97110", "minutes": 0, "assistant_minutes": 22}


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("97110 5 PTA:97110=6", "97110: got 6 min; takes at most its 5"),
        ("97530 5 PTA:97110=6", "97110 is not in the line"),
        ("97110 PTA:97110=6", "97110: its minutes are not in the line"),
    ],
)
def test_an_assistant_gives_no_more_than_was_given(line: str, problem: str) -> None:
    read = one_line.read(line, NAMES).groups[-1]
    assert (read.state, read.problem) == (State.FAULT, problem)


@pytest.mark.parametrize("minutes", ["-5", "38.5", "1441", "9999"])
def test_minutes_that_no_day_has_are_kept_as_typed_and_marked_where_they_stand(
    minutes: str,
) -> None:
    read = part(f"97530 {minutes}")
    assert read.service == {"code": "97530", "minutes": minutes}
    assert read.problem == f"minutes: got {minutes}; takes a whole number from 0 to 1440"
    assert read.marks == [(6, 6 + len(minutes))]


def test_a_service_without_minutes_is_not_given_any() -> None:
    assert service("97530") == {"code": "97530"}
    assert part("97530").state is State.ASKED
    assert service("97530 0") == {"code": "97530", "minutes": 0}


def test_times_stand_in_for_minutes_only_when_asked() -> None:
    line = "97530 9:00-9:23 9:23-9:31/PTA"
    assert "minutes" not in service(line)
    assert offered(line) == ["97530 23 +8 PTA 9:00-9:23 9:23-9:31/PTA"]
    assert service(offered(line)[0]) == {
        "code": "97530",
        "minutes": 23,
        "assistant_minutes": 8,
        "blocks": [
            {"from": "09:00", "to": "09:23", "by": "therapist"},
            {"from": "09:23", "to": "09:31", "by": "assistant"},
        ],
    }
    assert part("97530 23 9:23-9:00").state is State.FAULT


def test_an_unknown_code_stays_in_its_row_and_near_ones_are_offered() -> None:
    assert service("97350 8") == {"code": "97350", "minutes": 8}
    assert part("97350 8").marks == [(0, 5)]
    assert offered("97350 8")[0] == "97530 8"


def test_a_date_without_a_year_gets_none() -> None:
    assert "date" not in said("97530 38 3/2")
    assert offered("3/2") == ["3/2/2025", "3/2/2026"]
    assert offered("2/29") == []  # no leap year is held


@pytest.mark.parametrize("day", ["2026-03-02", "3/2/2026", "3/2/26", "03/02/2026", "3-2-26"])
def test_dates_are_american_or_iso(day: str) -> None:
    assert said(day)["date"] == "2026-03-02"


@pytest.mark.parametrize("day", ["2/30/2026", "13/1/2026", "2026-02-30", "2/29"])
def test_no_day_is_made_of_what_is_none(day: str) -> None:
    assert "date" not in said(day)
    assert part(day).state is State.FAULT


def test_a_day_without_figures_is_said_to_have_none() -> None:
    assert part("2027-01-04").problem.startswith("No figures are held for 2027-01-04; held are")
    assert said("2027-01-04")["date"] == "2027-01-04"


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("01112-65", "01112-65"),
        ("national", "national"),
        ("San Benito", "01112-65"),
        ("santa clara county", "01112-09"),
        ("St. Louis, MO", "05302-01"),
        ("Jefferson, TX", "04412-20"),
        ("Long Island", "13202-02"),
        ("Ohio", "15202-00"),
        ("Prince George's", "12202-01"),
    ],
)
def test_places_are_found_by_name_county_and_key(typed: str, key: str) -> None:
    assert said(f"97530 38 {typed} PT") == {
        "locality": key,
        "discipline": "PT",
        "services": [{"code": "97530", "minutes": 38}],
    }
    assert part(typed).state is State.READ


def test_a_place_in_two_localities_is_read_as_the_one_named_for_its_county_and_asked_back() -> None:
    assert part("San Jose").state is State.ASKED
    assert said("San Jose")["locality"] == "01112-09"
    assert offered("San Jose") == ["01112-65"]


def test_where_nothing_speaks_for_one_locality_none_is_taken() -> None:
    assert "locality" not in said("Jefferson")
    assert part("Jefferson").problem == "Which locality?"
    assert len(offered("Jefferson")) == 3


def test_what_else_a_visit_says_has_its_words() -> None:
    line = (
        "midpoint QP deductible $1,240.00 used=5 other bucket 7.5 hospital unassigned home-health"
    )
    assert said(line) == {
        "method": "midpoint",
        "qualifying_apm": True,
        "deductible_remaining": "1240.00",
        "threshold_used": "5.00",
        "threshold_used_other": "7.50",
        "setting": "hospital",
        "participation": "unassigned",
        "episode": "home_health",
        "services": [],
    }


def test_modifiers_that_say_something_are_heard_and_the_others_are_worked_out() -> None:
    assert service("97530-GA 15") == {
        "code": "97530",
        "minutes": 15,
        "coverage": "not_necessary",
        "notice": "required",
    }
    assert part("97530-59 15").says[-1] == "59 is worked out here"
    assert "how many minutes were the assistant’s" in part("97530 15 CQ").problem
    assert part("97530-ZZ 15").state is State.FAULT


def test_a_row_may_be_under_another_plan_of_care() -> None:
    assert said("97530 38 OT:97535 GO 15 PT")["services"][1]["discipline"] == "OT"
    # Where all rows say the same one, it is the visit's.
    assert said("97530GO 38")["discipline"] == "OT"
    assert "discipline" not in said("97530 38 OT:97535 15")


def test_of_two_that_differ_the_first_holds_and_the_second_is_marked() -> None:
    assert said("PT OT")["discipline"] == "PT"
    assert part("PT OT", 1).problem == "said before: PT"
    assert part("PT PT", 1).state is State.READ


def test_what_is_not_understood_is_kept_where_it_stands() -> None:
    reading = one_line.read("97530 38 xyzzy qwfp 22 PT", NAMES)
    assert reading.unread == ["xyzzy qwfp", "22"]
    assert [each.problem for each in reading.groups[1:3]] == [
        "not understood",
        "minutes of which code?",
    ]
    assert said("97530 38 xyzzy qwfp 22 PT") == said("97530 38 PT")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("hosptal", "hospital"),
        ("midpiont", "midpoint"),
        ("exercse", "97110"),
        ("San Beni", "San Benito"),
    ],
)
def test_a_slip_of_the_hand_has_its_word_offered(typed: str, first: str) -> None:
    assert offered(typed)[0] == first


def test_slips_are_counted_with_crossed_letters_as_one() -> None:
    assert [distance("97350", other) for other in ("97530", "97350", "9735", "97535")] == [
        1,
        0,
        1,
        2,
    ]


AMOUNTS = st.integers(0, 999_999).map(lambda cents: f"{cents // 100}.{cents % 100:02}")
CLOCKS = st.lists(st.integers(0, 24 * 60), min_size=2, max_size=2, unique=True).map(sorted)


@st.composite
def services(draw: st.DrawFn) -> dict[str, object]:
    minutes = st.integers(0, MINUTES_IN_A_DAY)
    made: dict[str, object] = {"code": draw(st.sampled_from(sorted(NAMES.codes)))}
    made["minutes"] = draw(minutes)
    for name in ("assistant_minutes", "together_minutes"):
        if draw(st.booleans()):
            made[name] = draw(st.integers(1, MINUTES_IN_A_DAY))
    further = {
        "discipline": st.sampled_from(["PT", "OT", "SLP"]),
        "charge": AMOUNTS,
        "coverage": st.sampled_from([str(each) for each in Coverage]),
        "notice": st.sampled_from([str(each) for each in Notice]),
        "blocks": st.lists(st.builds(block, CLOCKS, st.sampled_from(BY)), min_size=1, max_size=3),
    }
    return made | {name: draw(values) for name, values in further.items() if draw(st.booleans())}


BY = ("therapist", "assistant", "together")


def block(minutes: list[int], by: str) -> dict[str, str]:
    start, end = (f"{each // 60:02}:{each % 60:02}" for each in minutes)
    return {"from": start, "to": end, "by": by}


VISITS = st.fixed_dictionaries(
    {
        "date": st.dates(*NAMES.days).map(str),
        "discipline": st.sampled_from(["PT", "OT", "SLP"]),
        "method": st.sampled_from(["cms", "midpoint"]),
        "locality": st.sampled_from(["national", *NAMES.places]),
        "qualifying_apm": st.booleans(),
        "threshold_used": AMOUNTS,
        "deductible_remaining": AMOUNTS,
        "services": st.lists(services(), max_size=4),
    },
    optional={
        "threshold_used_other": AMOUNTS,
        "setting": st.sampled_from(["practitioner", "hospital"]),
        "participation": st.sampled_from(["participating", "assigned", "unassigned"]),
        "episode": st.sampled_from(["none", "part_a_snf", "home_health"]),
    },
)


@settings(max_examples=150, deadline=None)
@given(VISITS)
def test_a_visit_comes_back_from_the_line_that_is_written_for_it(visit: dict[str, Any]) -> None:
    reading = one_line.read(write(visit), NAMES)
    assert RESTS | reading.visit == visit
    assert {each.state for each in reading.groups} <= {State.READ}
    assert write(RESTS | reading.visit) == write(visit)


@settings(max_examples=150, deadline=None)
@given(st.text("0179530xX×*+-–:=/@.,; \tABGPTOHKé'()[]min", max_size=60))
def test_any_text_is_read_without_an_error_and_nothing_of_it_is_lost(line: str) -> None:
    reading = one_line.read(line, NAMES)
    ends = [0, *(each.span.end for each in reading.groups)]
    assert ends == sorted(ends)
    again = one_line.read(write(reading.visit), NAMES)
    assert write(again.visit) == write(reading.visit)


def test_the_door_answers_lines_and_visits_and_refuses_anything_else() -> None:
    answer = json.loads(one_line_door.read(json.dumps({"line": BRIEF}), NAMES, "../"))
    assert answer["ok"]
    assert answer["sentence"] == "7 parts read: 2 parts asked back."
    assert '<button type="button" class="suggested" data-line="97530 38' in answer["html"]
    back = json.loads(one_line_door.read(json.dumps({"visit": answer["visit"]}), NAMES))
    assert back["line"] == "97530 38 97110 22 PTA 97140 8 PT 2026-03-02 01112-09"
    assert back["visit"] == answer["visit"]
    for wrong in (
        "",
        "[]",
        '{"line": 1}',
        '{"line": "", "visit": {}}',
        json.dumps({"line": "9" * 20_001}),
    ):
        assert json.loads(one_line_door.read(wrong, NAMES))["ok"] is False


def test_in_the_line_of_a_visit_a_choice_is_words_as_its_field_has_the_button() -> None:
    visit = {"services": [{"code": "97350", "minutes": 38}]}
    answer = json.loads(one_line_door.read(json.dumps({"visit": visit}), NAMES, "../"))
    assert "97530?" in answer["html"]
    assert "<button" not in answer["html"]


def test_what_is_typed_is_text_in_the_reading() -> None:
    html = json.loads(one_line_door.read('{"line": "<b>\\"x"}', NAMES, ""))["html"]
    assert "<b>" not in html
    assert "&lt;b&gt;" in html


def test_a_file_of_another_kind_is_no_names() -> None:
    with pytest.raises(BadReference, match="schema: got x"):
        load('{"schema": "x"}')
