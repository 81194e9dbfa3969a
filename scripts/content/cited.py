"""Where content/ cites what."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.yaml_file import Said


def citations(content: Content) -> Iterator[tuple[str, str, str]]:
    """Yield each citation as file, field and the key of the source."""
    for file, document in content.documents.items():
        for path, key in _keys(document.value, ""):
            yield file, path, key


def files_by_source(content: Content) -> dict[str, tuple[str, ...]]:
    """List, for every source, the files that cite it."""
    files: dict[str, set[str]] = {key: set() for key in content.sources}
    for file, _, key in citations(content):
        files[key].add(file)
    return {key: tuple(sorted(found)) for key, found in files.items()}


def _keys(value: Said, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, entry in value.items():
            place = f"{path}.{name}" if path else name
            if name == "sources":
                yield from ((f"{place}[{number}]", key) for number, key in _texts(entry))
            else:
                yield from _keys(entry, place)
    elif isinstance(value, tuple):
        for number, entry in enumerate(value):
            yield from _keys(entry, f"{path}[{number}]")


def supported(content: Content) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """Yield each statement as file, field of its standing, standing and the keys of its sources."""
    for file, document in content.documents.items():
        yield from ((file, *found) for found in _supported(document.value, ""))


def _supported(value: Said, path: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    if isinstance(value, dict):
        if "standing" in value and "sources" in value:
            keys = tuple(key for _, key in _texts(value["sources"]))
            yield f"{path}.standing".removeprefix("."), str(value["standing"]), keys
        for name, entry in value.items():
            yield from _supported(entry, f"{path}.{name}".removeprefix("."))
    elif isinstance(value, tuple):
        for number, entry in enumerate(value):
            yield from _supported(entry, f"{path}[{number}]")


def _texts(entry: Said) -> Iterator[tuple[int, str]]:
    if isinstance(entry, tuple):
        yield from ((number, key) for number, key in enumerate(entry) if isinstance(key, str))
