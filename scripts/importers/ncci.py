"""NCCI PTP edits: four parts make one table, split by column one. Read row by row, never whole.

In the file `*` as a deletion date means no date: the edit is active. A deletion date is the last
day the edit was in force. `*` in the third column means that the edit is older than 1996.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice, pairwise, zip_longest
from pathlib import Path

from scripts.importers import cells
from scripts.importers.archive import Member, members
from scripts.importers.held import Held
from scripts.importers.imported import Refused, Row, Source, Table
from scripts.importers.ncci_release import NAME, SETTINGS, Release, release_of
from scripts.importers.yaml_text import Folded, Value

PARTS = (1, 2, 3, 4)
STACKED = slice(2, 6)  # lines of the header, below the copyright line and the title
TITLE = "Column1/Column2 Edits"
ONE, TWO, RATIONALE = "Column 1", "Column 2", "PTP Edit Rationale"
OLD, EFFECTIVE = "*=in existence prior to 1996", "Effective Date"
DELETION = "Deletion Date *=no data"
INDICATOR = "Modifier 0=not allowed 1=allowed 9=not applicable"
EXPECTED = (ONE, TWO, OLD, EFFECTIVE, DELETION, INDICATOR, RATIONALE)
COLUMNS = ("column_one", "column_two", "indicator", "effective", "deleted", "rationale")
WITH_ANY = frozenset({"97530"})
PAGE = (
    "https://www.cms.gov/medicare/coding-billing/national-correct-coding-initiative-ncci-edits/"
    "medicare-ncci-procedure-procedure-ptp-edits"
)
SAYS = (
    "Active and deleted edits whose codes both stand in the list, and every edit of 97530 with any "
    "code, each with the days on which it began and ended."
)


def siblings(member: Member) -> tuple[Member, ...]:
    """Find the other parts of a member's table, in files beside it."""
    release, _ = release_of(member)
    beside = sorted(member.path.parent.iterdir())
    named = [each for each in beside if each.is_file() and _may_hold(each, release)]
    return tuple(found for each in named for found in members(each) if NAME.match(found.name))


def _may_hold(path: Path, release: Release) -> bool:
    found = NAME.search(path.name)
    if found is None:
        return False
    key = (SETTINGS[found["table"].lower()], found["version"], f"r{found['cut']}")
    return key == (release.setting, release.version, release.cut)


def read(given: Sequence[Member], held: Held) -> tuple[Release, Table, tuple[str, ...], list[str]]:
    """Read the four parts of one table; where some are missing, they are looked for beside it."""
    parts = _parts(given)
    release, _ = release_of(given[0])
    missing = [str(part) for part in PARTS if part not in parts]
    if missing:
        lacking = ", ".join(f"-f{part}" for part in missing)
        found = f"{release.name}, {release.setting}: the parts {', '.join(map(str, sorted(parts)))}"
        todo = "Put all four in one folder and give any of them, or the folder."
        raise Refused(f"{found}; expected four, {lacking} missing. {todo}")
    notes, names = list[str](), tuple(parts[part].name for part in PARTS)
    wanted = _wanted(release, held)
    rows = [row for part in PARTS for row in _rows(parts[part], wanted, notes)]
    rows.sort(key=lambda row: (row["column_one"], row["column_two"], row["effective"]))
    for before, after in pairwise(rows):
        key = ("column_one", "column_two", "effective")
        if [before[name] for name in key] == [after[name] for name in key]:
            edit = " ".join(after[name] for name in key)
            raise Refused(f"{release.name}: the edit {edit} comes twice; expected each once.")
    return release, _table(release, tuple(rows), wanted, parts[1]), names, notes


def _parts(given: Sequence[Member]) -> Mapping[int, Member]:
    """Order the parts by number; text before xlsx. All have to be of one table."""
    releases = {release_of(member)[0] for member in given}
    if len(releases) != 1:
        names = ", ".join(sorted(f"{each.name} {each.cut} {each.setting}" for each in releases))
        raise Refused(f"{names} together; expected one table at a time. Give one folder for each.")
    found: dict[int, Member] = {}
    for member in sorted(given, key=lambda each: (each.suffix != ".txt", each.name)):
        part = release_of(member)[1]
        if part not in PARTS:
            raise Refused(f"{member.name}: a part {part}; expected four parts, -f1 to -f4.")
        if found.setdefault(part, member).suffix == member.suffix and found[part] is not member:
            raise Refused(f"{member.name}: part {part} is there twice; expected each part once.")
    return found


def _wanted(release: Release, held: Held) -> tuple[str, ...]:
    """The codes of the family, and those that the edits held of this setting are about."""
    named = [
        each.release.scope.among for each in held.ptp if each.release.setting == release.setting
    ]
    return tuple(sorted({*held.codes, *(code for among in named for code in among)}))


def _rows(member: Member, wanted: tuple[str, ...], notes: list[str]) -> Iterator[Row]:
    """Yield the edits that are wanted; cells of all others are not even trimmed."""
    if member.suffix == ".xlsx":
        notes.append(f"{member.name}: an xlsx of edits was never seen here, only described.")
    table = cells.untrimmed(member)
    head = [[" ".join(cell.split()) for cell in row] for row in islice(table, STACKED.stop)]
    stacked = zip_longest(*head[STACKED], fillvalue="")
    places = cells.columns(member, [" ".join(" ".join(each).split()) for each in stacked], EXPECTED)
    one, two, family, some = places[ONE], places[TWO], frozenset(wanted), False
    for row in table:
        if len(row) < len(EXPECTED) or not row[one].strip():
            if any(cell.strip() for cell in row):
                found = f"{member.name}: a row of {len(row)} cells, {' | '.join(row)[:80]}"
                raise Refused(f"{found}; expected {len(EXPECTED)}. Fetch the file anew.")
            continue
        some = True
        pair = (row[one].strip(), row[two].strip())
        if (pair[0] in family and pair[1] in family) or not WITH_ANY.isdisjoint(pair):
            yield _row(member, {name: row[place].strip() for name, place in places.items()})
    if not some:
        raise Refused(f"{member.name}: no edit below the header; expected hundreds of thousands.")


def _row(member: Member, record: Mapping[str, str]) -> Row:
    pair = f"{record[ONE]} with {record[TWO]}"
    if record[INDICATOR] not in {"0", "1", "9"} or record[OLD] not in {"*", ""}:
        found = f"{pair}: indicator {record[INDICATOR]}, third column {record[OLD] or 'empty'}"
        raise Refused(f"{member.name}: {found}; expected 0, 1 or 9, and * or nothing.")
    deleted = record[DELETION]
    return {
        "column_one": record[ONE],
        "column_two": record[TWO],
        "indicator": record[INDICATOR],
        "effective": _day(member, pair, record[EFFECTIVE]),
        "deleted": "" if deleted == "*" else _day(member, pair, deleted),
        "rationale": record[RATIONALE],
    }


def _day(member: Member, pair: str, text: str) -> str:
    try:
        day = datetime.strptime(text, "%Y%m%d")  # noqa: DTZ007 - a day has no zone
    except ValueError:
        day = None
    if day is None or len(text) != len("20260701"):
        takes = "a day such as 20260701, or * for an edit that is not deleted"
        found = f"{member.name}: {pair}: found {text or 'nothing'} as a day"
        raise Refused(f"{found}; expected {takes}.")
    return day.date().isoformat()


def _table(release: Release, rows: tuple[Row, ...], wanted: tuple[str, ...], part: Member) -> Table:
    quarter = f"{release.year}q{release.number}"
    words = {"practitioner": "practitioners", "hospital": "outpatient hospital"}[release.setting]
    version = f"v{release.version[:2]}.{release.version[2]}"
    title = f"CMS, NCCI procedure-to-procedure edits, {release.year} Q{release.number}, {version}"
    key = f"cms-ptp-{quarter}-{release.setting}"
    source = Source(key, f"{title}, {words}", PAGE, part.fetched)
    path = f"ptp/{release.setting}-{quarter}"
    scope: dict[str, Value] = {
        "says": Folded(SAYS),
        "among": wanted,
        "with_any": tuple(sorted(WITH_ANY)),
        "own_dates": True,
        "deleted_too": True,
    }
    shown = (release.name, release.period, COLUMNS, rows, (source,), (key,))
    return Table(path, *shown, {"setting": release.setting}, {"scope": scope})
