"""Where authorities differ, shown: for each point both results, and why the answer uses one."""

from calculator.disagreements import Disagreement
from calculator.reference.bundle import Reference
from calculator.render.markup import cell, element, heads, row, scroller, source, text
from calculator.words.explained import Step

TITLES = {
    "counting": "How minutes are counted",
    "assistants": "What an assistant’s units are reduced on",
    "accrual": "What counts towards the KX threshold",
}
HEAD = heads(("Point", ""), ("Used here", ""), ("The other reading", ""), ("Why", ""))


def region(differing: tuple[Disagreement, ...], reference: Reference, root: str) -> str:
    """Make the section "Where authorities differ"; nothing where they agree about the visit."""
    if not differing:
        return ""
    rows = [
        row(
            element("th", text(TITLES[each.about]), scope="row"),
            _reading(each.used, reference, root),
            _reading(each.other, reference, root),
            cell(f"{text(each.why.says)} {_cites(each.why.cites, reference, root)}"),
        )
        for each in differing
    ]
    table = element("table", HEAD, element("tbody", *rows), class_="figures differences")
    return element(
        "section",
        element("h3", "Where authorities differ"),
        scroller(table, "Where authorities differ, point by point"),
        class_="where-they-differ",
        aria_label="Where authorities differ",
    )


def lines(differing: tuple[Disagreement, ...]) -> list[str]:
    """Write the same as text, two readings and a reason for each point."""
    told = [
        (
            f"{TITLES[each.about]}.",
            f"  Used here: {each.used.says} {each.used.gives}.",
            f"  The other reading: {each.other.says} {each.other.gives}.",
            f"  {each.why.says}",
        )
        for each in differing
    ]
    return ["Where authorities differ", *(line for point in told for line in point)] if told else []


def _reading(step: Step, reference: Reference, root: str) -> str:
    gives = element("b", text(step.gives))
    return cell(f"{text(step.says)} {gives} {_cites(step.cites, reference, root)}")


def _cites(keys: tuple[str, ...], reference: Reference, root: str) -> str:
    cited = ", ".join(source(key, reference, root) for key in keys)
    return element("span", cited, class_="cites")
