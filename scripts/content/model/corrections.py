"""The shape of content/corrections and content/points: what was wrong, what is open."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from scripts.content.values import Supported, Text

Section = Literal[
    "Quick reference",
    "Clinical description",
    "Procedure table",
    "Pearl",
    "Includes",
    "Excludes",
    "Bundling alert",
    "Price",
    "Timed code note",
    "Modifiers",
    "Diagnoses",
    "Inpatient",
    "PCS",
    "Examples",
    "Pitfalls",
    "Sources",
    "Whole page",
]
Evidence = Literal["read in a source", "official file", "known, not re-read", "reasoning"]
# An address from the site's root, with or without an anchor: codes/97530/#modifiers.
Passage = Annotated[str, StringConstraints(pattern=r"^([a-z0-9-]+/)+(#[a-z0-9_-]+)?$")]


class CorrectionFile(Supported):
    """content/corrections/<number>.yaml: one statement of the source page, put right."""

    part: Literal["wrong", "misleading", "found since"]
    section: Section
    page_says: Text
    right: Text
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    confidence: Literal["high", "medium", "low"]
    would_change: Text
    touches: tuple[Passage, ...] = Field(min_length=1)


class Correction(CorrectionFile):
    """A correction under its number."""

    number: int


class PointFile(Supported):
    """content/points/<number>.yaml: a point on which the sources leave a choice."""

    question: Text
    state: Literal["settled here", "settled by the files", "open"]
    chosen: Text
    touches: tuple[Passage, ...] = ()


class Point(PointFile):
    """An open or settled point under its number."""

    number: int
