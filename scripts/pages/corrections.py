"""The corrections: the table of all, the open points, and the mark beside a corrected passage."""

import re
from collections.abc import Iterator

from markupsafe import Markup

from scripts.pages import passages
from scripts.pages.facts import Facts
from scripts.pages.template import render
from scripts.stages import Refused

ROOT = "../"
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
