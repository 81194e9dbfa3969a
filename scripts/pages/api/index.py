"""index.json: every file for programs, and what they may be used for."""

from collections.abc import Iterable
from hashlib import sha256

from pydantic import Field

from scripts.content.values import Text
from scripts.pages.api.schema import address
from scripts.pages.api.shapes import File, Kind, Page, Shape

VERSION = "v1"
# The page’s own foot says the same; a test holds them together.
NOTICE = (
    "CPT is a registered trademark of the American Medical Association. CPT numbers are the AMA’s; "
    "the labels here are our own words, not CPT descriptors. Fee schedules, relative value units, "
    "conversion factors and related components are not assigned by the AMA. Not legal or billing "
    "advice; check the payer’s own text before you bill."
)
CONTENT = "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/"
OFFICIAL = "Official figures and CMS’s own wording are in the public domain."
NUMBERS = "The numbers of CPT codes are the AMA’s and under none of these licences."


class Licence(Shape):
    """Under what the files may be used."""

    text: Text = Field(description="Of our text and the arrangement of the content.")
    schemas: Text = Field(description="Of the schemas and the conformance cases.")
    figures: Text = Field(description="Of the official figures.")
    numbers: Text = Field(description="Of the numbers of codes.")
    credit: Text = Field(description="How to name us.")


class Items(Shape):
    """Where a single item has a file of its own."""

    address: Text = Field(description="Its address from here, with a field of it in braces.")
    shape: Text = Field(alias="schema", description="Its JSON Schema, from here.")


class Listed(Shape):
    """A kind of file."""

    name: Text = Field(description="Its name.")
    about: Text = Field(description="What it holds.")
    address: Text = Field(description="Its file, from here.")
    shape: Text = Field(alias="schema", description="Its JSON Schema, from here.")
    bytes: int = Field(description="How long the file is.")
    sha256: Text = Field(description="The file’s checksum: another one means a change.")
    example: Text = Field(description="A file to look at, from here.")
    items: Items | None = Field(description="Null where single items have no file.")
    page: Page


class Index(Shape):
    """Every file for programs."""

    version: Text = Field(description="The version of these addresses and fields.")
    title: Text = Field(description="The site.")
    notice: Text = Field(description="The notice that goes with every use.")
    licence: Licence = Field(description="Under what the files may be used.")
    shape: Text = Field(alias="schema", description="The JSON Schema of this file, from here.")
    files: tuple[Listed, ...] = Field(description="By name.")


def file(kinds: Iterable[Kind], texts: dict[str, str]) -> File:
    """Make the index of these kinds; `texts` are the files as they are published, by address."""
    listed = sorted((_listed(each, texts) for each in kinds), key=lambda each: each.name)
    whole = Index(
        version=VERSION,
        title="Therapy Coding Reference",
        notice=NOTICE,
        licence=Licence(
            text=CONTENT,
            schemas="MIT",
            figures=OFFICIAL,
            numbers=NUMBERS,
            credit="The Therapy Coding Reference contributors, CC BY 4.0",
        ),
        shape=address("index"),
        files=tuple(listed),
    )
    return File("index.json", "index", whole)


def _listed(kind: Kind, texts: dict[str, str]) -> Listed:
    whole = texts[kind.files[0].address].encode()
    shapes = [*kind.shapes]
    return Listed(
        name=kind.name,
        about=kind.about,
        address=kind.files[0].address,
        shape=address(shapes[0]),
        bytes=len(whole),
        sha256=sha256(whole).hexdigest(),
        example=kind.example,
        items=Items(address=kind.items, shape=address(shapes[1])) if kind.items else None,
        page=kind.page,
    )
