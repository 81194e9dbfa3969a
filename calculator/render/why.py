"""The reasons of an answer: one disclosure a step, with its rule and its sources."""

from calculator.reference.bundle import Reference
from calculator.render.markup import element, link, source, text
from calculator.words.explained import Finding, Step


def reasons(steps: tuple[Step, ...], reference: Reference, root: str) -> str:
    """Make the list of steps, all closed, in the order in which they were worked out."""
    items = [element("li", _step(step, reference, root)) for step in steps]
    return element(
        "section", element("h3", "Why"), element("ol", *items), class_="why", aria_label="Why"
    )


def findings(found: tuple[Finding, ...], reference: Reference, root: str) -> str:
    """Make the list of what the reader has to know besides the lines."""
    items = [element("li", text(each.says), " ", _cited(each, reference, root)) for each in found]
    return element("ul", *items, class_="findings") if items else ""


def _step(step: Step, reference: Reference, root: str) -> str:
    rule = reference.rules[step.rule]
    stated = f"{text(rule.states)} {link(f'{root}rules/{step.rule}/', rule.title)}"
    cited = [(reference.sources[key].settled, source(key, reference, root)) for key in step.cites]
    rows = [("Rule", stated)]
    rows += [("Source", words) for settled, words in cited if not settled]
    rows += [("Settled here", words) for settled, words in cited if settled]
    details = [element("div", element("dt", name), element("dd", words)) for name, words in rows]
    summary = element(
        "summary",
        element("span", text(step.says), class_="says"),
        element("span", text(step.gives), class_="gives"),
    )
    return element("details", summary, element("dl", *details))


def _cited(finding: Finding, reference: Reference, root: str) -> str:
    cited = ", ".join(source(key, reference, root) for key in finding.cites)
    return element("span", cited, class_="cites")
