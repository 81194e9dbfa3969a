"""PPRRVU: the fee schedule's RVUs and the conversion factor on each of its rows.

Since 2026 there are two sets, nonQPP and QPP, that differ in the factor alone; the RVUs are read
from the first. Two layouts are known: 31 columns to 2025, 32 with PRIC IND from 2026 on. Names of
columns are stacked over five rows, so they are joined from there and never gone by position.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import zip_longest

from scripts.content.model import ReleaseFile
from scripts.importers import cells, quarters
from scripts.importers.archive import Member
from scripts.importers.fee_release import NAME, Release, release_of
from scripts.importers.held import Held
from scripts.importers.imported import Figure, Period, Refused, Row, Table
from scripts.importers.pprrvu_txt import rows as fixed_rows
from scripts.importers.yaml_text import Value

TITLE = re.compile(r"(\d{4}) National Physician Fee Schedule Relative Value File (\w+) Release")
STACKED = 5  # rows of the header
NEW_COLUMN, ITS_FIRST_YEAR = "PRIC IND", 2026
COLUMNS: Mapping[str, str | None] = {  # as the file names them: as content/ does
    "HCPCS": "code",
    "MOD": None,
    "DESCRIPTION": None,
    "STATUS CODE": "status",
    "NOT USED FOR MEDICARE PAYMENT": None,
    "WORK RVU": "work",
    "NON-FAC PE RVU": "practice_expense",
    "NON-FAC NA INDICATOR": "nonfacility_na",
    "FACILITY PE RVU": "facility_practice_expense",
    "FACILITY NA INDICATOR": "facility_na",
    "MP RVU": "malpractice",
    "NON-FACILITY TOTAL": "nonfacility_total",
    "FACILITY TOTAL": "facility_total",
    "PCTC IND": "pc_tc",
    "GLOB DAYS": "global_days",
    "PRE OP": None,
    "INTRA OP": None,
    "POST OP": None,
    "MULT PROC": "multiple_procedure",
    "BILAT SURG": "bilateral",
    "ASST SURG": "assistant_at_surgery",
    "CO- SURG": "co_surgeons",
    "TEAM SURG": "team_surgery",
    NEW_COLUMN: None,
    "ENDO BASE": None,
    "CONV FACTOR": None,
    "PHYSICIAN SUPERVISION OF DIAGNOSTIC PROCEDURES": None,
    "CALCULATION FLAG": None,
    "DIAGNOSTIC IMAGING FAMILY INDICATOR": None,
    "NON-FACILITY PE USED FOR OPPS PAYMENT AMOUNT": None,
    "FACILITY PE USED FOR OPPS PAYMENT AMOUNT": None,
    "MP USED FOR OPPS PAYMENT AMOUNT": None,
}
KEPT = tuple(name for name in COLUMNS.values() if name)
RVUS = tuple(name for name in KEPT if name in {"work", "malpractice"} or name[-5:] == "total")
MANY = 10  # codes deleted at once
PRIC = {"nonqpp": "9", "qpp": "1"}
GLOBAL = re.compile(r"\d{3}|[A-Z]{3}")


def read(
    members: tuple[Member, ...], held: Held
) -> tuple[Release, tuple[Table, ...], tuple[Figure, ...], list[str]]:
    """Read the sets of one release: nonQPP (or the one set to 2025), QPP, or both."""
    sets = {(NAME.match(each.name) or {"set": ""})["set"] or "": each for each in members}
    sets = {name.lower(): member for name, member in sets.items()}
    releases = {release_of(member).name: release_of(member) for member in members}
    if len(releases) != 1:
        raise Refused(f"The releases {', '.join(releases)} together; expected one at a time.")
    release = next(iter(releases.values()))
    if set(sets) == {"qpp"}:
        found = f"{release.name}: the QPP file alone; RVUs are read from the nonQPP file"
        raise Refused(f"{found}. Expected both: give the zip with both.")
    tables, figures, notes = list[Table](), list[Figure](), list[str]()
    read_in: dict[str, tuple[Row, ...]] = {}
    for name, member in sorted(sets.items()):
        rows, factor, said = _rows(member, name, release, held)
        read_in[name] = rows
        source = release.source(name == "qpp", member)
        key = "conversion-factor-qp" if name == "qpp" else "conversion-factor"
        span = Period(release.period.start, quarters.year(release.year).end)
        figures.append(Figure(key, factor, release.name, span, source))
        notes += said
        if name != "qpp":
            gone, missing = _gone(rows, held, release)
            notes += missing
            path = f"rvu/{release.slug}"
            _check_correction(path, release, held)
            spans = (release.name, release.period, KEPT, rows, (source,), (source.key,))
            before: dict[str, Value] = {"deleted": gone} if gone else {}
            tables.append(Table(path, *spans, before, fills_year=True))
    if "nonqpp" in sets and "qpp" not in sets:
        notes.append(f"{release.name}: the QPP file was not given, its conversion factor not read.")
    _check_alike(read_in, release)
    return release, tuple(tables), tuple(figures), notes


def _check_alike(sets: Mapping[str, tuple[Row, ...]], release: Release) -> None:
    """Refuse two sets whose rows differ: they are to differ in the factor alone."""
    if len(sets) == 1:
        return
    one, other = ({row["code"]: row for row in rows} for rows in sets.values())
    (first, second), again = sets, "Fetch the zip anew."
    for code in sorted({*one, *other}):
        if code not in one or code not in other:
            lacks = first if code not in one else second
            raise Refused(f"{release.name}: {code} has no row in {lacks}; expected both. {again}")
        for name in KEPT:
            if one[code][name] != other[code][name]:
                said = f"{first} {one[code][name]}, {second} {other[code][name]}"
                found = f"{release.name}: {code} {name}: {said}"
                raise Refused(f"{found}; expected the same in both sets. {again}")


def _check_correction(path: str, release: Release, held: Held) -> None:
    before = next((each.release.release for each in held.rvu if each.path == path), release.name)
    if before != release.name and not release.name.startswith(before):
        found = f"{release.name}, where content/ holds {before}, which corrects it"
        raise Refused(f"{found}; expected a release not yet replaced. Nothing newer is in it.")


def _gone(
    rows: tuple[Row, ...], held: Held, release: Release
) -> tuple[tuple[str, ...], Iterator[str]]:
    """List the codes of the release before that are gone, and say what the file has no row for.

    Raises `Refused` where many are gone: the file is then rather cut off.
    """
    earlier = [each for each in held.rvu if _own(each.release) < release.period.start]
    before = {row.code for row in earlier[-1].rows} if earlier else set[str]()
    given = {row["code"] for row in rows}
    gone = tuple(sorted(before - given))
    if len(gone) > MANY:
        few = f"{release.name} has {len(given)} codes of the family, {len(gone)} less than"
        found = f"{few} {earlier[-1].release.release}"
        raise Refused(f"{found}; expected at most {MANY} less. It may be cut off: fetch it anew.")
    return gone, _missing(sorted(set(held.codes) - given), gone, release)


def _check_end(member: Member, last: str, release: Release, held: Held) -> None:
    """Refuse a file that ends before the last code held: it was cut at the end of a line."""
    earlier = [each for each in held.rvu if _own(each.release) < release.period.start]
    due = max((row.code for row in earlier[-1].rows), default="") if earlier else ""
    if last < due:
        found = f"{member.name} ends with {last or 'no code'}, and {due} is held"
        raise Refused(f"{found}; expected codes up to it or beyond. It is cut off: fetch it anew.")


def _own(release: ReleaseFile) -> date:
    return quarters.rvu_start(release.release) or release.start


def _missing(missing: list[str], gone: tuple[str, ...], release: Release) -> Iterator[str]:
    if gone:
        yield f"{release.name} has no row any more for {', '.join(gone)}: deleted."
    if set(missing) - set(gone):
        others = ", ".join(code for code in missing if code not in gone)
        yield f"{release.name} has no row for {others}: not yet in force, or gone before."


def _rows(
    member: Member, kind: str, release: Release, held: Held
) -> tuple[tuple[Row, ...], str, list[str]]:
    """Give the rows of the family, the conversion factor, and notes."""
    notes: list[str] = []
    if member.suffix == ".txt":
        records = fixed_rows(member, release.year)
    else:
        records, notes = _named(member, release)
    family, found, factors = set(held.codes), dict[str, Row](), set[str]()
    last = ""
    for record in records:
        where = f"{record['HCPCS']} {record['MOD']}".strip()
        last = max(last, record["HCPCS"])
        factors.add(cells.figure(member, where, record["CONV FACTOR"], 4))
        if record.get(NEW_COLUMN, PRIC.get(kind)) != PRIC.get(kind):
            found_pric = f"{where} has PRIC IND {record.get(NEW_COLUMN, 'nowhere')}"
            expected = f"{PRIC.get(kind, 'none')} in a {kind or 'single'} set"
            raise Refused(f"{member.name}: {found_pric}, expected {expected}. Check the name.")
        row = _row(member, where, record)
        if record["HCPCS"] in family and not record["MOD"]:
            if record["HCPCS"] in found:
                raise Refused(f"{member.name}: {where} comes twice; expected one row for each.")
            found[record["HCPCS"]] = row
    _check_end(member, last, release, held)
    if len(factors) != 1:
        several = ", ".join(sorted(factors)) or "none"
        raise Refused(f"{member.name}: conversion factors {several}; expected one on every row.")
    return tuple(found[code] for code in sorted(found)), factors.pop(), notes


def _row(member: Member, where: str, record: Mapping[str, str]) -> Row:
    row = {kept: record[name] for name, kept in COLUMNS.items() if kept}
    for name in (*RVUS, "practice_expense", "facility_practice_expense"):
        row[name] = cells.figure(member, f"{where} {name}", row[name], 2)
    if not GLOBAL.fullmatch(row["global_days"]):
        lost = f"{where}: found {row['global_days'] or 'nothing'} as GLOB DAYS"
        raise Refused(f"{member.name}: {lost}; expected three characters. Take the csv.")
    for place, total in (("", "nonfacility_total"), ("facility_", "facility_total")):
        parts = [Decimal(row[name]) for name in ("work", f"{place}practice_expense", "malpractice")]
        if sum(parts) != Decimal(row[total]):
            due = f"expected {sum(parts)}, the sum of its parts. The columns may have shifted."
            raise Refused(f"{member.name}: {where}: found the total {row[total]}, {due}")
    return row


def _named(member: Member, release: Release) -> tuple[Iterator[Mapping[str, str]], list[str]]:
    """Find the header, hold its title against the release, and name the cells of each row."""
    due = [name for name in COLUMNS if name != NEW_COLUMN or release.year >= ITS_FIRST_YEAR]
    before, table = cells.headed(member, "HCPCS", due)
    stacked = zip_longest(*before[-STACKED:], fillvalue="")
    found = cells.columns(member, [" ".join(" ".join(each).split()) for each in stacked], due)
    return cells.records(member, table, found, len(before)), list(_title(member, before, release))


def _title(member: Member, before: list[list[str]], release: Release) -> Iterator[str]:
    titles = [TITLE.search(cell) for row in before for cell in row]
    title = next(filter(None, titles), None)
    if title is None:
        yield f"{member.name} has no title that names its release; its name was gone by."
    elif (int(title[1]), title[2]) != (release.year, quarters.NAMES[release.month]):
        due = f"{release.year} and {quarters.NAMES[release.month]}"
        raise Refused(
            f"{member.name}: its title says {title[1]} and {title[2]}, its name {due}; expected "
            "the same. Find out which is right, and name the file so."
        )
