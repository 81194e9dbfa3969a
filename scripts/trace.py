"""Find the content file behind every figure of every built page. `python -m scripts.trace`.

A figure is an amount of dollars, a share, or a number with decimals. It stands in a file of
content/, or the calculator works it out from such files: a price, its parts, its change, or an
answer to a visit that the page links to. A figure that is none of these was typed somewhere.
"""

import json
import re
import sys
from base64 import urlsafe_b64decode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from html import unescape
from pathlib import Path

from scripts.pages import assemble, beside, facts as held, visits, worth
from scripts.pages.facts import Facts

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = ("404.html", *assemble.BUILDING)
ARTICLE = re.compile(r"<article.*?</article>", re.DOTALL)
# Neither read nor a figure: the round numbers along an axis are a scale.
SILENT = re.compile(
    r"<(script|template|datalist)\b.*?</\1>|<text class=\"[^\"]*\btick\b.*?</text>|<!--.*?-->",
    re.DOTALL,
)
TAG = re.compile(r"<[^>]+>")
LINKED = re.compile(r"calculator/#v=(?P<visit>[A-Za-z0-9_-]+)")
FIGURE = re.compile(
    r"(?<![\w.,-])(?:[$+−-]\s?)*(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<share>\s?%)?"
    r"(?![\w]|\.\d|,\d{3})"
)
FIGURES = "content/figures/"
# The parts of a day are no figures.
DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
IN_CONTENT = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?![\w]|\.\d)")
PERCENT = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)\s?%")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as a page writes it; the number of a share is percent."""

    written: str
    number: Decimal
    is_share: bool


def content(root: Path) -> dict[Decimal, str]:
    """List every number in the data of content/, with the first file that has it."""
    found: dict[Decimal, str] = {}
    for name, text in _files(root, ".yaml", ".csv"):
        for each in IN_CONTENT.findall(text):
            found.setdefault(Decimal(each), name)
    return found


def shares(root: Path) -> dict[Decimal, str]:
    """List every share that content/ has, in percent: 0.50 among the figures, 50 % in a text."""
    found: dict[Decimal, str] = {}
    for name, text in _files(root, ".yaml"):
        for each in PERCENT.findall(text):
            found.setdefault(Decimal(each), name)
        if name.startswith(FIGURES):
            for each in IN_CONTENT.findall(text):
                found.setdefault(Decimal(each) * 100, name)
    return found


def _files(root: Path, *suffixes: str) -> Iterator[tuple[str, str]]:
    for path in sorted((root / "content").rglob("*")):
        if path.suffix in suffixes:
            text = DAY.sub(" ", path.read_text(encoding="utf-8"))
            yield path.relative_to(root).as_posix(), text


def figures(page: str) -> Iterator[Figure]:
    """Yield every figure of a page’s article, as written and as a number."""
    article = ARTICLE.search(page)
    text = unescape(TAG.sub(" ", SILENT.sub(" ", article[0] if article else page)))
    for found in FIGURE.finditer(text):
        written = found[0].strip()
        number = Decimal(found["number"].replace(",", ""))
        if found["share"] or "." in found["number"] or "$" in written:
            yield Figure(written, number, bool(found["share"]))


def answered(page: str, facts: Facts) -> Iterator[str]:
    """Yield every text of the questions that a page links to or answers, and of their answers."""
    linked = {found["visit"] for found in LINKED.finditer(page)}
    questions = [urlsafe_b64decode(each + "=" * (-len(each) % 4)).decode() for each in linked]
    if "<therapy-calculator" in page:
        questions.append(json.dumps(visits.DEFAULT))
    for asked in questions:
        yield from _texts(json.loads(asked))
        yield from _texts(json.loads(worth.answer(asked, facts)))
    for door, question in beside.asked_on(page):
        yield from _texts(question)
        yield from _texts(beside.ask(door, question, facts.reference))


def lost(root: Path, site: Path) -> list[str]:
    """List the figures behind which no file was found, as `page: figure`."""
    facts = held.load(root)
    everywhere = worth.everywhere(facts)
    known, known_shares = {**everywhere, **content(root)}, {**everywhere, **shares(root)}
    missing: dict[str, None] = {}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        if name.startswith(LEFT_OUT):
            continue
        page = path.read_text(encoding="utf-8")
        told = "\n".join(answered(page, facts))
        of_page = worth.on_page(facts, name)
        here = {*map(Decimal, IN_CONTENT.findall(told)), *of_page}
        here_shares = {*map(Decimal, PERCENT.findall(told)), *of_page}
        for figure in figures(page):
            ledger = known_shares if figure.is_share else known
            if figure.number not in ledger and figure.number not in (
                here_shares if figure.is_share else here
            ):
                missing[f"{name}: {figure.written}"] = None
    return [*missing]


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value.replace(",", "")
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, Iterable):
        for each in value:
            yield from _texts(each)


def main() -> None:
    """Print what is lost, and end with status 1 where anything is."""
    found = lost(ROOT, ROOT / "site")
    print("\n".join(found) or "Every figure has its file.")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
