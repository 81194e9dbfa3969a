"""Section F of ICD-10-PCS in XML: its tables, and the definitions of its values."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import prod
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from scripts.importers.archive import Member
from scripts.importers.imported import Refused, Row

SECTION = "F"
TABLES, DEFINITIONS = "ICD10PCS.tabular", "ICD10PCS.definitions"
DEFINED = ("3", "5")  # root types and type qualifiers
PARTS = {" (Assessment)": "assessment", " (Treatment)": "treatment"}
ROW_FIELDS = ("regions", "type_qualifiers", "equipment", "qualifiers")
Value = tuple[str, str, str]  # position, what stands before it, character


@dataclass(frozen=True, slots=True)
class Tables:
    """Rows as the tables group them, and the title of each value."""

    rows: tuple[Row, ...]
    titles: dict[Value, str]


def tables(member: Member, year: int) -> Tables:
    """Read the tables of section F."""
    rows, titles = list[Row](), dict[Value, str]()
    for element in _elements(member, TABLES, "pcsTable", year):
        head = [element.find(f"axis[@pos='{place}']/label") for place in (1, 2, 3)]
        name = "".join(each.get("code", "") for each in head if each is not None)
        if not name.startswith(SECTION):
            continue
        for place, each in enumerate(head, start=1):
            if each is not None:
                titles[str(place), name[: place - 1], name[place - 1]] = _words(each)
        for number, row in enumerate(element.findall("pcsRow"), start=1):
            rows.append(_row(member, name, number, row))
            titles |= _titles(name, row)
    if not rows:
        raise Refused(f"{member.name}: no table of section {SECTION}; expected 14 of them or so.")
    return Tables(tuple(rows), titles)


def definitions(member: Member, year: int) -> tuple[Row, ...]:
    """Read the definitions of root types and type qualifiers of section F."""
    found = []
    for section in _elements(member, DEFINITIONS, "section", year):
        if section.get("code") != SECTION:
            continue
        for axis in section.findall("axis"):
            if axis.get("pos") in DEFINED:
                found += [row for term in axis.findall("terms") for row in _terms(axis, term)]
    if not found:
        raise Refused(f"{member.name}: no definition in section {SECTION}; expected over 100.")
    return tuple(sorted(found, key=lambda row: (row["position"], row["title"], row["of"])))


def _terms(axis: Element, term: Element) -> Iterator[Row]:
    said = {
        name: "; ".join(map(_words, term.findall(name)))
        for name in ("definition", "explanation", "includes")
    }
    for title in map(_words, term.findall("title")):
        end = next((each for each in PARTS if title.endswith(each)), "")
        place = {"position": axis.get("pos", ""), "title": title.removesuffix(end)}
        yield place | {"of": PARTS.get(end, "")} | said


def _row(member: Member, table: str, number: int, element: Element) -> Row:
    axes = ["".join(each.get("code", "") for each in labels) for labels in _labels(element)]
    if prod(map(len, axes)) != int(element.get("codes", "0")):
        found = f"{table}, row {number}: {prod(map(len, axes))} codes"
        raise Refused(f"{member.name}: {found}; expected {element.get('codes')}, as it says.")
    return {"table": table, "row": str(number), **dict(zip(ROW_FIELDS, axes, strict=True))}


def _titles(table: str, element: Element) -> dict[Value, str]:
    return {
        (str(place), table if place == len(table) + 2 else "", label.get("code", "")): _words(label)
        for place, labels in enumerate(_labels(element), start=4)
        for label in labels
    }


def _labels(element: Element) -> list[list[Element]]:
    return [element.findall(f"axis[@pos='{place}']/label") for place in (4, 5, 6, 7)]


def _words(element: Element) -> str:
    return " ".join((element.text or "").split())


def _elements(member: Member, root: str, name: str, year: int) -> Iterator[Element]:
    """Yield the elements of a name, each forgotten before the next; root and version are held."""
    first, version = "", ""
    try:
        with member.opened() as stream:
            for event, element in iterparse(stream, events=("start", "end"), forbid_dtd=True):
                first = first or element.tag
                if first != root:
                    raise Refused(f"{member.name}: the root {first}; expected {root}.")
                if event == "end" and element.tag == "version":
                    version = _words(element)
                if event == "end" and element.tag == name:
                    yield element
                    element.clear()
    except (ParseError, DefusedXmlException) as error:
        raise Refused(f"{member.name}: {error}. Expected XML without a DTD, to its end.") from error
    if version != str(year):
        found = f"{member.name}: version {version or 'missing'}, where the name says {year}"
        raise Refused(f"{found}; expected the same. Name the file by what it holds.")
