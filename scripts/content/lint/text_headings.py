"""A code's text has the headings that its page knows, in the page's order, none of them empty."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem
from scripts.content.prose import HEADINGS, Section

ORDER = list(HEADINGS)


def lint(content: Content) -> Iterator[Problem]:
    """Report each heading that is strange, out of place or empty, and each title without anchor."""
    for code, sections in content.code_texts().items():
        file = f"codes/{code}.md"
        if code not in content.codes:
            yield Problem(file, "", "a text alone", f"codes/{code}.yaml beside it", 1)
        place = -1
        for section in sections:
            at = ORDER.index(section.heading) if section.heading in ORDER else -1
            if at <= place:
                takes = f"after the others, once, one of: {', '.join(ORDER)}"
                yield Problem(file, "", section.heading or "no heading", takes, section.line)
            place = max(place, at)
            yield from _inside(file, section)


def _inside(file: str, section: Section) -> Iterator[Problem]:
    if not section.entries:
        yield Problem(file, "", f"{section.heading}: empty", "words, or no heading", section.line)
    for entry in section.entries:
        if entry.title and not (entry.anchor and entry.paragraphs):
            takes = "an anchor, {#name}, and words below it"
            yield Problem(file, "", f"### {entry.title}", takes, entry.line)
