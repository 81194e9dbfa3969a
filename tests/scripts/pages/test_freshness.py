"""The calendar of last days, and which release is the newest of its kind."""

from datetime import date
from pathlib import Path

from icalendar import Calendar

from scripts.pages import diagnoses, freshness, releases
from scripts.pages.facts import Facts, load


def events(facts: Facts) -> dict[str, date]:
    """Read the calendar back: the day of each event under its key."""
    ((_, text),) = freshness.pages(facts)
    found = Calendar.from_ical(text).walk("VEVENT")
    return {str(event["uid"]).split("@")[0]: event.decoded("dtstart") for event in found}


def test_the_calendar_has_a_day_for_all_that_ends_and_all_that_is_awaited(facts: Facts) -> None:
    found = events(facts)

    assert len(found) == len(freshness.newest(facts)) + len(facts.library.awaited)
    assert found["ends-rvu-rvu26b"] == date(2026, 12, 31)
    assert found["needed-fee-schedule-2027"] == date(2027, 1, 1)
    assert found["ends-icd10cm-2026-04"] == date(2026, 9, 30)
    assert found["needed-icd10cm-2027"] == date(2026, 10, 1)


def test_the_calendar_is_the_same_at_every_build(facts: Facts) -> None:
    assert dict(freshness.pages(facts)) == dict(freshness.pages(load(Path())))


def test_lines_of_the_calendar_are_as_long_as_its_format_allows(facts: Facts) -> None:
    ((_, text),) = freshness.pages(facts)

    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")


def test_the_newest_of_a_kind_is_the_one_that_lasts_longest(facts: Facts) -> None:
    newest = releases.newest(facts.library.releases)

    assert {"rvu/rvu26b", "icd10cm/2026-04", "hcc/v24-py2026", "hcc/v28-py2027"} <= set(newest)
    assert "rvu/rvu25d" not in newest
    assert "hcc/v28-py2026" not in newest


def test_a_release_of_an_unknown_kind_goes_by_its_folder() -> None:
    assert releases.kind("lcd/2026q4-palmetto") == "lcd"


def test_a_code_without_pairings_has_no_section_of_them(facts: Facts) -> None:
    assert diagnoses.section(facts, "97010") == ""
    assert "../../diagnoses/i69-351/" in diagnoses.section(facts, "97530")
