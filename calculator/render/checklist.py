"""What the record has to hold for a claim, as a list with the reason and sources of each demand."""

from calculator.reference.bundle import Reference
from calculator.render.markup import element, source, standing, text
from calculator.words.answer import Due

NOT_SEEN = "The record itself is not seen here: whether it holds these things is yours to look up."


def section(due: tuple[Due, ...], reference: Reference, root: str) -> str:
    """Make the section; empty where nothing is billed."""
    if not due:
        return ""
    items = [element("li", _demand(each, reference, root)) for each in due]
    return element(
        "section",
        element("h3", "What the record has to hold"),
        element("ul", *items),
        element("p", NOT_SEEN, class_="note"),
        class_="checklist",
        aria_label="What the record has to hold",
    )


def _demand(due: Due, reference: Reference, root: str) -> str:
    cited = ", ".join(source(key, reference, root) for key in due.sources)
    return " ".join(
        (
            text(due.says),
            standing(due.standing),
            element("span", text(due.why), class_="note"),
            element("span", cited, class_="cites"),
        )
    )
