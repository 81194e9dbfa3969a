"""PPRRVU as text of fixed width: known for 2025, where every line was held against the csv.

It has no header that names a column. Where 2026 put PRIC IND was never seen, so 2026 is refused.
"""

import re
from collections.abc import Iterator, Mapping

from scripts.importers import cells
from scripts.importers.archive import Member
from scripts.importers.imported import Refused

WIDTH = 171
LAST_KNOWN = 2025
FACTOR = re.compile(r"\d+\.\d{4}")
PLACES: Mapping[str, tuple[int, int]] = {  # first and last character, counted from 1
    "HCPCS": (1, 5),
    "MOD": (6, 7),
    "STATUS CODE": (58, 58),
    "WORK RVU": (60, 65),
    "NON-FAC PE RVU": (67, 72),
    "NON-FAC NA INDICATOR": (73, 74),
    "FACILITY PE RVU": (76, 81),
    "FACILITY NA INDICATOR": (82, 83),
    "MP RVU": (85, 89),
    "NON-FACILITY TOTAL": (91, 96),
    "FACILITY TOTAL": (97, 102),
    "PCTC IND": (103, 103),
    "GLOB DAYS": (104, 106),
    "MULT PROC": (116, 116),
    "BILAT SURG": (117, 117),
    "ASST SURG": (118, 118),
    "CO- SURG": (119, 119),
    "TEAM SURG": (120, 120),
    "CONV FACTOR": (133, 140),
}


def rows(member: Member, year: int) -> Iterator[Mapping[str, str]]:
    """Yield each line's fields under the names that the csv has; lines of HDR are skipped."""
    if year > LAST_KNOWN:
        unseen = f"{member.name}: the layout of the txt of {year} was never seen"
        raise Refused(f"{unseen}; expected that of {LAST_KNOWN} or a csv. Take the csv.")
    for number, line in enumerate(cells.lines(member), start=1):
        if line.startswith("HDR") or not line.strip():
            continue
        fields = {name: line[first - 1 : last].strip() for name, (first, last) in PLACES.items()}
        if len(line) != WIDTH or not FACTOR.fullmatch(fields["CONV FACTOR"]):
            found = f"line {number} has {len(line)} characters, factor {fields['CONV FACTOR']}"
            takes = f"{WIDTH} and a factor in 133-140"
            raise Refused(f"{member.name}: {found}; expected {takes}. Take the csv.")
        yield fields
