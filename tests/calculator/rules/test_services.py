"""One code of a plan, one service: rows added, and days that are too long."""

import pytest

from calculator.rules.services import merge
from calculator.words.explained import Finding
from calculator.words.visit import Minutes, Service
from calculator.words.vocabulary import Discipline


def row(code: str, *minutes: int, plan: Discipline = Discipline.PT) -> Service:
    return Service(code, Minutes(*minutes), plan)


def test_the_rows_of_a_code_are_added_where_it_first_stood() -> None:
    explained = merge((row("97530", 4), row("97110", 15), row("97530", 5)))

    assert list(explained.value.items()) == [
        ((Discipline.PT, "97530"), Minutes(9)),
        ((Discipline.PT, "97110"), Minutes(15)),
    ]
    says = "97530 stands in 2 rows and is one service: 4 + 5 = 9 min."
    assert explained.findings == (Finding("services", says, ("settled-one-service",)),)
    assert explained.steps == ()


def test_who_gave_the_minutes_is_kept_when_rows_are_added() -> None:
    merged = merge((row("97530", 4, 3, 2), row("97530", 0, 10, 1))).value

    assert merged[Discipline.PT, "97530"] == Minutes(therapist=4, assistant=13, together=3)


def test_the_same_code_under_two_plans_is_two_services() -> None:
    explained = merge((row("97530", 4), row("97530", 5, plan=Discipline.OT)))

    assert list(explained.value) == [(Discipline.PT, "97530"), (Discipline.OT, "97530")]
    assert explained.findings == ()


@pytest.mark.parametrize(("minutes", "found"), [(1440, 0), (1441, 1)])
def test_more_minutes_than_a_day_has_are_found(minutes: int, found: int) -> None:
    assert len(merge((row("97530", 1000), row("97110", 0, minutes - 1000))).findings) == found


def test_a_day_that_is_too_long_by_a_minute_is_told_with_both_numbers() -> None:
    (found,) = merge((row("97530", 1441),)).findings

    says = "The minutes of this visit add up to 1441; a day has 1440."
    assert found == Finding("services", says, ("pub-100-04-ch05-20-3",))
