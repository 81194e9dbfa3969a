"""Records of a CSV that comes in slices: each with the line on which it begins."""

import csv
import re
from collections.abc import Iterator

LONGEST = 100_000  # characters of one record; a row of a visit has some 80
SEPARATORS = (",", ";", "\t")

Record = tuple[int, list[str]]

# A text of its own is a line too: one that ends with the file, without a line feed.
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class BadCsv(ValueError):
    """What comes from here on cannot be told apart into records; `line` is where it begins."""

    def __init__(self, line: int, says: str) -> None:
        """Keep the line, counted from 1, and the sentence."""
        super().__init__(says)
        self.line = line


class Records:
    """Takes a text in slices, cut anywhere, and gives each record once it is whole.

    Columns are separated by whatever separates the heads: comma, semicolon or tab. A quoted cell
    may hold separators and line feeds. Empty records are left out.
    """

    def __init__(self) -> None:
        """Begin at line 1."""
        self._rest = ""
        self._line = 1
        self._separator = ""

    def feed(self, text: str, *, last: bool) -> Iterator[Record]:
        """Yield the records that end in this slice; raises `BadCsv`."""
        if self._line == 1 and not self._separator:
            text = text.removeprefix("\ufeff")
        lines = _LINE.findall(self._rest + text)
        held = [] if last else _unfinished(lines)
        self._rest = "".join(held)
        if not self._separator and lines:
            self._separator = _between(lines[0])
        yield from self._whole(lines, last=last)
        if len(self._rest) > LONGEST:
            raise BadCsv(self._line, f"Line {self._line}: {_endless(self._rest)}")

    def _whole(self, lines: list[str], *, last: bool) -> Iterator[Record]:
        taken = _Taken(lines)
        reader = csv.reader(taken, delimiter=self._separator or ",")
        while True:
            start = taken.count
            try:
                cells = next(reader, None)
            except csv.Error as error:  # a cell longer than it takes, which is more than LONGEST
                raise BadCsv(self._line, f"Line {self._line}: {_endless('')}") from error
            if taken.is_dry and not last:
                self._rest = "".join(lines[start:]) + self._rest
                return
            if cells is None:
                return
            line, self._line = self._line, self._line + taken.count - start
            is_endless = sum(map(len, cells)) > LONGEST
            if is_endless or (taken.is_dry and start < len(lines)):
                raise BadCsv(line, f"Line {line}: {_endless(''.join(lines[start:]))}")
            if any(cell.strip() for cell in cells):
                yield line, [cell.strip() for cell in cells]


class _Taken:
    """Lines handed to the reader one by one; `is_dry` once it asked for more than there are."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.count = 0
        self.is_dry = False

    def __iter__(self) -> "_Taken":
        return self

    def __next__(self) -> str:
        if self.count >= len(self.lines):
            self.is_dry = True
            raise StopIteration
        self.count += 1
        return self.lines[self.count - 1]


def _unfinished(lines: list[str]) -> list[str]:
    """Take away the last line if more of it may come: a line feed may follow a return."""
    return [lines.pop()] if lines and not lines[-1].endswith("\n") else []


def _between(heads: str) -> str:
    outside = re.sub(r'"[^"]*"?', "", heads)
    return max(SEPARATORS, key=outside.count)


def _endless(text: str) -> str:
    if text.count('"') % 2 and len(text) <= LONGEST:
        return "a quotation mark opens a cell here and none closes it."
    return f"a record of more than {LONGEST} characters."
