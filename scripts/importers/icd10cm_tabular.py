"""The tabular list of ICD-10-CM in XML, which lists no code with a seventh character by itself."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from scripts.importers.archive import Member
from scripts.importers.icd10cm_codes import Entry, dotted
from scripts.importers.imported import Refused

ROOT = "ICD10CM.tabular"
FILLER = "X"
SEVENTH = 7
Extensions = tuple[tuple[str, str], ...]


def entries(member: Member, year: int) -> Mapping[str, Entry]:
    """Read every code of the list, which has to be that of the year; chapter by chapter."""
    found: dict[str, Entry] = {}
    root, version = "", ""
    try:
        with member.opened() as stream:
            for event, element in iterparse(stream, events=("start", "end"), forbid_dtd=True):
                if not root:
                    root = _checked_root(member, element.tag)
                if event == "end" and element.tag == "version":
                    version = " ".join((element.text or "").split())
                    _check_version(member, version, year)
                if event == "end" and element.tag == "chapter":
                    found |= dict(_chapter(element))
                    element.clear()
    except (ParseError, DefusedXmlException) as error:
        raise Refused(f"{member.name}: {error}. Expected XML without a DTD, to its end.") from error
    if not version or not found:
        what = f"version {version or 'missing'}, {len(found)} codes"
        raise Refused(f"{member.name}: {what}; expected version {year} and chapters.")
    return found


def _checked_root(member: Member, tag: str) -> str:
    if tag != ROOT:
        raise Refused(f"{member.name}: the root {tag}; expected {ROOT}. Nothing was imported.")
    return tag


def _check_version(member: Member, version: str, year: int) -> None:
    if version != str(year):
        todo = "Find out which is right, and name the file so."
        found = f"{member.name}: version {version}, where the name says {year}"
        raise Refused(f"{found}; expected the same. {todo}")


def _chapter(chapter: Element) -> Iterator[tuple[str, Entry]]:
    for section in chapter.findall("section"):
        for diagnosis in section.findall("diag"):
            yield from _diagnosis(diagnosis, ())


def _diagnosis(element: Element, inherited: Extensions) -> Iterator[tuple[str, Entry]]:
    code, title = _text(element, "name"), _text(element, "desc")
    own = tuple(
        (each.get("char", ""), " ".join((each.text or "").split()))
        for each in element.findall("sevenChrDef/extension")
    )
    extensions = own or inherited
    children = element.findall("diag")
    yield code, Entry(not children and not extensions, title)
    for child in children:
        yield from _diagnosis(child, extensions)
    if not children:
        bare = code.replace(".", "").ljust(SEVENTH - 1, FILLER)
        for character, words in extensions:
            yield dotted(bare + character), Entry(billable=True, title=f"{title}, {words}")


def _text(element: Element, name: str) -> str:
    return " ".join((element.findtext(name) or "").split())
