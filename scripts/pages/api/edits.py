"""edits.json: which releases of NCCI edits are held; each release in a file of its own.

A setting and quarter a file: a program asks about one date in one setting, and a release that was
published does not change when the next one comes.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from pydantic import Field

from scripts.content.edit_rows import PtpRow
from scripts.content.model.edits import PtpReleaseFile
from scripts.content.reader import Table
from scripts.content.values import CodeNumber, Key, Setting, Text
from scripts.pages.api.shapes import Codes, Dated, File, Kind, Shape, Supported, held
from scripts.pages.facts import Facts

FOLDER = "ptp/"
EXAMPLE = "edits/practitioner-2026q4.json"


class Range(Shape):
    """All codes from one to another, both included."""

    first: CodeNumber = Field(description="The first code.")
    last: CodeNumber = Field(description="The last code.")


class Scope(Shape):
    """Which pairs the file was read for: its silence about any other means nothing."""

    says: Text = Field(description="The same in words.")
    among: Codes = Field(description="Every pair of two of these.")
    with_any: Codes = Field(description="Every pair of one of these with any code.")
    column_one: tuple[Range, ...] = Field(
        description="Where not empty, only edits whose column one lies in one of these."
    )
    own_dates: bool = Field(description="Whether each edit comes with its own days.")
    deleted_too: bool = Field(description="Whether deleted edits were read as well.")


class Edit(Shape):
    """A pair: column one is paid, column two is denied."""

    column_one: CodeNumber = Field(description="The code that is paid.")
    column_two: CodeNumber = Field(description="The code that is denied beside it.")
    indicator: Text = Field(
        description="0: always. 1: a modifier may tell that they are separate. 9: never in force."
    )
    effective: date | None = Field(description="The day it began; null where it was not seen.")
    deleted: date | None = Field(description="The last day it was in force; null where active.")
    rationale: Text | None = Field(description="CMS’s rationale; null where it was not seen.")


class Release(Dated):
    """What every release says of itself."""

    setting: Setting = Field(description="Whose edits they are.")
    note: Text | None = Field(description="What to know of it; null where there is nothing.")


class EditsOfRelease(Release):
    """The edits of a setting and quarter, as far as they were read."""

    scope: Scope = Field(description="Which pairs the file was read for.")
    edits: tuple[Edit, ...] = Field(description="By column one, then column two.")


class ListedRelease(Release):
    """A release, and where its edits stand."""

    key: Text = Field(description="The name of its file.")
    address: Text = Field(description="Its file, from here.")
    count: int = Field(description="How many edits it holds.")


class Policy(Supported):
    """What the policy manual wants of a pair, which is no edit."""

    key: Key = Field(description="Its key.")
    title: Text = Field(description="What it is about.")
    section: Text | None = Field(description="Its place in the manual; null where not known.")
    says: Text = Field(description="What is wanted, in our own words.")
    note: Text | None = Field(description="What the note has to show; null where nothing.")
    first: Codes = Field(description="One code of the pair is one of these.")
    second: Codes = Field(description="The other is one of these.")
    one_discipline: bool = Field(description="Only within one plan of care.")
    once: bool = Field(description="Also for a code that is billed twice.")


class Edits(Shape):
    """The releases of edits, and the policies."""

    releases: tuple[ListedRelease, ...] = Field(description="The oldest first.")
    policies: tuple[Policy, ...] = Field(description="By key.")


def kind(facts: Facts) -> Kind:
    """Give the edits."""
    return Kind(
        "edits",
        "NCCI edits, a file for each setting and quarter, and the policies that are no edits.",
        {"edits": Edits, "edits-of-release": EditsOfRelease},
        tuple(_files(facts)),
        example=EXAMPLE,
        page="exclusions/",
        items="edits/{key}.json",
        all_listed=True,
    )


def _files(facts: Facts) -> Iterator[File]:
    tables = facts.library.ptp
    policies = (Policy(**held(each)) for each in facts.library.policies.values())
    releases = (
        ListedRelease(
            **_release(table),
            key=_key(table),
            address=f"edits/{_key(table)}.json",
            count=len(table.rows),
        )
        for table in tables
    )
    yield File("edits.json", "edits", Edits(releases=tuple(releases), policies=tuple(policies)))
    for table in tables:
        rows = sorted(table.rows, key=lambda row: (row.column_one, row.column_two))
        whole = EditsOfRelease(
            **_release(table),
            scope=Scope(**held(table.release.scope)),
            edits=tuple(Edit(**held(row)) for row in rows),
        )
        yield File(f"edits/{_key(table)}.json", "edits-of-release", whole)


def _key(table: Table[PtpReleaseFile, PtpRow]) -> str:
    return table.path.removeprefix(FOLDER)


def _release(table: Table[PtpReleaseFile, PtpRow]) -> dict[str, Any]:
    return table.release.model_dump(include=set(Release.model_fields))
