"""Codes that pages name and of which nothing else is held: a line each on an index page."""

from collections.abc import Iterator

from scripts.pages.facts import Facts
from scripts.pages.subjects import Kind, Subject
from scripts.pages.template import render

ANCHOR = "named-only"
LISTS: dict[str, Kind] = {"codes": "code", "diagnoses": "diagnosis"}


def fragments(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the list below each index page's table; empty where there is none."""
    for folder in LISTS:
        listed = getattr(facts.library.outside, folder)
        yield f"outside/{folder}.md", render("outside.md", anchor=ANCHOR, listed=listed)


def subjects(facts: Facts) -> Iterator[Subject]:
    """Yield each of them under its number."""
    for folder, kind in LISTS.items():
        for each in getattr(facts.library.outside, folder):
            about = f"Nothing is held here. {each.named}"
            yield Subject(kind, (each.number,), f"{folder}/#{ANCHOR}", about)
