"""ICD-10-PCS section F, joined: tables with their days, values with their definitions, codes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scripts.content.load import Content
from scripts.content.model.pcs import (
    PcsAxis,
    PcsDefinitionRow,
    PcsSourceCode,
    PcsTableRow,
    PcsValueRow,
)
from scripts.content.values import Dated, Frozen, Keys, Standing, Text

ROOT_TYPE, TYPE_QUALIFIER = 3, 5


class PcsRow(Dated, PcsTableRow):
    """A row of a table, with the days it answers for."""


class PcsValue(PcsValueRow):
    """What a character means, with its official definition where there is one."""

    definition: PcsDefinitionRow | None


class PcsCode(Frozen):
    """A code with its official title; `start` is the first day for which it is held.

    `is_new` tells whether that day is the code's first at all; `msdrg_since` is the day from which
    the grouper counts it for MS-DRG 945 and 946.
    """

    code: str
    title: Text
    title_standing: Standing
    start: date
    end: date
    is_new: bool
    msdrg_since: date | None


@dataclass(frozen=True, slots=True)
class Pcs:
    """Section F: everything in the official order."""

    axes: tuple[PcsAxis, ...]
    values: tuple[PcsValue, ...]
    rows: tuple[PcsRow, ...]
    codes: tuple[PcsCode, ...]
    source_codes: tuple[PcsSourceCode, ...]
    release: Dated  # of the codes
    grouper: Dated  # of the list for MS-DRG 945 and 946
    title_sources: Keys
    since_sources: Keys
    definition_sources: Keys

    @property
    def tables(self) -> tuple[str, ...]:
        """The first three characters of every table, in order."""
        return tuple(dict.fromkeys(row.table for row in self.rows))


def pcs(content: Content) -> Pcs:
    """Join the files of content/pcs/."""
    files = content.pcs
    since = {row.code: row.since for row in files.msdrg.rows}
    release = files.codes.release
    rows = [
        PcsRow(
            **{name: getattr(table.release, name) for name in Dated.model_fields},
            **dict(row),
        )
        for table in files.tables
        for row in table.rows
    ]
    return Pcs(
        axes=files.axes.axes,
        values=tuple(_values(content)),
        rows=tuple(sorted(rows, key=lambda row: (row.table, row.row))),
        codes=tuple(
            PcsCode(
                code=row.code,
                title=row.title,
                title_standing=row.title_standing or release.standing,
                start=row.since or release.start,
                end=release.end,
                is_new=row.since is not None,
                msdrg_since=since.get(row.code),
            )
            for row in sorted(files.codes.rows, key=lambda row: row.code)
        ),
        source_codes=files.source_codes.codes,
        release=release,
        grouper=files.msdrg.release,
        title_sources=release.sources,
        since_sources=release.since.sources,
        definition_sources=files.definitions.release.sources,
    )


def definition_of(content: Content, value: PcsValueRow) -> PcsDefinitionRow | None:
    """Find the definition of a value: that of its kind of table before that of all."""
    if value.position not in {ROOT_TYPE, TYPE_QUALIFIER}:
        return None
    kind = None if value.position == ROOT_TYPE else _kind(content, value.after)
    rows = content.pcs.definitions.rows
    fitting = [
        row
        for row in rows
        if (row.position, row.title) == (value.position, value.title) and row.of in {kind, None}
    ]
    return max(fitting, key=lambda row: row.of is not None, default=None)


def _kind(content: Content, table: str) -> str:
    """Tell whether a table's type qualifiers assess or treat, by the title of its root type."""
    title = next(
        (
            value.title
            for value in content.pcs.values.rows
            if value.position == ROOT_TYPE and value.after + value.value == table
        ),
        "",
    )
    return "assessment" if title.endswith("Assessment") else "treatment"


def _values(content: Content) -> Iterator[PcsValue]:
    for row in sorted(
        content.pcs.values.rows, key=lambda row: (row.position, row.after, row.value)
    ):
        yield PcsValue(**dict(row), definition=definition_of(content, row))
