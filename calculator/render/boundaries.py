"""How far the documented minutes lie from either boundary, shown as a fact for whoever checks."""

from calculator.reference.bundle import Reference
from calculator.render.markup import element, source, text
from calculator.words.explained import Step


def region(steps: tuple[Step, ...], reference: Reference, root: str) -> str:
    """Make the section "Boundaries"; nothing where no minutes were counted."""
    if not steps:
        return ""
    items = [
        element(
            "li",
            text(step.says),
            " ",
            element(
                "span",
                ", ".join(source(key, reference, root) for key in step.cites),
                class_="cites",
            ),
        )
        for step in steps
    ]
    return element(
        "section",
        element("h3", "Boundaries"),
        element("ul", *items),
        class_="boundaries",
        aria_label="Boundaries",
    )
