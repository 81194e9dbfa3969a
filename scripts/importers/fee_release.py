"""A release of the fee schedule, by the names of its zip and of its members."""

import re
from dataclasses import dataclass

from scripts.importers import quarters
from scripts.importers.archive import Member
from scripts.importers.imported import Period, Refused, Source

NAME = re.compile(
    r"PPRRVU(?:20)?(?P<year>\d\d)_(?P<month>Jan|Apr|Jul|Oct)(?:_(?P<set>nonQPP|QPP))?",
    re.IGNORECASE,
)
ZIP = re.compile(r"rvu(?P<year>\d\d)(?P<letter>ar|[a-d])(?![a-z])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Release:
    """A release of the fee schedule: its year, the month of its quarter, its letter."""

    year: int
    month: int
    letter: str

    @property
    def name(self) -> str:
        """As CMS calls it."""
        return f"RVU{self.year % 100}{self.letter}"

    @property
    def slug(self) -> str:
        """In paths and keys; a correction of January takes the place of what it corrects."""
        return f"rvu{self.year % 100}{self.letter[0].lower()}"

    @property
    def period(self) -> Period:
        """The quarter it is for."""
        return quarters.quarter(self.year, self.month)

    def source(self, qualifying: bool, member: Member) -> Source:  # noqa: FBT001 - a column of a pair
        """Say what is cited for it."""
        words = "qualifying APM participants" if qualifying else "outside a qualifying APM"
        when = f"{quarters.NAMES[self.month]} {self.year}"
        title = f"CMS, fee schedule RVU file {self.name} ({when}), {words}"
        key = f"cms-{self.slug}-qpp" if qualifying else f"cms-{self.slug}"
        return Source(key, title, page(self.slug), member.fetched)


def page(slug: str) -> str:
    """Give CMS's page for a release, such as rvu26c."""
    below = "medicare/payment/fee-schedules/physician/pfs-relative-value-files"
    return f"https://www.cms.gov/{below}/{slug}"


def release_of(member: Member) -> Release:
    """Tell the release by the names of the member and of its zip, which have to agree."""
    named = NAME.match(member.name)
    if named is None:
        raise Refused(f"{member.name}: expected a name such as PPRRVU2026_Jul_nonQPP.csv.")
    year, month = 2000 + int(named["year"]), quarters.MONTHS[named["month"].capitalize()]
    letter = next(key for key, start in quarters.LETTERS.items() if start == month)
    zipped = ZIP.match(member.path.name) if member.inside else None
    if zipped and (int(zipped["year"]), quarters.LETTERS[zipped["letter"].upper()]) != (
        year % 100,
        month,
    ):
        found = f"{member.path.name} holds {member.name}"
        raise Refused(f"{found}: two releases; expected one. Fetch the zip anew.")
    return Release(year, month, zipped["letter"].upper() if zipped else letter)
