"""A line cut into pieces, and a place in it from which it is read on."""

import re
from typing import NamedTuple

from calculator.words.reading import Span

LONGEST = 20_000  # characters; a line of 500 services has some 10,000

_PIECE = re.compile(
    r"\$?\d{1,3}(?:,\d{3})+(?![\d-])(?:\.\d+)?(?=[\s,;|]|$)|\+[^\s,;|+]*|[^\s,;|+]+"
)


class Piece(NamedTuple):
    """A word, a number or a sign of the line, and where it stands."""

    span: Span
    text: str


class Cursor:
    """The pieces of a line, read from left to right."""

    def __init__(self, line: str) -> None:
        """Stand before the first piece."""
        self.line = line
        found = _PIECE.finditer(line)
        self.pieces = [Piece(Span(*each.span()), each.group()) for each in found]
        self.at = 0

    def ahead(self, steps: int = 0) -> str:
        """Return the piece that comes, or one after it; empty at the end."""
        place = self.at + steps
        return self.pieces[place].text if place < len(self.pieces) else ""

    def take(self, count: int = 1) -> Span:
        """Read on past `count` pieces; returns the characters from the first to the last."""
        taken = self.pieces[self.at : self.at + count]
        self.at += count
        return Span(taken[0].span.start, taken[-1].span.end)

    def run(self, count: int) -> str:
        """Return the next pieces as they stand in the line."""
        pieces = self.pieces[self.at : self.at + count]
        return self.line[pieces[0].span.start : pieces[-1].span.end] if pieces else ""

    def longest(self, most: int) -> int:
        """Count how many pieces a name can have from here."""
        return min(most, len(self.pieces) - self.at)
