"""The unit chart, and what one to six units of a code come to."""

from calculator.words.quarter_hours import boundaries
from scripts.content.joined import Code
from scripts.pages import visits
from scripts.pages.facts import Facts
from scripts.pages.template import render

CHARTED = 8  # the manual prints its chart this far
PRICED = 6


def by_minutes(code: Code) -> bool:
    """Tell whether a code's units are worked out from minutes, alone or as one of a pair."""
    return code.time.timing in {"quarter_hour", "first_of_pair", "further_of_pair"}


def chart() -> str:
    """Write the chart of total timed minutes and units."""
    return render("chart.html", rows=[(count, *boundaries(count)) for count in range(CHARTED + 1)])


def one_to_six(facts: Facts, code: Code) -> str:
    """Write what one to six units come to, alone in a visit; empty for codes not counted so."""
    if code.time.timing != "quarter_hour":
        return ""
    rows = [_row(facts, code, count) for count in range(1, PRICED + 1)]
    periods = list(reversed(code.periods))
    return render("counts.html", code=code, rows=rows, years=facts.years, periods=periods)


def amounts(facts: Facts, code: Code) -> list[str]:
    """List what one to six units come to in every year; none for codes not counted so."""
    if code.time.timing != "quarter_hour":
        return []
    rows = (_row(facts, code, count) for count in range(1, PRICED + 1))
    return [amount for _, _, row in rows for amount in row if amount is not None]


def _row(facts: Facts, code: Code, count: int) -> tuple[int, tuple[int, int], list[str | None]]:
    fewest, most = boundaries(count)
    unusual = code.unusual_for.disciplines if code.unusual_for else ()
    plan = next(each for each in ("PT", "OT", "SLP") if each not in unusual)
    amounts: list[str | None] = []
    for year in facts.years:
        held = facts.reference.codes[code.code].valuations.held(year.priced_on)
        service = {"code": code.code, "minutes": fewest}
        asked = visits.visit([service], date=str(year.priced_on), discipline=plan)
        amounts.append(visits.answer(facts.reference, asked)["allowed"] if held else None)
    return count, (fewest, most), amounts
