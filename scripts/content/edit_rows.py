"""The shape of a row of content/ptp/."""

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, Field

from scripts.content.values import CodeNumber, Frozen, Text


def _empty_as_none(cell: object) -> object:
    return None if cell == "" else cell


def _day(cell: object) -> object:
    if not isinstance(cell, str):
        return cell
    try:
        return date.fromisoformat(cell) if cell else None
    except ValueError:
        return cell


Day = Annotated[date | None, BeforeValidator(_day)]


class PtpRow(Frozen):
    """A line of content/ptp/<release>.csv: an edit; `deleted` is the last day it was in force.

    An edit that was withdrawn from its first day on has indicator 9 and was never in force.
    """

    column_one: CodeNumber
    column_two: CodeNumber
    indicator: Annotated[str, Field(pattern=r"^[019]$")]
    effective: Day = None
    deleted: Day = None
    rationale: Annotated[Text | None, BeforeValidator(_empty_as_none)] = None

    @property
    def active(self) -> bool:
        """Tell whether the file lists the edit as not deleted."""
        return self.deleted is None
