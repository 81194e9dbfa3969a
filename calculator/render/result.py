"""The region "Answer", and what of it stands first: sentence, lines, tie, findings, money.

What comes after that has its places here, each with its name; render/reasons.py fills them.
"""

from collections.abc import Mapping

from calculator.reference.bundle import Reference
from calculator.render import claim_lines, money, sentence, why
from calculator.render.markup import element, text
from calculator.words.answer import Answer
from calculator.words.sentences import counted, listed

OTHERS, MINUTES, FURTHER = "others", "minutes", "below"
NONE: Mapping[str, str] = {}


def region(
    answer: Answer,
    reference: Reference,
    root: str,
    parts: Mapping[str, str] = NONE,
    *,
    asks: bool = False,
) -> str:
    """Make the region; `root` leads from the page to the site's root, as `../../`.

    `parts` is what else there is, by name. A part that is not there leaves its place. `asks` tells
    whether the page can ask again: it has buttons then that show another allocation as the claim.
    """
    lines = claim_lines.table(answer.lines, answer.visit, reference, root, "Claim lines")
    return element(
        "section",
        element("h2", "Answer"),
        element("p", text(sentence.whole(answer)), class_="sentence"),
        element("p", text(sentence.visit(answer, reference)), class_="asked"),
        lines,
        _ties(answer, _place(OTHERS, parts), asks=asks) if answer.choices else "",
        why.findings(answer.findings, reference, root),
        _place(MINUTES, parts),
        money.section(answer, reference, root),
        _place(FURTHER, parts),
        class_="answer",
        aria_label="Answer",
    )


def _place(name: str, parts: Mapping[str, str]) -> str:
    return element("div", parts.get(name, ""), class_=name, data_part=name)


def _ties(answer: Answer, others: str, *, asks: bool) -> str:
    what = counted(answer.allocations - 1, "other allowed claim")
    said = [
        element("p", element("strong", "Tie."), " ", text(sentence.tie(answer, choice)))
        for choice in answer.choices
    ]
    shown = element("details", element("summary", f"Show {what}"), others)
    switch = _switch(answer) if asks else ""
    return element("div", *said, switch, shown, class_="tie", role="note", aria_label="Tie")


def _switch(answer: Answer) -> str:
    """Make a button for each other allocation, in the order of the count, whatever it pays."""
    last = "the last unit" if sum(choice.left for choice in answer.choices) == 1 else "what is tied"
    buttons = [
        element("button", text(f"Show {last} on {listed(names)}"), type="button", data_way=way)
        for way, names in enumerate(answer.destinations)
        if way != answer.way
    ]
    return element("p", " ".join(buttons), class_="switch")
