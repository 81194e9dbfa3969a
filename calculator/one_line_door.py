"""The JSON door for a visit in one line: a line, a visit or a pasted text in, its reading out.

Page, command line and build all come through here.
"""

import json

from calculator.entry import one_line, table
from calculator.entry.line_pieces import LONGEST
from calculator.entry.line_written import write
from calculator.entry.refusal import refusal
from calculator.reference.names import Names, load
from calculator.render import reading as shown
from calculator.words.problem import LONGEST_GOT, Problem
from calculator.words.reading import Group, Reading, State

__all__ = ["explain", "load", "read"]  # the page's worker asks for both by name

TAKES = (
    'one JSON object: {"line": text}, {"visit": visit as far as it is said, "beside": text} or '
    f'{{"pasted": text}}, of at most {LONGEST} characters'
)


def read(question_json: str, names: Names, root: str | None = None) -> str:
    """Answer {"line"}, {"visit"} or {"pasted"} as JSON; a refusal has `ok` false.

    `line` is the line that says it, `visit` what it says as far as it says it, `groups` what each
    part of the line was read as, `kept` what a pasted text holds beside that. `beside` is put
    behind a visit's line: what was typed there and not understood. With `root`, the way
    from a page to the site's root, an answer also has `html` for that page.
    """
    try:
        question = json.loads(question_json)
    except (ValueError, RecursionError):
        return _refused(question_json)
    kept: list[str] = []
    match question:
        case {"line": str(line)} if len(question) == 1 and len(line) <= LONGEST:
            pass
        case {"visit": dict(visit), **rest} if set(rest) <= {"beside"}:
            line = f"{write(visit)} {rest.get('beside', '')}".strip()
        case {"pasted": str(text)} if len(question) == 1 and len(text) <= LONGEST:
            visit, kept = table.read(text, names)
            line = write(visit)
        case _:
            return _refused(question_json)
    # What is wrong in a visit is put right in the field that it came from.
    live = "visit" not in question
    return json.dumps(_answer(one_line.read(line, names), kept, root, live=live))


def explain(line: str, names: Names) -> tuple[str, bool]:
    """Write what a line was read as, as text for people, and whether nothing in it is wrong."""
    reading = one_line.read(line[:LONGEST], names)
    unsure = (State.FAULT, State.UNREAD)
    return shown.lines(reading), not any(each.state in unsure for each in reading.groups)


def _answer(
    reading: Reading, kept: list[str], root: str | None, *, live: bool
) -> dict[str, object]:
    written: dict[str, object] = {
        "ok": True,
        "line": reading.line,
        "visit": reading.visit,
        "groups": [_group(each, reading) for each in reading.groups],
        "unread": reading.unread,
        "kept": kept,
        "sentence": shown.sentence(reading, kept),
        "problems": [],
    }
    if root is not None:
        written["html"] = shown.region(reading, live=live)
        written["kept_html"] = shown.kept(kept)
    return written


def _group(group: Group, reading: Reading) -> dict[str, object]:
    return {
        "from": group.span.start,
        "to": group.span.end,
        "text": reading.line[group.span.start : group.span.end],
        "kind": group.kind,
        "says": group.says,
        "state": str(group.state),
        "problem": group.problem,
        "marks": [list(mark) for mark in group.marks],
        "choices": [
            {"says": each.says, "line": reading.with_choice(each)} for each in group.choices
        ],
    }


def _refused(got: str) -> str:
    says = f"Line: got {got[:LONGEST_GOT]}; takes {TAKES}."
    return json.dumps(refusal((Problem("question", got[:LONGEST_GOT], TAKES, says),)))
