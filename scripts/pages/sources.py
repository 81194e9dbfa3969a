"""A page for each source, and the index of all of them with how far each was read."""

from collections.abc import Iterator

from scripts.pages import resting
from scripts.pages.facts import Facts
from scripts.pages.page import page
from scripts.pages.subjects import Subject
from scripts.pages.template import render

ROOT = "../../"


def pages(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the path below docs and the Markdown of every source's page."""
    for key, source in facts.library.sources.items():
        body = render(
            "source.md", source=source, cited=resting.entries(facts.library, source), root=ROOT
        )
        description = f"What was read of it: {source.title}."
        yield f"sources/{key}.md", page(source.title, description, body)


def subjects(facts: Facts) -> Iterator[Subject]:
    """Yield every source under its title."""
    for key, source in facts.library.sources.items():
        yield Subject("source", (source.title,), f"sources/{key}/", source.says or source.title)


def fragments(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the tables of what was read and of what was settled here."""
    yield "sources/index.html", _index(facts)


def _index(facts: Facts) -> str:
    every = sorted(facts.library.sources.values(), key=lambda source: source.title.casefold())
    return render(
        "sources.html",
        read=[source for source in every if not source.settled],
        settled=[source for source in every if source.settled],
    )
