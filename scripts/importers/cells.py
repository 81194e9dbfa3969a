"""The cells of an official file, row by row, whatever it is written in."""

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from xml.etree.ElementTree import ParseError

import openpyxl
from defusedxml import DefusedXmlException
from openpyxl.utils.exceptions import InvalidFileException

from scripts.importers import archive
from scripts.importers.archive import Member
from scripts.importers.imported import Refused

SHOWN = 1200  # characters of a header in a refusal
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ParseError, DefusedXmlException, ValueError)
PREAMBLE = 40  # rows at most, up to the header


def rows(member: Member) -> Iterator[list[str]]:
    """Yield the rows of a csv, tab-separated txt or xlsx; cells are trimmed text."""
    for row in untrimmed(member):
        yield [" ".join(cell.split()) for cell in row]


def untrimmed(member: Member) -> Iterator[list[str]]:
    """Yield the rows with their cells as they stand."""
    return _sheet(member) if member.suffix == ".xlsx" else _text(member)


def lines(member: Member) -> Iterator[str]:
    """Yield the lines of a text without their ends; bytes are latin-1."""
    with member.opened() as stream:
        for line in io.TextIOWrapper(stream, encoding="latin-1", newline="\n"):
            yield line.removesuffix("\n").removesuffix("\r")


def _text(member: Member) -> Iterator[list[str]]:
    with member.opened() as stream:
        text = io.TextIOWrapper(stream, encoding="latin-1", newline="")
        try:
            if member.suffix == ".csv":
                yield from csv.reader(text, strict=True)
            else:
                yield from csv.reader(text, delimiter="\t", quoting=csv.QUOTE_NONE)
        except csv.Error as error:
            found = f"{member.name}: {error}"
            raise Refused(f"{found}; expected a text of cells. Fetch the file anew.") from error


def _sheet(member: Member) -> Iterator[list[str]]:
    try:
        with member.opened() as stream:
            seekable = io.BytesIO(stream.read())
        with zipfile.ZipFile(seekable) as inner:
            archive.check(member.name, inner.infolist())
        book = openpyxl.load_workbook(seekable, read_only=True, data_only=True)
    except (*BROKEN, InvalidFileException, KeyError) as error:
        raise Refused(f"{member.name}: {error}. Expected an xlsx that can be opened.") from error
    try:
        names = book.sheetnames
        if len(names) != 1:
            raise Refused(f"{member.name}: the sheets {', '.join(names)}; expected one sheet.")
        for row in book.worksheets[0].iter_rows(values_only=True):
            yield ["" if cell is None else str(cell) for cell in row]
    except BROKEN as error:
        raise Refused(f"{member.name}: {error}. Expected an xlsx that can be read.") from error
    finally:
        book.close()


def headed(
    member: Member, first: str, expected: Sequence[str]
) -> tuple[list[list[str]], Iterator[list[str]]]:
    """Read up to the header, whose first cell is `first`: gives the rows so far, and the rest."""
    table, before = rows(member), list[list[str]]()
    for row in table:
        before.append(row)
        if row[:1] == [first]:
            return before, table
        if len(before) == PREAMBLE:
            break
    found = " / ".join(" | ".join(filter(None, row)) for row in before if any(row))
    raise Refused(unlike(member, found or "nothing", " | ".join(expected)))


def records(
    member: Member, table: Iterator[list[str]], places: Mapping[str, int], above: int = 0
) -> Iterator[Mapping[str, str]]:
    """Name the cells of each row below the header; empty rows are skipped, short ones refused.

    `above` is the number of rows up to the header, so that a refusal can number its row.
    """
    width = len(places)
    for number, row in enumerate(table, start=above + 1):
        if not any(row):
            continue
        if len(row) < width:
            which = f"row {number} has" if above else "a row of"
            found = f"{member.name}: {which} {len(row)} cells, {' | '.join(row)[:80]}"
            raise Refused(f"{found}; expected {width}. The file may be cut off: fetch it anew.")
        yield {name: row[place] for name, place in places.items()}


def columns(
    member: Member, found: Sequence[str], expected: Sequence[str], optional: Sequence[str] = ()
) -> Mapping[str, int]:
    """Find each column by its name in a header; any other, missing or double name is refused."""
    names = list(found)
    while names and not names[-1]:
        names.pop()
    due = [name for name in expected if name in names or name not in optional]
    if sorted(names) != sorted(due):
        raise Refused(unlike(member, " | ".join(names), " | ".join(expected)))
    return {name: names.index(name) for name in names}


def unlike(member: Member, found: str, expected: str) -> str:
    """Say that the header of a member is not the one expected, and what to do."""
    short = found if len(found) <= SHOWN else f"{found[:SHOWN]}…"
    todo = "If CMS changed the layout, the importer has to learn it first; nothing was imported."
    return f"{member.name}: an unknown header.\n  found: {short}\n  expected: {expected}\n  {todo}"


def figure(member: Member, where: str, text: str, places: int) -> str:
    """Read a figure and write it with so many decimals; more decimals are refused, not rounded."""
    try:
        value = Decimal(text)
        exact = value.quantize(Decimal(1).scaleb(-places))
    except InvalidOperation:
        value, exact = Decimal(-1), Decimal(0)
    if value != exact or value < 0:
        takes = f"a figure with {places} decimals"
        raise Refused(f"{member.name}: {where}: found {text or 'nothing'}, expected {takes}.")
    return str(exact)
