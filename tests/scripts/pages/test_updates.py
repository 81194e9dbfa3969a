"""What changed: the list and the feed, with updates and without."""

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

from scripts.content.model.updates import Moves, UpdateFile
from scripts.pages import updates
from scripts.pages.facts import Facts

ATOM = "{http://www.w3.org/2005/Atom}"
REQUIRED = {"id", "title", "updated"}


def update(told: date, start: date) -> UpdateFile:
    """Make a record of an update that moved nothing."""
    return UpdateFile(
        title="RVU26C: RVUs and indicators",
        start=start,
        told=told,
        standing="derived",
        sources=("cms-rvu26b",),
        moved=Moves(),
    )


def with_updates(facts: Facts, **held: UpdateFile) -> Facts:
    """Give facts with these updates alone."""
    return replace(facts, library=replace(facts.library, updates=held))


def feed(facts: Facts) -> ET.Element:
    """Read the feed back."""
    return ET.fromstring(dict(updates.pages(facts))[updates.FEED])  # noqa: S314  our own text


def texts(element: ET.Element, name: str) -> list[str]:
    """List the texts of an element's children of a name."""
    return [each.text or "" for each in element.findall(f"{ATOM}{name}")]


def test_entries_come_the_newest_first_with_all_that_the_format_asks_for(facts: Facts) -> None:
    two = with_updates(
        facts,
        older=update(date(2026, 7, 2), date(2026, 7, 1)),
        newer=update(date(2026, 10, 2), date(2026, 10, 1)),
    )
    read = feed(two)
    entries = read.findall(f"{ATOM}entry")

    assert texts(read, "updated") == ["2026-10-02T00:00:00Z"]
    assert [each.find(f"{ATOM}link").get("href") for each in entries] == ["newer/", "older/"]  # type: ignore[union-attr]  # an entry without one fails here
    for each in (read, *entries):
        assert {child.tag.removeprefix(ATOM) for child in each} >= REQUIRED
    ids = [texts(each, "id")[0] for each in (read, *entries)]
    assert len({*ids}) == 3
    assert all(each.startswith("urn:uuid:") for each in ids)


def test_an_entry_keeps_its_id_whatever_comes_after_it(facts: Facts) -> None:
    first = update(date(2026, 7, 2), date(2026, 7, 1))
    alone = feed(with_updates(facts, first=first))
    joined = feed(with_updates(facts, first=first, second=update(date.max, date.max)))

    assert texts(alone[-1], "id") == texts(joined[-1], "id")
    assert texts(alone, "id") == texts(joined, "id")


def test_without_an_update_the_list_says_so_and_the_feed_bears_the_last_day_read(
    facts: Facts,
) -> None:
    none = with_updates(facts)
    last = max(source.seen.on for source in facts.library.sources.values())

    assert "No update is recorded yet" in dict(updates.fragments(none))["updates/index.html"]
    assert feed(none).findall(f"{ATOM}entry") == []
    assert texts(feed(none), "updated") == [f"{last}T00:00:00Z"]


def test_an_update_that_moved_nothing_says_so(facts: Facts) -> None:
    one = with_updates(facts, one=update(date(2026, 7, 2), date(2026, 7, 1)))

    assert '<p class="lede">Nothing moved.</p>' in dict(updates.pages(one))["updates/one.md"]
