"""The day that a year's prices are shown for."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from scripts.pages.facts import load


def test_a_year_is_priced_on_the_first_day_of_its_newest_release() -> None:
    facts = load(Path())
    first = facts.library.releases["rvu/rvu26b"]
    july = first.model_copy(update={"start": date(2026, 7, 1)})
    releases = {**facts.library.releases, "rvu/rvu26c": july}

    split = replace(facts, library=replace(facts.library, releases=releases))

    assert [year.priced_on for year in facts.years] == [date(2026, 1, 1), date(2025, 1, 1)]
    assert [year.priced_on for year in split.years] == [date(2026, 7, 1), date(2025, 1, 1)]
