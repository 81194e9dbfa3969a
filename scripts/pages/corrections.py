"""The corrections: the table of all, the open points, and the mark beside a corrected passage."""

import re
from collections.abc import Iterator

from markupsafe import Markup

from scripts.pages import passages
from scripts.pages.facts import Facts
from scripts.pages.template import render
from scripts.stages import Refused

ROOT = "../"
HEADING = re.compile(
    r"^(?P<level>#{1,3}) (?P<title>.+?)(?: \{:? ?#(?P<id>[\w-]+)[^}]*\})?$", re.MULTILINE
)
MARK = re.compile(r"\{!corrections/(\d+)\.html!\}")


def mark(number: int, root: str) -> Markup:
    """Write the mark that leads to a correction; `root` leads from the page to the site's root."""
    return Markup('<a class="correction" href="{0}corrections/#c{1}">▸ corrected {1}</a>').format(
        root, number
    )


def placed(facts: Facts, text: str, root: str, file: str) -> str:
    """Put the marks in the place of `{!corrections/28.html!}`; `file` names the text in errors."""
    known = {correction.number for correction in facts.library.corrections}

    def link(match: re.Match[str]) -> str:
        number = int(match[1])
        if number not in known:
            line = text.count("\n", 0, match.start()) + 1
            raise Refused(
                f"{file}:{line}: no such correction: got {number}, takes 1 to {max(known)}"
            )
        return mark(number, root)

    return MARK.sub(link, text)


def fragments(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the table, the open points, the counts, and each mark as its include is named.

    A mark's file keeps `{root}` where the page's own root belongs: `placed` fills it in before
    the site builder reads the page, so that pages of any depth can use it.
    """
    library = facts.library
    for correction in library.corrections:
        yield f"corrections/{correction.number}.html", mark(correction.number, "{root}")
    yield "corrections/index.html", _table(facts)
    yield "corrections/points.html", _points(facts)
    yield "corrections/count.md", str(len(library.corrections))
    for part in ("wrong", "misleading", "found since"):
        count = sum(correction.part == part for correction in library.corrections)
        yield f"corrections/{part.replace(' ', '-')}.md", str(count)


def _table(facts: Facts) -> str:
    held = facts.library.corrections
    return render(
        "corrections.html",
        corrections=held,
        sections=list(dict.fromkeys(sorted(correction.section for correction in held))),
        sources=facts.library.sources,
        link=passages.link,
        root=ROOT,
    )


def _points(facts: Facts) -> str:
    return render(
        "points.html",
        points=facts.library.points,
        sources=facts.library.sources,
        link=passages.link,
        root=ROOT,
    )


def noted(facts: Facts, page: str, text: str) -> str:
    """Put the marks of all corrections that touch a page below the headings they touch.

    `page` is its address from the site's root. A mark that stands in the text already, beside the
    very words, is not put a second time.
    """
    below: dict[str, list[int]] = {}
    for correction in facts.library.corrections:
        for passage in correction.touches:
            address, _, anchor = passage.partition("#")
            if address == page and f"#c{correction.number}" not in text:
                below.setdefault(anchor, []).append(correction.number)
    if not below:
        return text
    root = "../" * page.count("/") or "./"

    def marked(heading: re.Match[str]) -> str:
        anchor = "" if heading["level"] == "#" else heading["id"] or _slug(heading["title"])
        marks = " ".join(mark(number, root) for number in below.get(anchor, ()))
        return f'{heading[0]}\n\n<p class="note">{marks}</p>' if marks else heading[0]

    return HEADING.sub(marked, text)


def _slug(title: str) -> str:
    """Name a heading as the site builder does where it has no name of its own."""
    return re.sub(r"[^\w]+", "-", title.lower()).strip("-")
