"""Codes that pages name and of which nothing else is held: a line each on an index page."""

from collections.abc import Iterator

from scripts.content.library import Library
from scripts.content.model.outside import Outside
from scripts.pages.facts import Facts
from scripts.pages.mentions import SHAPE
from scripts.pages.subjects import Kind, Subject
from scripts.pages.template import render

LISTS: dict[str, Kind] = {"codes": "code", "diagnoses": "diagnosis"}
EDITS, POLICIES = "In NCCI edits beside a code of the family.", "In the NCCI policy manual."


def fragments(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the list below each index page's table; empty where there is none."""
    for folder in LISTS:
        listed = _listed(facts.library, folder)
        yield f"outside/{folder}.md", render("outside.md", anchor=anchor, listed=listed)


def anchor(number: str) -> str:
    """Return the id of a number's row: `named-z51-89` for Z51.89."""
    return f"named-{number.lower().replace('.', '-')}"


def subjects(facts: Facts) -> Iterator[Subject]:
    """Yield each of them under its number."""
    for folder, kind in LISTS.items():
        for each in _listed(facts.library, folder):
            about = f"Nothing is held here. {each.named}"
            yield Subject(kind, (each.number,), f"{folder}/#{anchor(each.number)}", about)


def _listed(library: Library, folder: str) -> list[Outside]:
    """List what is named, by number: edits and policies name codes that have no file."""
    listed = {each.number: each for each in getattr(library.outside, folder)}
    if folder == "codes":
        for number, named in _in_pairs(library):
            if number not in library.codes and SHAPE.fullmatch(number):
                listed.setdefault(number, Outside(number=number, named=named))
    return [listed[number] for number in sorted(listed)]


def _in_pairs(library: Library) -> Iterator[tuple[str, str]]:
    for table in library.ptp:
        for row in table.rows:
            yield from ((code, EDITS) for code in (row.column_one, row.column_two))
    for policy in library.policies.values():
        yield from ((code, POLICIES) for code in (*policy.first, *policy.second))
