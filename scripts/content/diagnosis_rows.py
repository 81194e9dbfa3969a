"""The rows of the ICD-10-CM releases and of the risk groups (HCC)."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from scripts.content.model.diagnoses import IcdCode
from scripts.content.values import Figure, Frozen, Text

Segment = Literal["CNA", "CND", "CFA", "CFD", "CPA", "CPD", "INS"]


def _said(cell: object) -> object:
    return {"yes": True, "no": False}.get(cell, cell) if isinstance(cell, str) else cell


def _empty_as_none(cell: object) -> object:
    return None if cell == "" else cell


class IcdRow(Frozen):
    """A line of content/icd10cm/<release>.csv; not billable: a heading, or not in the release."""

    code: IcdCode
    billable: Annotated[bool, BeforeValidator(_said)]
    title: Annotated[Text | None, BeforeValidator(_empty_as_none)] = None


class HccRow(Frozen):
    """A line of content/hcc/<model and year>.csv: the risk group that a diagnosis counts for."""

    code: IcdCode
    hcc: Annotated[str, Field(pattern=r"^[1-9][0-9]{0,2}$")]


class FactorRow(Frozen):
    """A line of content/hcc_factors/<model and year>.csv: what a group adds, by kind of patient."""

    hcc: Annotated[str, Field(pattern=r"^[1-9][0-9]{0,2}$")]
    label: Text
    segment: Segment
    factor: Figure
