"""The titles of ICD-10-PCS codes: the order file, or the list of codes, which was never seen."""

import re
from collections.abc import Mapping

from scripts.importers import cells
from scripts.importers.archive import Member
from scripts.importers.imported import Refused

ORDER = re.compile(
    r"\d{5} (?P<code>[0-9A-HJ-NP-Z ]{7}) (?P<flag>[01]) (?P<short>.{60}) (?P<long>\S.*)"
)
CODES = re.compile(r"(?P<code>[0-9A-HJ-NP-Z]{7}) (?P<long>\S.*)")
EXPECTED = {
    ORDER: "number in 1-5, code in 7-13, 0 or 1 in 15, titles in 17-76 and from 78",
    CODES: "code in 1-7, title from 9",
}


def titles(member: Member, section: str, *, order: bool) -> Mapping[str, str]:
    """Read the long title of each code of a section."""
    layout, found = ORDER if order else CODES, {}
    for number, line in enumerate(cells.lines(member), start=1):
        match = layout.fullmatch(line)
        if match is None:
            unlike = f"{member.name}, line {number}: an unknown layout.\n  found: {line[:120]}"
            raise Refused(f"{unlike}\n  expected: {EXPECTED[layout]}\n  Nothing was imported.")
        if match["code"].startswith(section) and match.groupdict().get("flag", "1") == "1":
            found[match["code"]] = match["long"].strip()
    if not found:
        raise Refused(f"{member.name}: no code of section {section}; expected over a thousand.")
    return found
