"""A page for each modifier, the table of all of them, and what a code's page says of them."""

from collections.abc import Iterator
from functools import partial

from scripts.content.joined import Code
from scripts.content.model.modifiers import Modifier
from scripts.content.modifier_fits import fits, unusual
from scripts.pages import corrections, examples, modifier_fits
from scripts.pages.blocks import Block, replace
from scripts.pages.facts import Facts
from scripts.pages.page import Siblings, page, siblings
from scripts.pages.subjects import Subject
from scripts.pages.template import render

ROOT = "../../"
KINDS = {
    "plan": "Plan of care",
    "assistant": "Assistants",
    "threshold": "Threshold",
    "edit": "Separate services",
    "liability": "Who pays when Medicare does not",
    "telehealth": "Telehealth",
    "payer": "Asked for by other payers",
    "site": "Hospital departments",
    "other": "Not for therapy lines",
}
FIRST = ("gp", "go", "gn", "cq", "co", "59", "xu", "95")  # within their kind; the rest by name
# Two letters that running text uses for something else: a state, a group code, a plain word.
UNSAFE = {"CO", "GA", "GT", "PN", "PO"}
TOGETHER = {"59": "59/X{EPSU}", "cq": "CQ/CO"}


def pages(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the path below docs and the Markdown of every modifier's page."""
    for modifier in facts.library.modifiers.values():
        yield f"modifiers/{modifier.key}.md", _page(facts, modifier)


def fragments(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the table of all modifiers, a row each with its own anchor."""
    held = facts.library.modifiers
    index = render("modifiers.html", kinds=_kinds(facts), named=_named(facts), count=len(held))
    yield "modifiers/index.html", index


def subjects(facts: Facts) -> Iterator[Subject]:
    """Yield every modifier under the forms that are safe in running text."""
    for modifier in facts.library.modifiers.values():
        written = [f"modifier {modifier.modifier}", f"Modifier {modifier.modifier}"]
        if modifier.modifier.isalpha() and modifier.modifier not in UNSAFE:
            written.append(modifier.modifier)
        if modifier.key in TOGETHER:
            written.append(TOGETHER[modifier.key])
        address = f"modifiers/{modifier.key}/"
        yield Subject("modifier", tuple(written), address, modifier.label)


def section(facts: Facts, code: Code) -> str:
    """Write a code's modifiers for its page: those that fit, a line each, and those that do not."""
    every = [modifier for _, group in _kinds(facts) for modifier in group]
    listed = [each for each in every if each.fits.by == "any" or fits(each, code)]
    return render(
        "code_modifiers.html",
        code=code,
        modifiers=listed,
        named=_named(facts),
        unusual=[each for each in every if unusual(each, code)],
        others=[
            each for each in every if each.fits.by in {"untimed", "none"} and each not in listed
        ],
        root=ROOT,
    )


def _named(facts: Facts) -> dict[str, Modifier]:
    """List the modifiers by what stands on a claim line, which is how a conflict names them."""
    return {each.modifier: each for each in facts.library.modifiers.values()}


def _kinds(facts: Facts) -> list[tuple[str, list[Modifier]]]:
    """List the modifiers under the title of what they are about, in the order of the titles."""
    held = sorted(facts.library.modifiers.values(), key=_place)
    return [
        (title, [modifier for modifier in held if modifier.kind == kind])
        for kind, title in KINDS.items()
    ]


def _place(modifier: Modifier) -> tuple[int, str]:
    place = FIRST.index(modifier.key) if modifier.key in FIRST else len(FIRST)
    return place, modifier.key


def _page(facts: Facts, modifier: Modifier) -> str:
    body = render(
        "modifier.md",
        modifier=modifier,
        prose=_prose(facts, modifier),
        groups=modifier_fits.groups(facts, modifier),
        sources=facts.library.sources,
        named=_named(facts),
        kind=KINDS[modifier.kind],
        root=ROOT,
    )
    title = f"Modifier {modifier.modifier}"
    return page(title, f"{title}: {modifier.label}.", body, _siblings(facts, modifier))


def _prose(facts: Facts, modifier: Modifier) -> str:
    file = f"content/modifiers/{modifier.key}.md"
    text = replace(modifier.prose, file, partial(_made, facts=facts))
    return corrections.placed(facts, text, ROOT, file)


def _made(block: Block, facts: Facts) -> str:
    return examples.made(block, facts.reference, ROOT, facts.judge)


def _siblings(facts: Facts, modifier: Modifier) -> Siblings:
    kind = KINDS[modifier.kind]
    beside = dict(_kinds(facts))[kind]
    entries = [(each.modifier, each.label, f"modifiers/{each.key}/") for each in beside]
    return siblings(kind, ("All modifiers", "modifiers/"), entries)
