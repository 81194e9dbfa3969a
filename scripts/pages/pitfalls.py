"""The pitfalls that name a code, for that code's page."""

import re
from collections.abc import Iterator
from pathlib import Path

from scripts.pages.mentions import SHAPE
from scripts.pages.template import render

WRITTEN = "docs/pitfalls/index.md"
HEADING = re.compile(r"^## (?P<title>.+?) \{ ?#(?P<anchor>[\w-]+) ?\}$", re.MULTILINE)

Pitfall = tuple[str, str, frozenset[str]]  # title, anchor, the codes that it names


def read(root: Path) -> tuple[Pitfall, ...]:
    """Read the titles of the written page, and which codes stand below each."""
    return tuple(_read((root / WRITTEN).read_text(encoding="utf-8")))


def _read(text: str) -> Iterator[Pitfall]:
    heads = [*HEADING.finditer(text)]
    ends = [*(head.start() for head in heads[1:]), len(text)]
    for head, end in zip(heads, ends, strict=True):
        codes = frozenset(SHAPE.findall(text[head.start() : end]))
        yield head["title"], head["anchor"], codes


def section(pitfalls: tuple[Pitfall, ...], code: str) -> str:
    """Write the links to the pitfalls that name a code; empty where none does."""
    naming = [(title, anchor) for title, anchor, codes in pitfalls if code in codes]
    return render("code_pitfalls.html", pitfalls=naming) if naming else ""
