"""Which pages read otherwise, and which prose disagrees with what the calculator answers now.

Every page is written from both states, as the build writes it before mentions are linked: a page
moved where its own text did, with the fragments that it includes.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.content.prose import INCLUDE
from scripts.impact.state import State
from scripts.pages.assemble import FRAGMENTS, PAGES, worked_out
from scripts.pages.crosslinks import address
from scripts.pages.facts import Facts
from scripts.stages import Refused

DAY = re.compile(r"\d{4}-\d{2}-\d{2}|[A-Z][a-z]{2} \d{1,2}, \d{4}")
# What the pages' programs fetch, and the reports themselves.
LEFT_OUT = ("assets/", "updates/")
HOME = "./"
Made = Callable[[Facts], Iterator[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Site:
    """The text of every page by its address, and what stopped a page from being written."""

    texts: dict[str, str]
    disagreements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """Addresses of pages that read otherwise, and the number of those where only days do."""

    moved: tuple[str, ...]
    dated: int


def written(state: State, root: Path) -> Site:
    """Write every page; what disagrees is kept, and the page goes without it."""
    said: list[str] = []
    fragments = dict(_made(FRAGMENTS, state.facts, said))
    pages, disagreeing = worked_out(root, state.facts)
    texts = {name: _included(text, fragments) for name, text in pages.items()}
    texts |= dict(_made(PAGES, state.facts, said))
    every = (line for each in (*said, *disagreeing) for line in each.split("\n"))
    return Site(
        {
            address(name) or HOME: text
            for name, text in texts.items()
            if not name.startswith(LEFT_OUT)
        },
        tuple(dict.fromkeys(every)),
    )


def _made(makers: Iterable[Made], facts: Facts, said: list[str]) -> Iterator[tuple[str, str]]:
    for maker in makers:
        try:
            yield from maker(facts)
        except Refused as refused:
            said.append(str(refused))


def _included(text: str, fragments: dict[str, str]) -> str:
    return INCLUDE.sub(lambda found: fragments.get(found[1], ""), text)


def compared(before: State, after: State, old: Site, new: Site) -> Compared:
    """Hold the pages of both states against each other."""
    plain = _without_releases(before, after)
    differing = [
        each for each in sorted(old.texts.keys() | new.texts.keys()) if _differs(each, old, new)
    ]
    # The page of an example that disagrees could not be written: it reads otherwise.
    moved = [
        each
        for each in differing
        if each not in old.texts
        or each not in new.texts
        or plain(old.texts[each]) != plain(new.texts[each])
    ]
    return Compared(tuple(moved), len(differing) - len(moved))


def _differs(page: str, old: Site, new: Site) -> bool:
    return old.texts.get(page) != new.texts.get(page)


def _without_releases(before: State, after: State) -> Callable[[str], str]:
    """Make what takes the names and days of releases out of a text."""
    held = (*before.content.tables(), *after.content.tables())
    names = sorted({table.release.release for table in held}, key=len, reverse=True)
    known = re.compile("|".join((DAY.pattern, *map(re.escape, names))))
    return lambda text: known.sub("", text)
