"""Visits in order of claim receipt, shown: one row for each bucket that a claim adds to."""

from collections.abc import Iterator

from calculator.reference.bundle import Reference
from calculator.render.markup import cell, element, heads, row, scroller, source, text
from calculator.sequence import Received, Running
from calculator.words.claim import Line, written
from calculator.words.money import plain

HEAD = heads(
    ("Claim", ""),
    ("Date of service", "date"),
    ("Lines", ""),
    ("Bucket", ""),
    ("Used before", "number"),
    ("This claim", "number"),
    ("Used after", "number"),
    ("Left below the threshold", "number"),
    ("KX", ""),
    ("Deductible left", "number"),
)
ORDER = (
    "Claims count in the order in which they were received, whatever their dates of service; each"
    " calendar year has its own totals."
)


def sentence(received: tuple[Received, ...]) -> str:
    """Say where KX begins and where the review amount is passed, bucket by bucket."""
    told = [each for place, visit in enumerate(received, 1) for each in _events(place, visit)]
    return " ".join(told) or "No claim carries KX, and no review amount is passed."


def _events(place: int, received: Received) -> Iterator[str]:
    year = received.answer.visit.day.year
    for each in received.buckets:
        if each.kx_begins:
            yield f"{each.bucket}, {year}: KX begins with claim {place}."
        if each.review_passed:
            yield f"{each.bucket}, {year}: claim {place} passes the review amount."


def region(received: tuple[Received, ...], reference: Reference, root: str) -> str:
    """Make the region "Sequence"; `root` leads from the page to the site's root."""
    rows = [line for place, visit in enumerate(received, 1) for line in _rows(place, visit)]
    steps = [step for visit in received for step in visit.steps]
    items = [
        element(
            "li",
            f"{text(step.says)} ",
            element("span", _sources(step.cites, reference, root), class_="cites"),
        )
        for step in steps
    ]
    named = "Claims in order of receipt"
    name = element("caption", named)
    table = element("table", name, HEAD, element("tbody", *rows), class_="figures")
    return element(
        "section",
        element("h3", text(sentence(received)), class_="verdict"),
        scroller(table, named),
        element("p", ORDER, class_="note"),
        element("details", element("summary", "Why"), element("ol", *items), class_="plain"),
        class_="sequence",
        aria_label="Sequence",
    )


def _sources(cites: tuple[str, ...], reference: Reference, root: str) -> str:
    return ", ".join(source(key, reference, root) for key in cites)


def _rows(place: int, received: Received) -> Iterator[str]:
    left = plain(received.deductible_remaining)
    head = (
        element("th", str(place), scope="row"),
        cell(str(received.answer.visit.day), "date"),
        cell(", ".join(map(_line, received.answer.lines)) or "no line"),
    )
    for each in received.buckets:
        yield row(*head, *_bucket(each), cell(left, "number"))
    if not received.buckets:
        yield row(*head, *(cell("—") for _ in range(6)), cell(left, "number"))


def _line(line: Line) -> str:
    return element("span", text(written((line,))), class_="line")


def _bucket(running: Running) -> tuple[str, ...]:
    marks = [
        "begins" if running.kx_begins else "yes" if running.carries_kx else "no",
        *(["review amount passed"] if running.review_passed else []),
    ]
    added = f"{plain(running.added)}{' and an amount not known' if running.unknown else ''}"
    return (
        cell(running.bucket),
        cell(plain(running.before), "number"),
        cell(added, "number"),
        cell(plain(running.after), "number"),
        cell(plain(running.remains), "number"),
        cell(", ".join(marks)),
    )
