"""The shape of every row of a CSV in content/. What rows mean is checked by the lints."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from scripts.content.values import CodeNumber, Figure, Frozen, LocalityKey, Setting, Text


def _marked_na(cell: object) -> object:
    """Read CMS's mark `NA`, or the empty cell, of a CSV."""
    return cell == "NA" if cell in {"NA", ""} else cell


def _empty_as_none(cell: object) -> object:
    return None if cell == "" else cell


def _whole(cell: object) -> object:
    return int(cell) if isinstance(cell, str) and cell.isdecimal() else cell


Mark = Annotated[bool, BeforeValidator(_marked_na)]
Count = Annotated[int, BeforeValidator(_whole), Field(ge=0)]


class Valuation(Frozen):
    """A code's values in one fee schedule release, in RVUs; the plain totals are non-facility."""

    status: Text
    work: Figure
    practice_expense: Figure
    nonfacility_na: Mark
    facility_practice_expense: Figure
    facility_na: Mark
    malpractice: Figure
    nonfacility_total: Figure
    facility_total: Figure
    pc_tc: Text
    global_days: Text
    multiple_procedure: Text
    bilateral: Text
    assistant_at_surgery: Text
    co_surgeons: Text
    team_surgery: Text


class RvuRow(Valuation):
    """A line of content/rvu/<release>.csv."""

    code: CodeNumber


class GpciRow(Frozen):
    """A line of content/gpci/<name>.csv."""

    locality: LocalityKey
    work_with_floor: Figure
    work_without_floor: Annotated[Figure | None, BeforeValidator(_empty_as_none)] = None
    practice_expense: Figure
    malpractice: Figure


class LocalityRow(Frozen):
    """A line of content/localities.csv."""

    key: LocalityKey
    name: Text
    state: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    counties: Text


class MueRow(Frozen):
    """A line of content/mue/<release>.csv: the most units of a code for one patient and day."""

    code: CodeNumber
    setting: Setting
    value: Count
    mai: Annotated[str, Field(pattern=r"^[123]$")]
    rationale: Annotated[Text | None, BeforeValidator(_empty_as_none)] = None
