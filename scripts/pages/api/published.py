"""api/v1/ as it is published: every file, its schema, and the index of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import relpath

from scripts.pages.api import (
    codes,
    edits,
    figures,
    freshness,
    index,
    modifiers,
    schema,
    statements,
    vectors,
)
from scripts.pages.api.layout import laid_out
from scripts.pages.api.shapes import File, Kind, Shape, provenance_last
from scripts.pages.facts import Facts

WIDTH = 200  # characters: an edit or a limit stands on one line
FOLDER = f"api/{index.VERSION}"
KINDS = (
    codes.kind,
    modifiers.kind,
    edits.kind,
    figures.figures,
    figures.localities,
    figures.indicators,
    statements.rules,
    statements.sources,
    statements.corrections,
    freshness.kind,
)


@dataclass(frozen=True, slots=True)
class Published:
    """Every kind of file in reading order, and every file below api/v1/ by its address."""

    kinds: tuple[Kind, ...]
    texts: Mapping[str, str]

    @property
    def shapes(self) -> dict[str, type[Shape]]:
        """The shape of every kind of file, by the name of its schema."""
        found = {"index": index.Index}
        return found | {name: shape for kind in self.kinds for name, shape in kind.shapes.items()}


def published(facts: Facts, root: Path) -> Published:
    """Write all files; `root` is the project's, whose conformance cases are listed too."""
    kinds = (*(made(facts) for made in KINDS), vectors.kind(root))
    texts = {file.address: _text(file) for kind in kinds for file in kind.files}
    listed = index.file(kinds, texts)
    texts[listed.address] = _text(listed)
    made = Published(kinds, texts)
    for name, shape in made.shapes.items():
        texts[schema.address(name)] = laid_out(schema.of(shape)) + "\n"
    return made


def pages(made: Published) -> Iterator[tuple[str, str]]:
    """Yield every file with its path below docs."""
    for address, text in made.texts.items():
        yield f"{FOLDER}/{address}", text


def _text(file: File) -> str:
    """Write a file: the same text for the same content, one end of line at its end."""
    fields = provenance_last(file.holds.model_dump(mode="json", by_alias=True))
    way = relpath(f"/{schema.address(file.shape)}", f"/{file.address}/..")
    return laid_out({"$schema": way, **fields}, WIDTH) + "\n"
