"""What changed: a page for each update of content/updates/, the list of all, and a feed of them."""

from collections.abc import Iterator
from itertools import groupby

from scripts.content.model.updates import UpdateFile
from scripts.pages import feed, moves
from scripts.pages.facts import Facts
from scripts.pages.page import page
from scripts.pages.subjects import Subject
from scripts.pages.template import render

ROOT = "../../"
FEED = "updates/feed.xml"
TITLE = "Therapy coding: what changed"
Keyed = tuple[str, UpdateFile]


def pages(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the path below docs and the Markdown of every update's page, and the feed."""
    library = facts.library
    places = {key: place.name for key, place in library.localities.items()}
    for key, update in library.updates.items():
        body = render(
            "update.md",
            update=update,
            summary=moves.summary(update.moved),
            sections=list(moves.sections(update.moved, places)),
            sources=library.sources,
            root=ROOT,
        )
        yield f"updates/{key}.md", page(update.title, _about(update), body)
    yield FEED, _feed(facts)


def fragments(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the list of all updates by quarter, the newest first."""
    ordered = sorted(
        facts.library.updates.items(), key=lambda item: (item[1].start, item[0]), reverse=True
    )
    quarters = [
        (name, [(key, each, moves.summary(each.moved)) for key, each in held])
        for name, held in groupby(ordered, key=_quarter)
    ]
    yield "updates/index.html", render("updates.html", quarters=quarters)


def subjects(_: Facts) -> Iterator[Subject]:
    """Yield the list under its name."""
    about = "What each official file moved when it was taken in: figures, edits, prices, answers."
    yield Subject("page", ("what changed this quarter",), "updates/", about)


def _quarter(item: Keyed) -> str:
    start = item[1].start
    return f"{start.year}, quarter {(start.month + 2) // 3}"


def _about(update: UpdateFile) -> str:
    return f"What {update.title} moved, for dates of service from {update.start}."


def _feed(facts: Facts) -> str:
    entries = [
        feed.Entry(
            key=key,
            title=f"{update.title}, from {update.start}",
            told=update.told,
            summary=moves.summary(update.moved),
            link=f"{key}/",
        )
        for key, update in facts.library.updates.items()
    ]
    last_read = max(source.seen.on for source in facts.library.sources.values())
    return feed.written("updates", TITLE, "./", entries, last_read)
