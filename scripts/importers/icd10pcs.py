"""ICD-10-PCS, section F: titles, tables and definitions, put beside what content/pcs/ holds.

content/pcs/ knows from which day a code is there, and of no last day. So a release adds codes; one
that drops a code is refused. New codes need both their titles and their tables.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import product

from scripts.content.model import ReleaseFile
from scripts.content.model.pcs import PcsCodeRow, PcsDefinitionRow, PcsTableRow, PcsValueRow
from scripts.content.reader import Table as HeldTable
from scripts.content.values import Frozen
from scripts.importers import icd10pcs_codes, icd10pcs_xml, quarters
from scripts.importers.archive import Member
from scripts.importers.held import Held
from scripts.importers.icd10cm import APRIL, PAGE
from scripts.importers.icd10pcs_held import HeldPcs, held_pcs, row_of
from scripts.importers.icd10pcs_rows import grouped
from scripts.importers.icd10pcs_xml import ROW_FIELDS, SECTION, Tables
from scripts.importers.imported import Period, Refused, Row, Source, Table
from scripts.importers.yaml_text import Folded, Value, Verbatim

NAME = re.compile(
    r"icd10pcs[_-](?P<what>order|codes|tables|definitions)[_-](?P<year>\d{4})\.(?:txt|xml)",
    re.IGNORECASE,
)
DAY = timedelta(days=1)
DERIVED_NOTE = (
    "The codes that this release added, grouped as its tables allow; rows that were there before "
    "stand in the older tables."
)


class Release(quarters.FiscalRelease):
    """The list of a fiscal year, or its update of April."""

    classification = "ICD-10-PCS"

    @property
    def slug(self) -> str:
        """As its tables in content/ are called."""
        return f"fy{self.year}-april" if self.april else f"fy{self.year}"


@dataclass(frozen=True, slots=True)
class Given:
    """What the files of one release say, as far as they were given."""

    titles: Mapping[str, str] | None
    tables: Tables | None
    definitions: tuple[Row, ...] | None

    @property
    def codes(self) -> set[str] | None:
        """The codes by the tables or the titles; None where neither was given."""
        if self.tables is None:
            return set(self.titles) if self.titles is not None else None
        return _codes_of(self.tables)


def _codes_of(tables: Tables) -> set[str]:
    return {
        row["table"] + "".join(each)
        for row in tables.rows
        for each in product(*(row[name] for name in ROW_FIELDS))
    }


def what_of(member: Member) -> str:
    """Tell what a member is: order, codes, tables or definitions."""
    named = NAME.fullmatch(member.name)
    if named is None:
        raise Refused(f"{member.name}: expected a name such as icd10pcs_order_2026.txt.")
    return named["what"].lower()


def release_of(member: Member) -> Release:
    """Tell the release by the names of member and zip."""
    named = NAME.fullmatch(member.name)
    if named is None:
        raise Refused(f"{member.name}: expected a name such as icd10pcs_order_2026.txt.")
    year = int(named["year"])
    zipped = APRIL.search(member.path.name) if member.inside else None
    if zipped and int(zipped["year"]) != year:
        found = f"{member.path.name} holds {member.name}"
        raise Refused(f"{found}: two years; expected one. Fetch the zip anew.")
    return Release(year, bool(zipped))


def read(
    members: Sequence[Member], held: Held
) -> tuple[Release, tuple[Table, ...], tuple[str, ...], list[str]]:
    """Read what was given of one release and put it beside what is held."""
    by_kind = {what_of(each): each for each in members}
    releases = {release_of(each) for each in members}
    if len(releases) != 1:
        names = ", ".join(sorted(each.name for each in releases))
        raise Refused(f"{names} together; expected one release at a time.")
    release, notes = releases.pop(), list[str]()
    if "order" in by_kind:
        by_kind.pop("codes", None)
    given = _given(by_kind, release, notes)
    before = held_pcs(held.root)
    added = _added(release, given, before)
    sources = {what: _source(what, release, member) for what, member in by_kind.items()}
    tables = tuple(_tables(release, given, before, added, sources))
    if added:
        notes.append(f"{release.name} adds {len(added)} codes: {', '.join(sorted(added)[:8])} …")
    return release, tables, tuple(each.name for each in by_kind.values()), notes


def _given(by_kind: Mapping[str, Member], release: Release, notes: list[str]) -> Given:
    listed = by_kind.get("order") or by_kind.get("codes")
    if listed and "codes" in by_kind:
        notes.append(f"{listed.name}: a list of codes was never seen here, only described.")
    titles = icd10pcs_codes.titles(listed, SECTION, order="order" in by_kind) if listed else None
    drawn, defined = by_kind.get("tables"), by_kind.get("definitions")
    tables = icd10pcs_xml.tables(drawn, release.year) if drawn else None
    definitions = icd10pcs_xml.definitions(defined, release.year) if defined else None
    if titles is not None and tables is not None:
        given = Given(titles, tables, definitions)
        apart = sorted((given.codes or set()) ^ set(titles))
        if apart:
            found = f"{len(apart)} codes stand in one of titles and tables alone: {apart[0]} …"
            raise Refused(f"{release.name}: {found}; expected the same codes in both.")
    return Given(titles, tables, definitions)


def _added(release: Release, given: Given, before: HeldPcs) -> set[str]:
    """Tell the new codes; refuses a release that drops some, or that leaves a gap in time."""
    start, known = release.period.start, before.codes.release
    if not known.start <= start <= known.end + DAY:
        found = f"{release.name} begins on {start}"
        raise Refused(f"{found}; expected a day from {known.start} to {known.end + DAY}.")
    if given.codes is None:
        return set()
    gone = sorted(before.codes_on(start) - given.codes)
    if gone:
        todo = "content/pcs/ has no last day of a code: it has to learn that first."
        found = f"{release.name} has {len(gone)} codes no more: {', '.join(gone[:8])}"
        raise Refused(f"{found}; expected all that are held on {start}. {todo}")
    added = given.codes - {row.code for row in before.codes.rows}
    if added and (given.titles is None or given.tables is None):
        lacks = "titles (the order file)" if given.titles is None else "tables (the XML)"
        found = f"{release.name} adds {len(added)} codes, such as {min(added)}"
        todo = "Put the order file and the tables in one folder and give the folder."
        raise Refused(f"{found}; expected their {lacks} as well. {todo}")
    return added


def _tables(
    release: Release,
    given: Given,
    before: HeldPcs,
    added: set[str],
    sources: Mapping[str, Source],
) -> Iterator[Table]:
    listed, drawn = sources.get("order") or sources.get("codes"), sources.get("tables")
    if listed and given.titles is not None:
        yield _codes(release, given.titles, before, added, listed)
    if drawn and given.tables is not None:
        yield _values(release, given.tables, before, drawn)
        yield from _rows(release, given.tables, before, added, drawn)
    if given.definitions is not None:
        columns = tuple(PcsDefinitionRow.model_fields)
        source = sources["definitions"]
        yield _beside(release, before.definitions, columns, given.definitions, source)


def _codes(
    release: Release, titles: Mapping[str, str], before: HeldPcs, added: set[str], source: Source
) -> Table:
    rows = {row.code: row_of(row) for row in before.codes.rows}
    for code, title in titles.items():
        if code in rows:
            rows[code] = {**rows[code], "title": title, "title_standing": ""}
    start = release.period.start
    for code in added:
        rows[code] = {
            "code": code,
            "title": titles[code],
            "since": str(start),
            "title_standing": "",
        }
    counts = {str(each.start): each.codes for each in before.codes.release.counts}
    if added:
        counts[str(start)] = len(before.codes_on(start)) + len(added)
    since = before.codes.release.since
    cites = dict.fromkeys((*since.sources, *([source.key] if added else [])))
    more: dict[str, Value] = {
        "since": {"standing": since.standing, "sources": tuple(cites)},
        "counts": tuple(
            Verbatim(f"{{from: {day}, codes: {count}}}") for day, count in counts.items()
        ),
    }
    columns = tuple(PcsCodeRow.model_fields)
    ordered = tuple(rows[code] for code in sorted(rows))
    return _beside(release, before.codes, columns, ordered, source, more)


def _values(release: Release, tables: Tables, before: HeldPcs, source: Source) -> Table:
    rows = {(str(row.position), row.after, row.value): row_of(row) for row in before.values.rows}
    for (position, after, value), title in tables.titles.items():
        place = {"position": position, "after": after, "value": value}
        rows[position, after, value] = place | {"title": title}
    ordered = tuple(rows[key] for key in sorted(rows))
    return _beside(release, before.values, tuple(PcsValueRow.model_fields), ordered, source)


def _rows(
    release: Release, tables: Tables, before: HeldPcs, added: set[str], source: Source
) -> Iterator[Table]:
    """Give the tables: those of this release as it groups them, those of others with their days."""
    path, columns = f"pcs/tables/{release.slug}", tuple(PcsTableRow.model_fields)
    for table in before.tables:
        mine = {code for row in table.rows for code in row.codes}
        whole = table.path == path and mine == _codes_of(tables)
        rows = tables.rows if whole else tuple(map(row_of, table.rows))
        yield _beside(release, table, columns, rows, source)
    if added:
        last: dict[str, int] = {}
        for row in (row for table in before.tables for row in table.rows):
            last[row.table] = max(row.row, last.get(row.table, 0))
        fields = {"note": Folded(DERIVED_NOTE)}
        shown = (columns, grouped(tables.rows, added, last), (source,), (source.key,))
        yield Table(path, f"{release.name}, additions", release.period, *shown, after=fields)


def _beside(  # noqa: PLR0913, PLR0917 - the parts of one table
    release: Release,
    held: HeldTable[ReleaseFile, Frozen],
    columns: tuple[str, ...],
    rows: Iterable[Row],
    source: Source,
    more: Mapping[str, Value] | None = None,
) -> Table:
    """Give a table held with new rows: it answers to the end of the new release as well."""
    known = held.release
    period = Period(known.start, max(known.end, release.period.end))
    cites = known.sources if known.end >= release.period.end else (*known.sources, source.key)
    note: dict[str, Value] = {"note": Folded(known.note)} if known.note else {}
    name = known.release
    if known.end < release.period.end:
        name = f"{known.release.partition(' to ')[0]} to FY{release.year}"
    last = {**note, **(more or {})}
    used = (source,) if source.key in cites else ()
    return Table(
        held.path, name, period, columns, tuple(rows), used, cites, {}, last, known.standing
    )


def _source(what: str, release: Release, member: Member) -> Source:
    words = {"order": "code titles", "codes": "code titles"}.get(what, what)
    kind = {"order": "codes"}.get(what, what)
    update = "-april" if release.april else ""
    key = f"cms-icd10pcs-{release.year}{update}-{kind}"
    return Source(key, f"CMS, {release.name}, {words}, section F", PAGE, member.fetched)
