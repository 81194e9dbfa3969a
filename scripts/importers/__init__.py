"""Official files, as CMS and NCHS publish them, read into the form of content/.

`read` finds the kind of a file by its name and checks it by its content; `write` puts what was read
into content/, whole or not at all. `KINDS` is the list of what is taken, `REFUSED` of what is
refused by name and why.
"""

from pathlib import Path

from scripts.content.problems import ContentRefused
from scripts.importers import reading, writing
from scripts.importers.imported import Figure, Imported, Period, Refused, Row, Source, Table
from scripts.importers.taken import KINDS, REFUSED, Kind, Refusal

CONTENT = Path(__file__).resolve().parent.parent.parent / "content"

__all__ = [
    "CONTENT",
    "KINDS",
    "REFUSED",
    "Figure",
    "Imported",
    "Kind",
    "Period",
    "Refusal",
    "Refused",
    "Row",
    "Source",
    "Table",
    "read",
    "write",
]


def read(path: Path, content: Path = CONTENT) -> Imported:
    """Read an official file: a zip as published, one of its members, or a folder of parts.

    Only rows about what `content` holds are kept: codes of the family, localities, diagnoses.
    Nothing is written. Raises `Refused` for a file of another kind or layout, with its header and
    the one expected.
    """
    try:
        return reading.read(path, content)
    except ContentRefused as error:
        raise Refused(f"content/ has to be mended first (make check):\n{error}") from error


def write(imported: Imported, content: Path) -> tuple[Path, ...]:
    """Write what was read into `content`; gives the files that changed, in order.

    Everything is made in a folder beside `content`, which takes its place at the end: a failure
    leaves `content` as it was, and a second import of the same file changes nothing, and gives ().
    A new release ends the one before it on the day before it begins.
    """
    return writing.write(imported, content)
