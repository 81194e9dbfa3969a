"""A table of PTP edits, by the names of its zips and of its parts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from scripts.content.values import Setting
from scripts.importers import quarters
from scripts.importers.archive import Member
from scripts.importers.imported import Period, Refused

NAME = re.compile(
    r"cci(?P<table>pra|oph)-v(?P<version>\d{3})r(?P<cut>\d+)-f(?P<part>\d)", re.IGNORECASE
)
SETTINGS: Mapping[str, Setting] = {"pra": "practitioner", "oph": "hospital"}
FIRST_VERSION_YEAR = 1994  # v32 is that of 2026


@dataclass(frozen=True, slots=True)
class Release:
    """A quarter's table of one setting: v322 is the third quarter of 2026."""

    setting: Setting
    version: str
    cut: str  # r0, or a later one that replaces it

    @property
    def year(self) -> int:
        """The year, from the version."""
        return FIRST_VERSION_YEAR + int(self.version[:2])

    @property
    def number(self) -> int:
        """The quarter, 1 to 4."""
        return int(self.version[2]) + 1

    @property
    def period(self) -> Period:
        """The days of the quarter."""
        return quarters.quarter(self.year, 3 * self.number - 2)

    @property
    def name(self) -> str:
        """As content/ calls it."""
        return f"NCCI PTP {self.year} Q{self.number} (v{self.version[:2]}.{self.version[2]})"


def release_of(member: Member) -> tuple[Release, int]:
    """Tell the release and the part by the member's name; the zip's quarter has to agree."""
    named = NAME.match(member.name)
    if named is None or int(named["version"][2]) not in range(4):
        raise Refused(f"{member.name}: expected a name such as ccipra-v322r0-f1.TXT.")
    release = Release(SETTINGS[named["table"].lower()], named["version"], f"r{named['cut']}")
    zipped = re.search(r"(20\d\d)-?q(\d)", member.path.name, re.IGNORECASE)
    if zipped and (int(zipped[1]), int(zipped[2])) != (release.year, release.number):
        found = f"{member.path.name} holds {member.name}, of {release.year} Q{release.number}"
        raise Refused(f"{found}; expected one quarter. Fetch the zip anew.")
    return release, int(named["part"])
