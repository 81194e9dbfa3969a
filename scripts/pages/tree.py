"""The whole chapter as a tree: groups with the range of their codes, codes with label and price."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from scripts.content.joined import Code
from scripts.content.model import Group
from scripts.pages import prices
from scripts.pages.facts import Facts
from scripts.pages.subjects import Subject
from scripts.pages.template import render

ROOT = "../../"
KIND = re.compile(r"^([A-Z]?)\d+([A-Z]?)$")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A code with its price in dollars; `left_out` where the corrected page does not have it."""

    code: Code
    amount: Decimal | None
    left_out: bool


@dataclass(frozen=True, slots=True)
class Branch:
    """A group with what lies below it, and the range of all the codes in it."""

    group: Group
    codes: tuple[Leaf, ...]
    branches: tuple["Branch", ...]
    span: str

    @property
    def count(self) -> int:
        """The number of codes in it, at every depth."""
        return len(self.codes) + sum(branch.count for branch in self.branches)


def branches(facts: Facts, parent: str | None = None) -> tuple[Branch, ...]:
    """Build what lies below a group (its key), or all from the top."""
    return tuple(_branch(facts, group) for group in facts.library.groups_in(parent))


def path(facts: Facts, whole: tuple[Branch, ...], code: Code) -> list[Branch]:
    """List the branches of the whole tree from the top down to the one that holds a code."""
    above = {group.key: group.parent for group in facts.library.groups}
    keys: list[str] = []
    climbed: str | None = code.group.key
    while climbed is not None:
        keys.insert(0, climbed)
        climbed = above[climbed]
    found: list[Branch] = []
    for key in keys:
        below = found[-1].branches if found else whole
        found.append(next(each for each in below if each.group.key == key))
    return found


def held(branch: Branch) -> list[str]:
    """List the codes of a branch, at every depth."""
    own = [leaf.code.code for leaf in branch.codes]
    return own + [code for below in branch.branches for code in held(below)]


def _branch(facts: Facts, group: Group) -> Branch:
    below = branches(facts, group.key)
    leaves = tuple(_leaf(facts, code) for code in facts.library.codes_in(group.key))
    made = Branch(group, leaves, below, "")
    return Branch(group, leaves, below, span(held(made)))


def _leaf(facts: Facts, code: Code) -> Leaf:
    amount = prices.amount(facts.reference, code.code, facts.now.priced_on)
    return Leaf(code, amount, code.code not in facts.library.listed)


def span(codes: Iterable[str]) -> str:
    """Write the range of codes, each kind of number by itself: 97010–97028, G0281–G0329."""
    kinds: dict[str, list[str]] = {}
    for code in sorted(codes):
        match = KIND.match(code)
        kind = (match[1] or match[2]) if match else ""
        kinds.setdefault(kind, []).append(code)
    return ", ".join(
        each[0] if len(each) == 1 else f"{each[0]}–{each[-1]}"
        for _, each in sorted(kinds.items(), key=lambda item: item[0])
    )


def subjects(_: Facts) -> Iterator[Subject]:
    """Yield the tree under its name."""
    yield Subject("page", ("code tree",), "codes/tree/", "All codes in their groups.")


def fragments(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the tree of all codes, and how many of them the corrected page leaves out."""
    yield (
        "codes/tree.html",
        render("tree.html", branches=branches(facts), root=ROOT, newest=facts.now),
    )
    missing = len(facts.library.codes) - len(facts.library.listed)
    yield "codes/left-out.md", str(missing)
    yield "codes/listed.md", str(len(facts.library.listed))
