"""Start and end times of a day, as a table drawn on the clock, with what is apart and what is not."""

from calculator.render.markup import cell, element, heads, row, text
from calculator.rules.blocks import Row, Times
from calculator.words.blocks import HOUR, Span, clock, filled, named, spans_in


def section(rows: tuple[Row, ...], times: Times) -> str:
    """Make the section; empty where no service has times."""
    timed = [each for each in rows if each.blocks]
    if not timed:
        return ""
    day = _day(timed)
    head = heads(("Service", ""), ("Times", ""), (f"{clock(day.start)} to {clock(day.end)}", "bar"))
    body = element("tbody", *(_row(each, day) for each in timed))
    name = element("caption", "Start and end times")
    return element(
        "section",
        element("h3", "Start and end times"),
        element("table", name, head, body, class_="times"),
        _said(times),
        class_="blocks",
        aria_label="Start and end times",
    )


def _day(rows: list[Row]) -> Span:
    """Draw from the full hour before the first block to the one after the last."""
    start = min(block.start for row in rows for block in row.blocks)
    end = max(block.end for row in rows for block in row.blocks)
    return Span(start // HOUR * HOUR, -(-end // HOUR) * HOUR)


def _row(given: Row, day: Span) -> str:
    return row(
        element("th", text(given.code), scope="row"),
        cell(text(named(spans_in(filled(given.blocks))))),
        cell(_bar(given, day), "bar"),
    )


def _bar(given: Row, day: Span) -> str:
    drawn = [
        element("rect", class_=block.by, x=start, y=1, width=end - start, height=10)
        for block in given.blocks
        for start, end in [(block.start - day.start, block.end - day.start)]
    ]
    return element(
        "svg",
        *drawn,
        viewBox=f"0 0 {day.minutes} 12",
        preserveAspectRatio="none",
        aria_hidden="true",
    )


def _said(times: Times) -> str:
    evidence = [(pair.says, "separate times") for pair in times.apart]
    against = [(pair.says, "at the same time") for pair in (*times.together, *times.co_treatment)]
    if times.gaps:
        gaps = f"Between the first block and the last, {named(times.gaps)} belong to no service."
        against.append((gaps, "no service"))
    items = [
        element("li", text(says), " ", element("span", mark, class_="note"))
        for says, mark in (*evidence, *against)
    ]
    return element("ul", *items) if items else ""
