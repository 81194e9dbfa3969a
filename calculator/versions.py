"""What answers are worked out with here: digests of the data, the rules and the engine."""

import os
import sys
from collections.abc import Iterator
from hashlib import sha256
from typing import NamedTuple

import calculator
from calculator.reference import bundle
from calculator.reference.bundle import Reference

Record = dict[str, object]


class Held(NamedTuple):
    """The figures, and the sha256 of the text they were read from."""

    reference: Reference
    digest: str


def load(text: str) -> Held:
    """Read reference.json and keep its digest; raises `BadReference` where it is something else."""
    return Held(bundle.load(text), digest(text.encode()))


def versions(held: Held) -> dict[str, Record]:
    """Write the versions of data, rules and engine, each with its sha256."""
    return {
        "data": {"schema": bundle.SCHEMA, "sha256": held.digest},
        "rules": _rules(),
        "engine": _engine(),
    }


def digest(content: bytes) -> str:
    """Write the sha256 of bytes."""
    return sha256(content).hexdigest()


def _rules() -> Record:
    """Digest the package as it runs: bytecode in a browser, where no source is served; else source.

    One form says nothing of the other, so the form stands beside the digest.
    """
    packed = getattr(calculator.__spec__.loader, "modules", None)
    files = dict(_bytecode(packed) if packed else _sources())
    whole = sha256()
    for name in sorted(files):
        whole.update(f"{name}\0{len(files[name])}\0".encode() + files[name])
    return {"form": "bytecode" if packed else "source", "sha256": whole.hexdigest()}


def _bytecode(packed: dict[str, tuple[bool, bytes]]) -> Iterator[tuple[str, bytes]]:
    return ((name, code) for name, (_, code) in packed.items())


def _sources() -> Iterator[tuple[str, bytes]]:
    (top,) = calculator.__path__
    for folder, _, names in os.walk(top):
        for name in names:
            if name.endswith(".py"):
                path = os.path.join(folder, name)  # noqa: PTH118  pathlib is not in the browser
                with open(path, "rb") as file:  # noqa: PTH123
                    yield os.path.relpath(path, top).replace(os.sep, "/"), file.read()


def _engine() -> Record:
    """Name the Python that runs; in a browser, with the digest of the library it is served."""
    pyodide = getattr(sys.modules.get("pyodide"), "__version__", None)
    library = next((each for each in sys.path if each.endswith(".zip")), None)
    found = _read(library) if pyodide and library else None
    return {
        "python": ".".join(map(str, sys.version_info[:3])),
        "pyodide": pyodide,
        "library_sha256": digest(found) if found else None,
    }


def _read(path: str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123
        return file.read()
