"""The glossary: every term with its own anchor, led to from all pages."""

from collections.abc import Iterator

from scripts.pages import passages
from scripts.pages.facts import Facts
from scripts.pages.subjects import Subject
from scripts.pages.template import render

ROOT = "../"


def fragments(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the list of all terms, by the alphabet, and their number."""
    terms = sorted(facts.library.glossary.values(), key=lambda term: term.term.casefold())
    yield (
        "glossary/index.html",
        render(
            "glossary.html",
            terms=terms,
            glossary=facts.library.glossary,
            sources=facts.library.sources,
            link=passages.link,
            root=ROOT,
        ),
    )
    yield "glossary/count.md", str(len(terms))


def subjects(facts: Facts) -> Iterator[Subject]:
    """Yield every term that is written in a form of its own."""
    for key, term in facts.library.glossary.items():
        if term.written:
            yield Subject("term", term.written, f"glossary/#{key}", term.means)
