"""The report in words: as text for a terminal, as Markdown for a pull request."""

from collections.abc import Iterable, Iterator

from scripts.impact.report import Report
from scripts.impact.state import State
from scripts.pages.moves import Section, sections, summary

IN_TEXT, IN_MARKDOWN = 20, 40  # rows of one table; a comment on a pull request has its limit
NOTHING = "Nothing moved: both states tell the same figures, and no page reads otherwise."
IN_ORDER = "Nothing disagrees with the calculator, and nothing is left to do by hand."
NOTES = "To know besides"
DISAGREES = "What disagrees now"
NEXT = "What to do next"


def text(report: Report, after: State) -> str:
    """Write the whole report as plain lines."""
    return "\n".join(_text(report, after))


def _text(report: Report, after: State) -> Iterator[str]:
    yield NOTHING if report.moved.nothing else summary(report.moved)
    for section in _sections(report, after):
        yield f"\n{section.title}\n  {section.says}"
        for row in section.rows[:IN_TEXT]:
            rest = f" ({', '.join(row.rest)})" if row.rest else ""
            yield f"  {row.what}: {row.moved}{rest}"
        yield from (f"  {said}" for said in _more(section.rows, IN_TEXT))
    for title, lines in _lists(report):
        yield f"\n{title}"
        yield from (f"  {line}" for line in lines[:IN_TEXT])
        yield from (f"  {said}" for said in _more(lines, IN_TEXT))
    yield ""
    if not report.todo:
        yield IN_ORDER
        return
    yield NEXT
    yield from (f"  {number}. {each}" for number, each in enumerate(report.todo, start=1))


def markdown(report: Report, after: State, of: str) -> str:
    """Write the whole report as Markdown; `of` says what is compared."""
    return "\n".join(_markdown(report, after, of)) + "\n"


def _markdown(report: Report, after: State, of: str) -> Iterator[str]:
    yield f"## Impact\n\n{_cell(of)}\n"
    yield NOTHING if report.moved.nothing else f"**{summary(report.moved)}**"
    for section in _sections(report, after):
        yield f"\n<details><summary>{section.title}: {_cell(section.says)}</summary>\n"
        yield _line(section.head)
        yield _line("---" for _ in section.head)
        for row in section.rows[:IN_MARKDOWN]:
            yield _line((row.what, row.moved, *row.rest))
        yield from (f"\n{said}" for said in _more(section.rows, IN_MARKDOWN))
        yield "\n</details>"
    for title, lines in _lists(report):
        yield f"\n### {title}\n"
        yield from (f"* {_cell(line)}" for line in lines[:IN_MARKDOWN])
        yield from (f"* {said}" for said in _more(lines, IN_MARKDOWN))
    yield f"\n### {NEXT}\n"
    if not report.todo:
        yield IN_ORDER
    yield from (f"{number}. {_cell(each)}" for number, each in enumerate(report.todo, start=1))


def _sections(report: Report, after: State) -> Iterator[Section]:
    places = {key: place.name for key, place in after.facts.library.localities.items()}
    yield from sections(report.moved, places)


def _lists(report: Report) -> Iterator[tuple[str, tuple[str, ...]]]:
    for title, lines in ((NOTES, report.moved.notes), (DISAGREES, report.disagreements)):
        if lines:
            yield title, lines


def _more(rows: tuple[object, ...], shown: int) -> Iterator[str]:
    if len(rows) > shown:
        yield f"… and {len(rows) - shown} more"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(_cell, cells))} |"


def _cell(said: str) -> str:
    """Keep what Markdown would take for a mark of its own."""
    for mark in "\\|<>*_`":
        said = said.replace(mark, f"\\{mark}")
    return said
