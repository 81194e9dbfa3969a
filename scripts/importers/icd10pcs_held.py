"""content/pcs/ as an import of ICD-10-PCS finds it, and how its rows are written."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scripts.content.model import ReleaseFile
from scripts.content.model.pcs import (
    PcsCodeRow,
    PcsCodesFile,
    PcsDefinitionRow,
    PcsTableRow,
    PcsValueRow,
)
from scripts.content.problems import ContentRefused
from scripts.content.reader import Reader, Table
from scripts.content.values import Frozen
from scripts.importers.imported import Row


@dataclass(frozen=True, slots=True)
class HeldPcs:
    """The codes, the titles of values, the definitions and the tables of section F."""

    codes: Table[PcsCodesFile, PcsCodeRow]
    values: Table[ReleaseFile, PcsValueRow]
    definitions: Table[ReleaseFile, PcsDefinitionRow]
    tables: tuple[Table[ReleaseFile, PcsTableRow], ...]

    def codes_on(self, day: date) -> set[str]:
        """List the codes that are there on a day."""
        return {row.code for row in self.codes.rows if row.since is None or row.since <= day}


def held_pcs(root: Path) -> HeldPcs:
    """Read content/pcs/; raises `ContentRefused` where it has not its shape."""
    reader = Reader(root)
    codes = reader.table("pcs/codes", PcsCodesFile, PcsCodeRow)
    values = reader.table("pcs/values", ReleaseFile, PcsValueRow)
    definitions = reader.table("pcs/definitions", ReleaseFile, PcsDefinitionRow)
    tables = reader.tables("pcs/tables", ReleaseFile, PcsTableRow)
    if codes is None or values is None or definitions is None or reader.problems:
        raise ContentRefused(reader.problems)
    return HeldPcs(codes, values, definitions, tables)


def row_of(record: Frozen) -> Row:
    """Write a record as a CSV has it: nothing as an empty cell."""
    return {name: "" if value is None else str(value) for name, value in record}
