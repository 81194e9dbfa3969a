"""Every mention of something that has a page becomes a link to it, and is noted for that page.

Works on the text that the site builder reads: Markdown with HTML in it. Headings, links, code,
pictures and controls stay as they are.
"""

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from scripts.pages.subjects import Subject

# Elements whose text is no place for a link, or that are drawn anew by a script.
CLOSED = (
    *("a", "button", "code", "h[1-6]", "label", "option", "pre", "script", "select", "style"),
    *("summary", "svg", "template", "textarea", "thead", "therapy-calculator"),
)
KEPT = re.compile(
    r"\A---\n.*?^---$"
    r"|^(?P<fence>```+).*?^(?P=fence)$"
    r"|`[^`\n]+`"
    r"|<!--.*?-->"
    rf"|<(?P<tag>{'|'.join(CLOSED)})(?=[\s>]).*?</(?P=tag)\s*>"
    r"|<[^>]+>"
    r"|^#{1,6} [^\n]*$"
    r"|!?\[[^\]\n]*\][(\[][^)\]\n]*[)\]]"
    r"|\{[!:#][^}\n]*\}",
    re.DOTALL | re.MULTILINE,
)
# What has the shape of a code has to be one that this site knows.
SHAPES = (
    r"9\d{4}",  # CPT
    r"G\d{4}",  # HCPCS Level II
    r"\d{4}T",  # CPT category III
    r"[A-TV-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4}",  # ICD-10-CM
    r"F0[0-9A-Z]{5}",  # ICD-10-PCS, rehabilitation
)
BEFORE = r"(?<![\w./$#-])(?<!FR )"
# Nor is "I69.35-" a code: it stands for all that begin so.
AFTER = r"(?!\w|-\d|-(?!\w)|\.[\w-])"
SHAPE = re.compile(rf"{BEFORE}(?:{'|'.join(SHAPES)}){AFTER}")
ONCE = ("term",)  # a page that leads to the glossary at every word cannot be read


@dataclass(frozen=True, slots=True)
class Linked:
    """A text with its links, the addresses that it mentions, and the codes that nobody knows."""

    text: str
    mentions: frozenset[str]
    unknown: tuple[tuple[int, str], ...]  # line and what stands there


@dataclass(slots=True)
class Linker:
    """Knows how each subject is written."""

    subjects: Iterable[Subject]
    _by_words: Mapping[str, Subject] = field(init=False)
    _written: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        """Put the longest wording first, so that "modifier 59" is not cut by "59"."""
        self._by_words = {words: each for each in self.subjects for words in each.written}
        phrases = sorted(
            (words for words in self._by_words if not SHAPE.fullmatch(words)), key=len, reverse=True
        )
        known = "|".join(map(re.escape, phrases)) or r"(?!)"
        self._written = re.compile(rf"{BEFORE}(?:{known}){AFTER}|{SHAPE.pattern}")

    def link(self, text: str, page: str) -> Linked:
        """Link the text of a page; `page` is its address from the site's root."""
        made, told, unknown = [], set[str](), []
        at = 0
        for kept in (*KEPT.finditer(text), None):
            end = kept.start() if kept else len(text)
            part, begin = text[at:end], 0
            for found in self._written.finditer(part):
                subject = self._by_words.get(found[0])
                if subject is None:
                    unknown.append((text.count("\n", 0, at + found.start()) + 1, found[0]))
                elif self._leads(subject, page, told):
                    told.add(subject.address)
                    href = relative(subject.address, page)
                    made.append(f'{part[begin : found.start()]}<a href="{href}">{found[0]}</a>')
                    begin = found.end()
            made.append(part[begin:])
            if kept:
                made.append(kept[0])
                at = kept.end()
        return Linked("".join(made), frozenset(told), tuple(unknown))

    @staticmethod
    def _leads(subject: Subject, page: str, told: set[str]) -> bool:
        own = subject.address.partition("#")[0] == page
        return not own and not (subject.kind in ONCE and subject.address in told)


def relative(address: str, page: str) -> str:
    """Write an address, from the site's root, as one from a page's own folder."""
    path, mark, anchor = address.partition("#")
    way = posixpath.relpath(f"/{path}", f"/{page}")
    return f"{way}/{mark}{anchor}"
