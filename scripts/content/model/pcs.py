"""The shape of the YAML files and of the CSV rows in content/pcs/."""

from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from scripts.content.model import ReleaseFile
from scripts.content.values import Frozen, Standing, Supported, Text

CHARACTER = "[0-9A-HJ-NP-Z]"  # PCS has no I and no O

PcsCode = Annotated[str, StringConstraints(pattern=f"^F{CHARACTER}{{6}}$")]
PcsTable = Annotated[str, StringConstraints(pattern=f"^F{CHARACTER}{{2}}$")]
Characters = Annotated[str, StringConstraints(pattern=f"^{CHARACTER}+$")]
Character = Annotated[str, StringConstraints(pattern=f"^{CHARACTER}$")]
Position = Annotated[int, Field(ge=1, le=7)]


def _day(cell: object) -> object:
    if cell == "":
        return None
    try:
        return date.fromisoformat(cell) if isinstance(cell, str) else cell
    except ValueError:
        return cell


def _number(cell: object) -> object:
    return int(cell) if isinstance(cell, str) and cell.isdecimal() else cell


def _empty_as_none(cell: object) -> object:
    return None if cell == "" else cell


Day = Annotated[date, BeforeValidator(_day)]
MaybeDay = Annotated[date | None, BeforeValidator(_day)]
Number = Annotated[int, BeforeValidator(_number), Field(ge=1)]
MaybeText = Annotated[Text | None, BeforeValidator(_empty_as_none)]


class PcsAxis(Frozen):
    """A position and what section F calls it."""

    position: Position
    title: Text


class PcsAxesFile(Supported):
    """content/pcs/axes.yaml: the seven positions, in order."""

    axes: tuple[PcsAxis, ...] = Field(min_length=7, max_length=7)


class PcsCount(Frozen):
    """How many codes there are from a day on."""

    start: date = Field(alias="from")
    codes: Annotated[int, Field(ge=1)]


class PcsCountedFile(ReleaseFile):
    """content/pcs/msdrg.yaml: a list of codes that grows on certain days."""

    counts: tuple[PcsCount, ...] = Field(min_length=1)


class PcsCodesFile(PcsCountedFile):
    """content/pcs/codes.yaml: the codes; `since` tells what their days rest on."""

    since: Supported


class PcsSourceCode(Frozen):
    """A code of the page that this site corrects: how it is called there, and what is right."""

    code: Annotated[str, StringConstraints(pattern=f"^{CHARACTER}{{7}}$")]
    called: Text
    wrong: Text
    instead: tuple[PcsCode, ...] = Field(min_length=1)


class PcsSourceCodesFile(Supported):
    """content/pcs/source-codes.yaml."""

    codes: tuple[PcsSourceCode, ...] = Field(min_length=1)


class PcsTableRow(Frozen):
    """A line of content/pcs/tables/<release>.csv: every combination of its values is a code."""

    table: PcsTable
    row: Number
    regions: Characters
    type_qualifiers: Characters
    equipment: Characters
    qualifiers: Characters

    @property
    def codes(self) -> Iterator[str]:
        """Yield every code that the row allows."""
        sets = (self.regions, self.type_qualifiers, self.equipment, self.qualifiers)
        yield from (self.table + "".join(each) for each in product(*sets))


class PcsValueRow(Frozen):
    """A line of content/pcs/values.csv: what a character means where `after` stands before it."""

    position: Annotated[Number, Field(le=7)]
    after: Annotated[str, StringConstraints(pattern=f"^({CHARACTER}{{1,3}})?$")]
    value: Character
    title: Text


class PcsDefinitionRow(Frozen):
    """A line of content/pcs/definitions.csv: an official definition."""

    position: Annotated[Number, Field(le=7)]
    title: Text
    of: Annotated[Literal["assessment", "treatment"] | None, BeforeValidator(_empty_as_none)]
    definition: MaybeText
    explanation: MaybeText
    includes: MaybeText


class PcsCodeRow(Frozen):
    """A line of content/pcs/codes.csv; no day where the code is older than the release."""

    code: PcsCode
    title: Text
    since: MaybeDay
    title_standing: Annotated[Standing | None, BeforeValidator(_empty_as_none)]


class PcsListedRow(Frozen):
    """A line of content/pcs/msdrg.csv."""

    code: PcsCode
    since: Day
