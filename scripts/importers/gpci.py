"""GPCI: the indices of each locality. Columns are found by their words, as year and marks vary.

January 2026 had the work GPCI with and without its floor, later files have it with the floor alone.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from scripts.importers import cells, quarters
from scripts.importers.archive import Member
from scripts.importers.fee_release import ZIP, page
from scripts.importers.gpci_txt import rows as fixed_rows
from scripts.importers.held import Held
from scripts.importers.imported import Period, Refused, Row, Source, Table

NAME = re.compile(r"GPCI(?P<year>\d{4})", re.IGNORECASE)
FIRST = "Medicare Administrative Contractor (MAC)"
WITH, WITHOUT = "PW GPCI (with 1.0 Floor)", "PW GPCI (without 1.0 Floor)"
COLUMNS = {WITH: "work_with_floor", WITHOUT: "work_without_floor"}
COLUMNS |= {"PE GPCI": "practice_expense", "MP GPCI": "malpractice"}
PLACE = (FIRST, "State", "Locality Number", "Locality Name")
MAC, LOCALITY = 5, 2  # digits
IN_FORCE = ("work_with_floor", "practice_expense", "malpractice")


@dataclass(frozen=True, slots=True)
class Release:
    """The year a file names, and the quarter that its zip is for: none for a bare file."""

    year: int
    quarter: Period | None
    slug: str | None  # rvu26c


def release_of(member: Member) -> Release:
    """Tell the release by the names of the member and of its zip."""
    named = NAME.match(member.name)
    if named is None:
        raise Refused(f"{member.name}: expected a name such as GPCI2026.csv.")
    number = int(named["year"])
    zipped = ZIP.match(member.path.name) if member.inside else None
    if zipped is None:
        return Release(number, None, None)
    if int(zipped["year"]) != number % 100:
        found = f"{member.path.name} holds {member.name}"
        raise Refused(f"{found}: two years; expected one. Fetch the zip anew.")
    letter = zipped["letter"].upper()
    slug = f"rvu{zipped['year']}{letter[0].lower()}"
    return Release(number, quarters.quarter(number, quarters.LETTERS[letter]), slug)


def read(member: Member, held: Held) -> tuple[tuple[Table, ...], list[str]]:
    """Read the indices; gives no table where those held on the first day are the same."""
    release = release_of(member)
    found = _rows(member, release)
    places = set(held.localities)
    rows = tuple(found[key] for key in sorted(places & set(found)))
    notes = [*_differences(member, places, set(found))]
    start = release.quarter.start if release.quarter else date(release.year, 1, 1)
    before = next((each for each in held.gpci if each.release.holds_on(start)), None)
    if before and _same(rows, [each.model_dump() for each in before.rows]):
        notes.append(f"{member.name}: the indices are those of {before.release.release}, held.")
        return (), notes
    own_year = any(each.release.start.year == release.year for each in held.gpci)
    if own_year and release.quarter is None:
        found_words = f"{member.name}: other indices than those held for {release.year}"
        raise Refused(f"{found_words}, from a day unknown; expected the zip it came in. Give that.")
    return (_table(member, release, rows, own_year=own_year),), notes


def _table(member: Member, release: Release, rows: tuple[Row, ...], *, own_year: bool) -> Table:
    name = f"GPCI {release.year}"
    key = f"gpci-{release.year}"
    if own_year and release.slug:
        name, key = f"{name} ({release.slug.upper()})", f"{key}{release.slug[-1]}"
    columns = ("locality", *(each for each in COLUMNS.values() if each in rows[0]))
    first = f"rvu{release.year % 100}a"
    title = f"CMS, GPCIs by locality, {name.removeprefix('GPCI ')}"
    source = Source(f"cms-{key}", title, page(release.slug or first), member.fetched)
    whole = quarters.year(release.year)
    period = Period(release.quarter.start, whole.end) if own_year and release.quarter else whole
    work = {"work": "work_with_floor"}
    return Table(
        f"gpci/{key}",
        name,
        period,
        columns,
        rows,
        (source,),
        (source.key,),
        after=work,
        fills_year=True,
    )


def _same(rows: tuple[Row, ...], before: list[dict[str, object]]) -> bool:
    old = {str(row["locality"]): [str(row[name]) for name in IN_FORCE] for row in before}
    return old == {row["locality"]: [row[name] for name in IN_FORCE] for row in rows}


def _differences(member: Member, places: set[str], found: set[str]) -> Iterator[str]:
    if places - found:
        yield f"{member.name} has no row for {', '.join(sorted(places - found))}: given up?"
    if found - places:
        new = ", ".join(sorted(found - places))
        yield f"{member.name} has {new}, not held: name them in localities.csv first."


def _rows(member: Member, release: Release) -> Mapping[str, Row]:
    found: dict[str, Row] = {}
    records = fixed_rows(member, release.year) if member.suffix == ".txt" else _named(member)
    for record in records:
        mac = record[FIRST]
        number = record["Locality Number"]
        if member.suffix == ".xlsx":  # Excel keeps some of them as numbers
            mac, number = mac.zfill(MAC), number.zfill(LOCALITY)
        key = f"{mac}-{number}"
        if not re.fullmatch(r"\d{5}-\d{2}", key) or key in found:
            takes = "five digits and two, each pair once"
            raise Refused(f"{member.name}: found MAC and locality {key}; expected {takes}.")
        numbers = {
            kept: cells.figure(member, f"{key} {name}", record[name], 3)
            for name, kept in COLUMNS.items()
            if name in record
        }
        found[key] = {"locality": key, **numbers}
    if not found:
        raise Refused(f"{member.name}: no locality below the header; expected about 109.")
    return found


def _named(member: Member) -> Iterator[Mapping[str, str]]:
    before, table = cells.headed(member, FIRST, (*PLACE, *COLUMNS))
    names = [re.sub(r"^\d{4} ", "", name).rstrip("*") for name in before[-1]]
    if WITH not in names:
        unlike = cells.unlike(member, " | ".join(before[-1]), " | ".join((*PLACE, *COLUMNS)))
        raise Refused(f"{unlike}\n  content/ holds the work GPCI with its floor.")
    places = cells.columns(member, names, (*PLACE, *COLUMNS), (WITHOUT,))
    for record in cells.records(member, table, places):
        if not record["State"]:
            return  # the footers begin
        yield record
