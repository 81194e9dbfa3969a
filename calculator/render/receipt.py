"""What was found of a receipt, in words: reproduced, or which field differs and why."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from calculator.receipt import Difference
from calculator.render.markup import element, text
from calculator.words.sentences import capitalised, counted

_PLACES = re.compile(r"([a-z_0-9]+)((?:\[[0-9]+\])*)")
NAMES = {
    "lines": "claim line",
    "alternatives": "other allowed claim",
    "nets": "money of claim line",
    "net": "money of all lines",
    "remittance": "remittance of line",
    "findings": "finding",
    "doubts": "doubt",
    "unit_amounts": "amount of unit",
    "modifiers": "modifier",
    "adjustments": "adjustment",
    "says": "what is said",
    "cites": "source",
    "steps_sha256": "the reasons, step by step",
    "sentence": "the sentence",
}
CHANGED = "Data and rules are the same here, so the receipt was changed, not the calculator."
OTHER_TABLES = (
    "Data and rules are the same here. Edits and MUE stand in tables of their own: the receipt was"
    " made with those of another release, or without them."
)


class Seen(NamedTuple):
    """What came of looking at a receipt.

    `refused` says why its visit is not answered here; `figures` and `versions` are what differs;
    `answer` is the receipt's own.
    """

    is_whole: bool
    refused: tuple[str, ...]
    figures: tuple[Difference, ...]
    versions: tuple[Difference, ...]
    answer: Mapping[str, Any]

    @property
    def is_reproduced(self) -> bool:
        """Whether every figure comes out again."""
        return not self.refused and not self.figures

    def differs(self, part: str) -> bool:
        """Tell whether the versions of data, rules or engine differ."""
        return any(each.path.startswith(f"{part}.") for each in self.versions)


def sentence(seen: Seen) -> str:
    """Say the result in one sentence."""
    if seen.refused:
        return "Not reproduced: the visit of this receipt is not answered here."
    if seen.figures:
        several = "differs" if len(seen.figures) == 1 else "differ"
        return f"Not reproduced: {counted(len(seen.figures), 'field')} of the answer {several}."
    return "Reproduced: every figure of the receipt comes out again."


def in_words(seen: Seen) -> Iterator[str]:
    """Say of each figure that differs what it is, and what the receipt and the calculator have."""
    for each in seen.figures:
        if each.path == "steps_sha256":
            yield "The reasons, step by step, are worded or sourced otherwise here."
        else:
            said = f"{_value(each.was)} in the receipt, {_value(each.becomes)} here."
            yield f"{capitalised(_named(each.path))}: {said}"


def why(seen: Seen) -> Iterator[str]:
    """Say what can have made the difference, or what differs without having made one."""
    if not seen.is_whole:
        yield "The receipt was changed after it was made: its own checksum does not fit."
    if seen.differs("data"):
        yield "The data are of another release: the sha256 of reference.json differs."
    form = next((each for each in seen.versions if each.path == "rules.form"), None)
    if form:
        yield (
            f"The receipt was made from {_value(form.was)} and is looked at from"
            f" {_value(form.becomes)}: whether the rules are the same version cannot be told."
        )
    elif seen.differs("rules"):
        yield "The rules are of another version: the sha256 of the calculator’s package differs."
    if seen.differs("engine"):
        yield "Python is of another version, which by itself changes no figure."
    if seen.figures and not seen.differs("data") and not seen.differs("rules"):
        yield OTHER_TABLES if seen.is_whole else CHANGED


def region(seen: Seen) -> str:
    """Make the region "Receipt"."""
    return element(
        "section",
        element("p", text(sentence(seen)), class_="sentence"),
        *(element("p", text(each)) for each in why(seen)),
        _list((*seen.refused, *in_words(seen))),
        class_="answer",
        aria_label="What was found",
    )


def _list(said: tuple[str, ...]) -> str:
    return element("ul", *(element("li", text(each)) for each in said)) if said else ""


def _named(path: str) -> str:
    """Say a path: lines[0].unit_amounts[1] is "claim line 1, amount of unit 2"."""
    parts = []
    for name, places in _PLACES.findall(path):
        words = NAMES.get(name, name.replace("_", " "))
        numbers = [str(int(each) + 1) for each in re.findall("[0-9]+", places)]
        parts.append(" ".join((words, ", line ".join(numbers))).strip())
    return ", ".join(parts)


def _value(json_text: str | None) -> str:
    return "nothing" if json_text is None else json_text.strip('"')
