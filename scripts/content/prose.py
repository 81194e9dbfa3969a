"""The long text of a code: Markdown beside its YAML, fixed headings, plain words below them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

# Heading in the file and on the page, and the page's anchor; texts keep this order.
HEADINGS = {
    "What it is": "description",
    "What it is not for": "not-for",
    "What the note has to show": "note",
    "Bundling and time": "bundling",
    "When it is used": "contexts",
    "Activities": "activities",
    "What it includes": "includes",
}
# Figures that content or the calculator holds: dollars, shares, factors, minutes and units.
TYPED = re.compile(r"\$ ?\d|\d+\.\d{2,}|\d ?%|\b\d+ (?:minutes?|units?)\b")
# A code's base is its name, not a figure; so is a diagnosis.
BASE = re.compile(r"\b15-minute\b|\b15 minutes\b|\b[A-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4}x?\b")
INCLUDE = re.compile(r"\{!\s*(\S+?)\s*!\}")
ENTRY = re.compile(r"^### (?P<title>.+?)(?: \{#(?P<anchor>[a-z0-9-]+)\})?$")


@dataclass(frozen=True, slots=True)
class Entry:
    """A paragraph, or with a title and an anchor several of them; with `items`, a list."""

    line: int
    title: str = ""
    anchor: str = ""
    paragraphs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading of the file, and the line of the heading."""

    heading: str
    line: int
    entries: tuple[Entry, ...]


def parse(text: str) -> tuple[Section, ...]:
    """Split a text at its headings; words before the first stand under an empty one."""
    found: list[tuple[str, int, list[tuple[int, str]]]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("## "):
            found.append((line.removeprefix("## ").strip(), number, []))
            continue
        if not found:
            if not line.strip():
                continue
            found.append(("", number, []))
        found[-1][2].append((number, line))
    return tuple(Section(head, at, tuple(_entries(lines))) for head, at, lines in found)


def typed(line: str) -> str | None:
    """Find a figure that somebody typed in a line, where an include would compute it."""
    found = TYPED.search(BASE.sub("", INCLUDE.sub("", line)))
    return found[0] if found else None


def _entries(lines: list[tuple[int, str]]) -> Iterator[Entry]:
    """Yield the blocks under a heading; those below a title belong to it."""
    title: Entry | None = None
    for at, block in _blocks(lines):
        match = ENTRY.match(block)
        if match:
            if title:
                yield title
            title = Entry(at, match["title"], match["anchor"] or "")
        elif title:
            title = Entry(title.line, title.title, title.anchor, (*title.paragraphs, block))
        elif block.startswith("* "):
            items = re.split(r"(?:^| )\* ", block)[1:]
            yield Entry(at, items=tuple(items))
        else:
            yield Entry(at, paragraphs=(block,))
    if title:
        yield title


def _blocks(lines: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield what blank lines set apart, each as one line with the number of its first."""
    for full, group in groupby(lines, key=lambda each: bool(each[1].strip())):
        block = list(group)
        if full:
            yield block[0][0], " ".join(line.strip() for _, line in block)
