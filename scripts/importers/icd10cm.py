"""ICD-10-CM: a release read from its order file, its list of codes, its tabular list or addenda."""

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta

from scripts.content.diagnosis_rows import IcdRow
from scripts.content.model import ReleaseFile
from scripts.content.reader import Table as HeldTable
from scripts.importers import icd10cm_codes as lines, icd10cm_tabular, quarters
from scripts.importers.archive import Member
from scripts.importers.held import Held
from scripts.importers.icd10cm_codes import Entry
from scripts.importers.imported import Refused, Row, Source, Table
from scripts.importers.yaml_text import Folded

NAME = re.compile(
    r"icd10cm?[_-](?P<what>order|codes|tabular)(?P<addenda>[_-]addenda)?"
    r"[_-](?P<april>April-(?:1-)?)?(?P<year>\d{4})\.(?:txt|xml)",
    re.IGNORECASE,
)
APRIL = re.compile(r"april[-_ ](?:1[-_ ])?(?P<year>\d{4})", re.IGNORECASE)
# The order file tells headings from codes, so it goes first; addenda only where nothing else is.
RANK = {("order", False): 0, ("tabular", False): 1, ("codes", False): 2}
RANK |= {("order", True): 3, ("codes", True): 4}
NOTE = "The codes of the source page and their neighbours, not the whole list."
COLUMNS = ("code", "billable", "title")
PAGE = "https://www.cms.gov/medicare/coding-billing/icd-10-codes"


class Release(quarters.FiscalRelease):
    """The list of a fiscal year, or its update of April."""

    classification = "ICD-10-CM"

    @property
    def slug(self) -> str:
        """As its file in content/ is called."""
        return f"{self.year}-04" if self.april else f"fy{self.year}"


def kind_of(member: Member) -> tuple[str, bool]:
    """Tell what a member is: order, codes or tabular, and whether it is addenda."""
    named = NAME.fullmatch(member.name)
    if named is None:
        raise Refused(f"{member.name}: expected a name such as icd10cm_order_2026.txt.")
    return named["what"].lower(), named["addenda"] is not None


def release_of(member: Member) -> Release:
    """Tell the release by the names of member and zip: CMS's own files of April name no month."""
    named = NAME.fullmatch(member.name)
    if named is None:
        raise Refused(f"{member.name}: expected a name such as icd10cm_order_2026.txt.")
    zipped = APRIL.search(member.path.name) if member.inside else None
    year = int(named["year"])
    if zipped and int(zipped["year"]) != year:
        found = f"{member.path.name} holds {member.name}"
        raise Refused(f"{found}: two years; expected one. Fetch the zip anew.")
    return Release(year, bool(named["april"] or zipped))


def read(given: Sequence[Member], held: Held) -> tuple[Release, Table, Member, list[str]]:
    """Read the best of the members given: what tells most of headings and codes."""
    member = min(given, key=lambda each: (RANK[kind_of(each)], each.name))
    release = release_of(member)
    if len({release_of(each) for each in given}) != 1:
        names = ", ".join(sorted({release_of(each).name for each in given}))
        raise Refused(f"{names} together; expected one release at a time.")
    what, addenda = kind_of(member)
    notes = []
    if member.inside is None and not release.april and what != "tabular":
        april = f"CMS gives the same name to a file of April {release.year}: then give its zip"
        notes.append(f"{member.name} is read as the list of October {release.year - 1}. {april}.")
    if addenda:
        found = _changed(member, what, release, held)
        notes.append(f"{member.name}: the changes were applied to the release held before.")
    else:
        found = _entries(member, what, release)
    rows = tuple(_row(code, found.get(code)) for code in held.diagnoses)
    missing = [code for code in held.diagnoses if code not in found]
    if missing:
        what_for = "no code in it; a heading, deleted, or not yet there"
        notes.append(f"{release.name} does not list {', '.join(missing)}: {what_for}.")
    key = f"nchs-icd10cm-{release.slug}"
    source = Source(key, f"NCHS and CMS, {release.name}", PAGE, member.fetched)
    path = f"icd10cm/{release.slug}"
    fields = {"note": Folded(NOTE)}
    shown = (release.name, release.period, COLUMNS, rows, (source,), (key,))
    table = Table(path, *shown, after=fields)
    return release, table, member, notes


def _entries(member: Member, what: str, release: Release) -> Mapping[str, Entry]:
    if what == "tabular":
        return icd10cm_tabular.entries(member, release.year)
    return lines.entries(member, lines.ORDER_LINE if what == "order" else lines.CODES_LINE)


def _row(code: str, entry: Entry | None) -> Row:
    billable = "yes" if entry and entry.billable else "no"
    return {"code": code, "billable": billable, "title": entry.title if entry else ""}


def _changed(member: Member, what: str, release: Release, held: Held) -> Mapping[str, Entry]:
    """Apply addenda to the release that ends on the day before."""
    layout = lines.ADDENDA_ORDER if what == "order" else lines.ADDENDA_CODES
    changes = lines.changes(member, layout)
    found = {
        row.code: Entry(row.billable, row.title or "")
        for row in _before(member, release, held).rows
        if row.title or row.billable
    }
    for change in changes:
        before = found.get(change.code)
        if change.tag == "Delete" and before and before.billable == change.entry.billable:
            found[change.code] = Entry(billable=False, title="")
        elif change.tag in {"Add", "Revise to"}:
            found[change.code] = change.entry
    return {code: entry for code, entry in found.items() if entry.title}


def _before(member: Member, release: Release, held: Held) -> HeldTable[ReleaseFile, IcdRow]:
    path, start = f"icd10cm/{release.slug}", release.period.start
    others = [each for each in held.icd10cm if each.path != path]
    earlier = [each for each in others if each.release.start < start]
    last = earlier[-1] if earlier else None
    if last is None or last.release.end < start - timedelta(days=1):
        lacks = f"{member.name} changes the release in force on {start - timedelta(days=1)}"
        todo = f"Import the order file of {release.name} itself"
        raise Refused(f"{lacks}, which is not held; expected it. {todo}.")
    return last
