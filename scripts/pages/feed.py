"""An Atom feed (RFC 4287): the same at every build, its days those of the content.

Written with the standard library: a feed is a dozen elements, and the libraries for it bring an XML
engine of their own and stamp it with the clock. `links` are relative to the feed's own address, as
the site works in any folder; ids are UUIDs of the entries' keys, so they stay when the site moves.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as ET

ATOM = "http://www.w3.org/2005/Atom"
SPACE = uuid.UUID("6f0d3a54-2b1e-4c47-9a0e-5d8b7c1e9f23")  # drawn once; every id hangs on it
AUTHOR = "Therapy Coding Reference"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that was told on a day. `link` is relative to the feed's address."""

    key: str
    title: str
    told: date
    summary: str
    link: str


def written(key: str, title: str, home: str, entries: Iterable[Entry], empty: date) -> str:
    """Write a feed, the newest first; `empty` is its day where there is no entry."""
    ordered = sorted(entries, key=lambda each: (each.told, each.key), reverse=True)
    # Names carry the namespace as an attribute, so that no prefix is registered for everybody.
    feed = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "en"})
    _text(feed, "id", _id(key))
    _text(feed, "title", title)
    _text(feed, "updated", _instant(ordered[0].told if ordered else empty))
    _text(ET.SubElement(feed, "author"), "name", AUTHOR)
    ET.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": home})
    for each in ordered:
        entry = ET.SubElement(feed, "entry")
        _text(entry, "id", _id(f"{key}/{each.key}"))
        _text(entry, "title", each.title)
        _text(entry, "updated", _instant(each.told))
        ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": each.link})
        _text(entry, "summary", each.summary)
    ET.indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="unicode") + "\n"


def _id(key: str) -> str:
    return uuid.uuid5(SPACE, key).urn


def _instant(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text
