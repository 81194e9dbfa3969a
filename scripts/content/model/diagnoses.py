"""The shape of what is held of diagnoses: codes, families, pairings, risk groups."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from scripts.content.model import ReleaseFile
from scripts.content.values import CodeNumber, Frozen, Key, Supported, Text

IcdCode = Annotated[
    str, StringConstraints(pattern=r"^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4}|\.[0-9A-Z]{1,3}x)?$")
]
Side = Literal["right", "left", "both", "unspecified"]
Dominance = Literal["dominant", "non-dominant"]
# first: may be listed first; additional: beside another; avoid: take another code, or ask.
Role = Literal["first", "additional", "avoid"]


class Edge(Supported):
    """The first or the last day on which a code could be billed."""

    day: date


class DiagnosisNote(Supported):
    """What to know of a code: its use, what it excludes, when to ask, what the page had wrong.

    `corrects` are the numbers of the corrections of the source page that it is about.
    """

    about: Literal["use", "excludes", "query", "source page"]
    says: Text
    corrects: tuple[int, ...] = ()


class DiagnosisFile(Frozen):
    """content/diagnoses/<code>.yaml: what we say of a code; its title stands in the releases.

    `exists` is false for what people write and ICD-10-CM does not have. `others` are beginnings of
    codes that could stand in `instead` as well and are not held.
    """

    family: Key
    exists: bool = True
    side: Side | None = None
    dominance: Dominance | None = None
    begins: Edge | None = None
    ends: Edge | None = None
    instead: tuple[IcdCode, ...] = ()
    others: tuple[Text, ...] = ()
    notes: tuple[DiagnosisNote, ...] = ()


class FamilyFile(Frozen):
    """content/families/<key>.yaml: codes that differ in one thing, and what holds for them all."""

    title: Text
    notes: tuple[DiagnosisNote, ...] = ()


class Pair(Supported):
    """A diagnosis beside procedures, and in which place; `listed` where the source page has it."""

    diagnosis: IcdCode
    codes: tuple[CodeNumber, ...] = Field(min_length=1)
    role: Role
    listed: bool = False
    says: Text


class PairingsFile(Frozen):
    """content/pairings/<group>.yaml: the diagnoses of one kind of treatment."""

    title: Text
    pairs: tuple[Pair, ...] = Field(min_length=1)


class HccReleaseFile(ReleaseFile):
    """content/hcc/<name>.yaml: the map of one risk model for one payment year (`from`, `to`)."""

    model: Literal["V24", "V28"]
    year: Annotated[str, StringConstraints(pattern=r"^20[0-9]{2}$")]
