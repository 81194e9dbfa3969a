"""What moved, as sections of cells: the same for a page, for a pull request and for a terminal."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from calculator.words.money import NOTHING
from calculator.words.sentences import counted
from scripts.content.model.updates import Moved, Moves, PlaceMoved, PriceMoved, PricesMoved
from scripts.pages.template import change, change_percent

NEITHER = "—"


@dataclass(frozen=True, slots=True)
class Row:
    """What it is, what was told and is told of it, and further cells; `page` where it is shown."""

    what: str
    moved: str
    rest: tuple[str, ...] = ()
    page: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A table of rows under a title and a sentence. `head` names the columns."""

    key: str
    title: str
    says: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]


WHAT = ("What", "Before → now")
LISTED = (
    ("releases", "Releases and their days", "release"),
    ("figures", "Figures", "figure"),
    ("rows", "Rows of tables", "cell"),
    ("edits", "NCCI edits", "edit"),
    ("mue", "Most units a day (MUE)", "cell"),
)
ANSWERED = (
    ("examples", "Worked examples", "part of an answer"),
    ("vectors", "Conformance cases", "case"),
)
PLURALS = {"part of an answer": "parts of answers"}


def sections(moved: Moves, places: dict[str, str]) -> Iterator[Section]:
    """Yield a section for each thing that moved; `places` are the localities' names by key."""
    for key, title, noun in LISTED:
        yield from _listed(key, title, noun, getattr(moved, key))
    for each in moved.prices:
        yield from _prices(each, places)
    if moved.pages or moved.dated:
        yield _pages(moved)
    for key, title, noun in ANSWERED:
        yield from _listed(key, title, noun, getattr(moved, key))


def summary(moved: Moves) -> str:
    """Say in a sentence how much moved."""
    prices = {price.code for each in moved.prices for price in each.national}
    parts = [
        *(_counted(len(getattr(moved, key)), noun) for key, _, noun in LISTED[1:3]),
        _counted(len(moved.edits), "edit"),
        _counted(len(moved.mue), "MUE cell"),
        _counted(len(prices), "national price"),
        _counted(len(moved.pages), "page"),
        _counted(len({each.page for each in moved.examples}), "worked example"),
        _counted(len(moved.vectors), "conformance case"),
    ]
    told = ", ".join(filter(None, parts))
    if told:
        return f"Moved: {told}."
    return "Nothing moved." if moved.nothing else "Only the days of releases moved."


def _counted(number: int, noun: str) -> str:
    if not number:
        return ""
    return f"{number} {PLURALS[noun]}" if noun in PLURALS and number > 1 else counted(number, noun)


def _listed(key: str, title: str, noun: str, moved: tuple[Moved, ...]) -> Iterator[Section]:
    if moved:
        rows = tuple(Row(each.what, arrow(each.before, each.now), (), each.page) for each in moved)
        yield Section(key, title, f"{_counted(len(moved), noun)}.", WHAT, rows)


def arrow(before: str | None, now: str | None) -> str:
    """Write what was told and what is told now."""
    return f"{before or NEITHER} → {now or NEITHER}"


def _prices(moved: PricesMoved, places: dict[str, str]) -> Iterator[Section]:
    days = str(moved.now) if moved.before == moved.now else f"{moved.before} → {moved.now}"
    if moved.national:
        ranked = sorted(moved.national, key=lambda each: (-abs(_change(each)), each.code))
        yield Section(
            f"prices-{moved.now}",
            f"Prices of {moved.now}",
            f"One unit, national, dollars, outside a qualifying APM, {days}. {_extent(ranked)}",
            ("Code", "Before → now", "Change", "%", "by factor", "by RVUs"),
            tuple(map(_price, ranked)),
        )
    if moved.localities:
        furthest = sorted(moved.localities, key=lambda each: (-abs(_change(each)), each.locality))
        yield Section(
            f"localities-{moved.now}",
            f"Localities on {moved.now}",
            f"Prices moved in {len(furthest)} of {len(places)} localities; each with the one that "
            "moved furthest.",
            ("Locality", "Before → now", "Change", "Code", "Prices moved"),
            tuple(_place(each, places) for each in furthest),
        )


def _change(moved: PriceMoved | PlaceMoved) -> Decimal:
    return Decimal(moved.now or 0) - Decimal(moved.before or 0)


def _extent(ranked: list[PriceMoved]) -> str:
    rose = sum(_change(each) > NOTHING for each in ranked)
    return f"{rose} rose, {len(ranked) - rose} fell; the largest move first."


def _price(moved: PriceMoved) -> Row:
    gap = _change(moved)
    percent = change_percent(gap / Decimal(moved.before) * 100) if moved.before else NEITHER
    parts = [
        change(Decimal(each)) if each else NEITHER for each in (moved.by_factor, moved.by_rvus)
    ]
    page = f"codes/{moved.code.lower()}/#changes"
    return Row(moved.code, arrow(moved.before, moved.now), (change(gap), percent, *parts), page)


def _place(moved: PlaceMoved, places: dict[str, str]) -> Row:
    name = f"{places.get(moved.locality, moved.locality)} ({moved.locality})"
    rest = (change(_change(moved)), moved.code, str(moved.prices))
    return Row(name, arrow(moved.before, moved.now), rest)


def _pages(moved: Moves) -> Section:
    """Count pages by the folder they lie in, and name them."""
    folders = Counter(each.partition("/")[0] for each in moved.pages)
    says = (
        f"{counted(len(moved.pages), 'page')} with other words or figures, "
        f"{moved.dated} with other names or days of releases alone."
    )
    rows = tuple(
        Row(
            folder if folder != "." else "home",
            str(count),
            (", ".join(each for each in moved.pages if each.partition("/")[0] == folder),),
        )
        for folder, count in sorted(folders.items())
    )
    return Section("pages", "Pages", says, ("Folder", "Pages", "Addresses"), rows)
