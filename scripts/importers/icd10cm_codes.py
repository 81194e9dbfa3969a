"""ICD-10-CM as lines of fixed width: the list of codes, the order file, and the addenda to both."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scripts.importers import cells
from scripts.importers.archive import Member
from scripts.importers.imported import Refused

CODE = re.compile(r"[A-Z]\d[0-9A-Z]{1,5}")
CODES_LINE = re.compile(r"(?P<code>[A-Z]\d[0-9A-Z ]{5}) (?P<long>\S.*)")
ORDER_LINE = re.compile(
    r"\d{5} (?P<code>[A-Z]\d[0-9A-Z ]{5}) (?P<flag>[01]) (?P<short>.{60}) (?P<long>\S.*)"
)
ADDENDA_CODES = re.compile(
    r"(?P<tag>Add: {9}|Delete: {6}|Revise from: |Revise to: {3})"
    r"(?P<code>[A-Z]\d[0-9A-Z ]{5}) (?P<long>\S.*)"
)
ADDENDA_ORDER = re.compile(
    r"(?P<tag>Add: {9}|Delete: {6}|Revise from: |Revise to: {3})(?P<flag>[01]) "
    r"(?P<code>[A-Z]\d[0-9A-Z ]{5}) (?P<short>.{60}) (?P<long>\S.*)"
)
COUNT = re.compile(r" *(\d+) (additions|deletions)")
KINDS = {"Headers": "0", "Codes": "1"}
TAGS = {"Add": "additions", "Delete": "deletions"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A code, with its dot, as a release has it."""

    billable: bool
    title: str


@dataclass(frozen=True, slots=True)
class Change:
    """A line of the addenda; `tag` is Add, Delete, Revise from or Revise to."""

    tag: str
    code: str
    entry: Entry


def dotted(code: str) -> str:
    """Put the dot into a code."""
    return f"{code[:3]}.{code[3:]}" if len(code) > len("G35") else code


def entries(member: Member, layout: re.Pattern[str]) -> Mapping[str, Entry]:
    """Read every line in `layout`, CODES_LINE or ORDER_LINE."""
    found = {}
    for number, line in enumerate(cells.lines(member), start=1):
        match = layout.fullmatch(line)
        if match is None:
            raise Refused(_unlike(member, number, line, layout))
        billable = match.groupdict().get("flag", "1") == "1"
        found[dotted(match["code"].strip())] = Entry(billable, match["long"].strip())
    if not found:
        raise Refused(f"{member.name}: no line; expected tens of thousands.")
    return found


def changes(member: Member, layout: re.Pattern[str]) -> tuple[Change, ...]:
    """Read the addenda, and hold the lines against the counts at the end."""
    lines = cells.lines(member)
    found = tuple(_changes(member, lines, layout))
    due = dict(_counts(lines))
    if not due:
        raise Refused(f"{member.name}: no counts at the end; expected them. Fetch the file anew.")
    for (flag, kind), count in due.items():
        lines_of = [
            each
            for each in found
            if TAGS.get(each.tag) == kind and each.entry.billable == (flag == "1")
        ]
        if len(lines_of) != count:
            got = f"{len(lines_of)} {kind} of {'codes' if flag == '1' else 'headers'}"
            todo = f"expected {count}, the count at its end. It is cut off: fetch it anew."
            raise Refused(f"{member.name}: found {got}; {todo}")
    return found


def _changes(member: Member, lines: Iterator[str], layout: re.Pattern[str]) -> Iterator[Change]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            return  # the counts begin
        match = layout.fullmatch(line)
        if match is None:
            raise Refused(_unlike(member, number, line, layout))
        billable = match.groupdict().get("flag", "1") == "1"
        tag = match["tag"].strip().removesuffix(":")
        yield Change(tag, dotted(match["code"].strip()), Entry(billable, match["long"].strip()))


def _counts(lines: Iterator[str]) -> Iterator[tuple[tuple[str, str], int]]:
    flag = ""
    for line in lines:
        flag = KINDS.get(line.strip(), flag)
        count = COUNT.fullmatch(line.rstrip())
        if count and flag:
            yield (flag, count[2]), int(count[1])


def _unlike(member: Member, number: int, line: str, layout: re.Pattern[str]) -> str:
    columns = {
        CODES_LINE: "code in 1-7, title from 9",
        ORDER_LINE: "number in 1-5, code in 7-13, 0 or 1 in 15, titles in 17-76 and from 78",
        ADDENDA_CODES: "Add, Delete or Revise in 1-13, code in 14-20, title from 22",
        ADDENDA_ORDER: "Add, Delete or Revise in 1-13, 0 or 1, code in 16-22, two titles",
    }
    todo = "If the layout is new, the importer has to learn it first; nothing was imported."
    found = f"{member.name}, line {number}: an unknown layout.\n  found: {line[:120]}"
    return f"{found}\n  expected: {columns[layout]}\n  {todo}"
