"""The pages joined: every mention leads to its page, and every page ends with what points at it."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import yaml

from scripts.content.prose import INCLUDE
from scripts.pages.mentions import Linker
from scripts.pages.prose import HEAD
from scripts.pages.subjects import Subject
from scripts.pages.template import render

Texts = Mapping[str, str]  # by name below build/docs or build/include

HREF = re.compile(r'<a\b[^>]*?\shref="(?P<html>[^"#?]*)|\]\((?P<markdown>[^)#?\s]*)')
HEADING = re.compile(r"^# (.+?)(?: \{.*\})?$", re.MULTILINE)
# Kinds of pages by the folder they lie in, in the order of the navigation.
KINDS = {
    "calculator": "Calculator",
    "codes": "Codes",
    "fees": "Fees",
    "modifiers": "Modifiers",
    "exclusions": "Exclusions",
    "diagnoses": "Diagnoses",
    "pcs": "ICD-10-PCS",
    "rules": "Rules",
    "examples": "Examples",
    "pitfalls": "Pitfalls",
    "corrections": "Corrections",
    "sources": "Sources",
    "freshness": "Freshness",
    "glossary": "Glossary",
    "about": "About",
    "contributing": "Contributing",
}
SHOWN = 24  # more of a kind are folded away


@dataclass(frozen=True, slots=True)
class Joined:
    """Pages and fragments with their links, and what no page can be found for."""

    pages: Texts
    fragments: Texts
    problems: tuple[str, ...]


def joined(pages: Texts, fragments: Texts, subjects: Iterable[Subject], apart: Texts) -> Joined:
    """Link every mention and add to every page what points at it.

    `apart` are pages about the building of this site: they lead to others and are led to, but
    what they mention is left as it is.
    """
    linker = Linker(tuple(subjects))
    found: list[str] = []
    linked: dict[str, str] = {}
    for name, text in pages.items():
        made = linker.link(text, address(name))
        linked[name] = made.text
        found += (_unknown(name, line, what) for line, what in made.unknown)
    parts = dict(_fragments(linker, pages, fragments, found))
    pointing = _pointing({**linked, **apart}, parts)
    titles = {address(name): title(text) for name, text in {**pages, **apart}.items()}
    ended = {
        name: f"{text.rstrip()}\n\n{_section(address(name), pointing, titles)}"
        for name, text in linked.items()
    }
    return Joined(ended, {**fragments, **parts}, tuple(found))


def address(name: str) -> str:
    """Return a page's address from the site's root: `codes/97530/` for `codes/97530.md`."""
    path = name.removesuffix(".md").removesuffix("index")
    return f"{path.rstrip('/')}/" if path else ""


def title(text: str) -> str:
    """Read a page's title from its head, or from its first heading."""
    head, heading = HEAD.match(text), HEADING.search(text)
    said = yaml.safe_load(head["text"]).get("title") if head else None
    return str(said) if said else heading[1] if heading else "Home"


def _fragments(
    linker: Linker, pages: Texts, fragments: Texts, found: list[str]
) -> Iterator[tuple[str, str]]:
    """Link each fragment as the pages that include it need: they have to lie equally deep."""
    including: dict[str, list[str]] = defaultdict(list)
    for name, text in pages.items():
        for fragment in set(INCLUDE.findall(text)):
            including[fragment].append(address(name))
    for fragment, at in including.items():
        if fragment not in fragments:
            continue
        made = [linker.link(fragments[fragment], page) for page in at]
        found += (_unknown(fragment, line, what) for line, what in made[0].unknown)
        if len({each.text for each in made}) > 1:
            depths = ", ".join(sorted(at))
            found.append(f"{fragment}: leads elsewhere from each of {depths}; takes one depth")
        yield fragment, made[0].text


def _unknown(name: str, line: int, what: str) -> str:
    takes = "a code that this site has a page or a line for"
    return f"{name}:{line}: a mention that leads nowhere: got {what}, takes {takes}"


def _pointing(pages: Texts, fragments: Texts) -> Mapping[str, set[str]]:
    """Find, for every page, the pages that lead to it; by address."""
    pointing: dict[str, set[str]] = defaultdict(set)
    for name, text in pages.items():
        own = address(name)
        whole = text + "".join(fragments.get(each, "") for each in INCLUDE.findall(text))
        for led in _led_to(whole, name):
            if led != own:
                pointing[led].add(own)
    return pointing


def _led_to(text: str, name: str) -> Iterator[str]:
    """Yield the addresses of all pages that a page's text links to."""
    for found in HREF.finditer(text):
        if found["html"] is not None:
            way = posixpath.join(f"/{address(name)}", found["html"])
        else:  # Markdown goes from file to file
            way = posixpath.join("/", posixpath.dirname(name), found["markdown"])
        if "://" not in way:
            yield address(posixpath.normpath(way).lstrip("/"))


def _section(page: str, pointing: Mapping[str, set[str]], titles: Mapping[str, str]) -> str:
    groups = []
    for folder, kind in KINDS.items():
        at = [each for each in pointing[page] if each.partition("/")[0] == folder]
        links = sorted((titles[each], posixpath.relpath(f"/{each}", f"/{page}")) for each in at)
        if links:
            groups.append((kind, links))
    if not groups:
        return ""
    return render("points_here.md", groups=groups, shown=SHOWN)
