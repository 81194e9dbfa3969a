"""vectors.json: the files of conformance cases, which stand below vectors/ as they are."""

from pathlib import Path

from pydantic import Field

from scripts.content.values import Key, Text
from scripts.pages import vectors
from scripts.pages.api.shapes import File, Kind, Shape


class Cases(Shape):
    """A file of cases."""

    key: Key = Field(description="What the cases are about, and the name of the file.")
    title: Text = Field(description="What they are about, in words.")
    address: Text = Field(description="The file, from here.")
    by_hand: int = Field(description="How many were worked out by hand.")
    by_two_programs: int = Field(description="How many two programs written apart agree on.")


class Vectors(Shape):
    """Every file of cases."""

    page: Text = Field(description="The page that describes them, from the root of the site.")
    case_schema: Text = Field(description="The JSON Schema of the files of cases, from here.")
    vectors: tuple[Cases, ...] = Field(description="By key.")


def kind(root: Path) -> Kind:
    """Give the files of cases below the root of the project."""
    found = (
        Cases(
            key=file.name,
            title=file.title,
            address=f"vectors/{file.name}.json",
            by_hand=file.worked[vectors.BY_HAND],
            by_two_programs=file.worked[vectors.BY_TWO],
        )
        for file in vectors.files(root)
    )
    whole = Vectors(
        page=f"{vectors.SERVED}/",
        case_schema=f"vectors/{vectors.SCHEMA}.json",
        vectors=tuple(found),
    )
    return Kind(
        "vectors",
        "Visits with what has to come out of them, to hold another program against.",
        {"vectors": Vectors},
        (File("vectors.json", "vectors", whole),),
        example="vectors.json",
        page=f"{vectors.SERVED}/",
    )
