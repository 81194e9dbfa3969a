"""Start and end times of a day as a table drawn on the clock, and what they show."""

from calculator.render.markup import cell, element, heads, row, text
from calculator.words.answer import Answer
from calculator.words.blocks import HOUR, Span, clock, filled, named, spans_in
from calculator.words.explained import Step
from calculator.words.visit import Service


def section(answer: Answer) -> str:
    """Make the section; empty where no service has times."""
    timed = [service for service in answer.visit.services if service.blocks]
    if not timed:
        return ""
    day = _day(timed)
    head = heads(("Service", ""), ("Times", ""), (f"{clock(day.start)} to {clock(day.end)}", "bar"))
    body = element("tbody", *(_row(each, day) for each in timed))
    name = element("caption", "Services by the clock")
    said = [element("li", _shown(step)) for step in answer.steps if step.rule == "blocks"]
    return element(
        "section",
        element("h3", "Start and end times"),
        element("table", name, head, body, class_="times"),
        element("ul", *said),
        class_="blocks",
        aria_label="Start and end times",
    )


def _shown(step: Step) -> str:
    return f"{text(step.says)} {element('span', text(step.gives), class_='note')}"


def _day(timed: list[Service]) -> Span:
    """Draw from the full hour before the first block to the one after the last."""
    start = min(block.start for service in timed for block in service.blocks)
    end = max(block.end for service in timed for block in service.blocks)
    return Span(start // HOUR * HOUR, -(-end // HOUR) * HOUR)


def _row(service: Service, day: Span) -> str:
    return row(
        element("th", text(f"{service.code} {service.discipline}"), scope="row"),
        cell(text(named(spans_in(filled(service.blocks))))),
        cell(_bar(service, day), "bar"),
    )


def _bar(service: Service, day: Span) -> str:
    drawn = [
        element(
            "rect",
            class_=block.by,
            x=block.start - day.start,
            y=1,
            width=block.end - block.start,
            height=10,
        )
        for block in service.blocks
    ]
    return element(
        "svg",
        *drawn,
        viewBox=f"0 0 {day.minutes} 12",
        preserveAspectRatio="none",
        aria_hidden="true",
    )
