"""What the record has to hold for a claim: under each reason its demands, with their sources."""

from collections.abc import Iterator
from itertools import groupby

from calculator.reference.bundle import Reference
from calculator.render.markup import element, source, standing, text
from calculator.words.answer import Due

NAMED = "What the record has to hold"
NOT_SEEN = "The record itself is not seen here: whether it holds all this is not known."


def section(due: tuple[Due, ...], reference: Reference, root: str) -> str:
    """Make the section; empty where nothing is billed."""
    if not due:
        return ""
    parts = []
    for why, same in groupby(due, lambda each: each.why):
        demands = [element("dd", _demand(each, reference, root)) for each in same]
        parts.append(element("div", element("dt", text(why)), *demands))
    return element(
        "section",
        element("h3", NAMED),
        element("dl", *parts),
        element("p", NOT_SEEN, class_="note"),
        class_="checklist",
        aria_label=NAMED,
    )


def lines(due: tuple[Due, ...]) -> Iterator[str]:
    """Write the same as text."""
    if due:
        yield f"{NAMED}:"
    for why, same in groupby(due, lambda each: each.why):
        yield f"  {why}"
        yield from (f"  - {each.says} ({each.standing})" for each in same)


def _demand(due: Due, reference: Reference, root: str) -> str:
    cited = ", ".join(source(key, reference, root) for key in due.sources)
    says = f"{text(due.says)} {standing(due.standing)}"
    return f"{says} {element('span', cited, class_='cites')}"
