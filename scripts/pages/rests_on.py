"""What a code's page rests on: each source once, with its standing and how far it was read."""

from collections.abc import Iterator

from scripts.content.joined import Code
from scripts.pages import reference_rows
from scripts.pages.facts import Facts
from scripts.pages.template import render

ROOT = "../../"


def section(facts: Facts, code: Code) -> str:
    """Write the list of sources, official ones first; empty where the page says nothing."""
    keys = dict.fromkeys(_keys(facts, code))
    order = ("official", "derived", "secondary", "unverified", "disputed")
    held = [facts.library.sources[key] for key in keys]
    held.sort(key=lambda source: (order.index(source.standing), source.title))
    return render("rests_on.html", sources=held, root=ROOT) if held else ""


def _keys(facts: Facts, code: Code) -> Iterator[str]:
    for row in reference_rows.rows(facts, code):
        yield from row.sources
    for period in code.periods:
        yield from period.sources
    for text in code.texts.values():
        yield from text.sources
    for path, release in facts.library.releases.items():
        if code.periods and path.startswith("gpci/"):
            yield from release.sources
