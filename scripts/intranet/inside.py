"""What is really inside the site, by whom, under which licence: read from what was built in."""

import json
import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

PYODIDE = "pyodide"
FONTS = ("@fontsource/ibm-plex-mono", "@fontsource/ibm-plex-sans")
THEME = "mkdocs-material"
LOCKED = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ ;\\]+)", re.MULTILINE)
PACKAGE = re.compile(r"node_modules/((?:@[^/]+/)?[^/]+)/")
# What the theme's bundles are made of, by the names in their source maps.
IN_THEME = {
    "clipboard": "MIT",
    "escape-html": "MIT",
    "focus-visible": "W3C-20150513",
    "lunr": "MIT",
    "material-design-color": "MIT",
    "rxjs": "Apache-2.0",
    "tslib": "0BSD",
}
# What Pyodide's WebAssembly is linked with, by words of it that stand in the file.
IN_PYODIDE = {
    "bzip2": ("bzip2-1.0.6", b"bz2"),
    "expat": ("MIT", b"EXPAT_"),
    "libmpdec": ("BSD-2-Clause", b"libmpdec"),
    "sqlite": ("blessing", b"sqlite3"),
    "xz": ("0BSD", b"liblzma"),
    "zlib": ("Zlib", b"inflate "),
}
ZLIB = re.compile(rb" inflate ([0-9.]+) Copyright")


class UnknownPart(Exception):
    """Something inside has no licence in the tables here."""


@dataclass(frozen=True, slots=True)
class Part:
    """A work by others: SPDX licence; where it comes from as a package address, without version."""

    name: str
    version: str
    licence: str
    source: str = ""
    sums: dict[str, str] = field(default_factory=dict)
    parts: tuple["Part", ...] = ()


def inside(root: Path, site: Path) -> list[Part]:
    """List what others made of the site, with what that in turn is made of."""
    packages = json.loads((root / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    npm = {name: packages[f"node_modules/{name}"] for name in (PYODIDE, *FONTS)}
    return [
        *(_of_npm(name, npm[name], "OFL-1.1") for name in FONTS),
        _theme(root, site),
        _of_npm(PYODIDE, npm[PYODIDE], "MPL-2.0", tuple(_in_pyodide(root))),
    ]


def _of_npm(name: str, locked: dict[str, str], licence: str, parts: tuple[Part, ...] = ()) -> Part:
    algorithm, _, digest = locked["integrity"].partition("-")
    sums = {algorithm: b64decode(digest).hex()}
    return Part(name, locked["version"], licence, f"npm/{name}", sums, parts)


def _theme(root: Path, site: Path) -> Part:
    lock = (root / "requirements/project.txt").read_text(encoding="utf-8")
    versions = {found["name"]: found["version"] for found in LOCKED.finditer(lock)}
    icons = Part("material-design-icons", "", "Apache-2.0", "npm/@mdi/svg")
    parts = (*_in_theme(site), icons)
    return Part(THEME, versions[THEME], "MIT", f"pypi/{THEME}", {}, parts)


def _in_theme(site: Path) -> Iterator[Part]:
    """Name the packages that the theme's source maps list; which version they do not tell."""
    names: set[str] = set()
    for file in site.rglob("*.map"):
        sources = json.loads(file.read_text(encoding="utf-8"))["sources"]
        names |= {found[1] for found in map(PACKAGE.search, sources) if found}
    for name in sorted(names):
        if name not in IN_THEME:
            raise UnknownPart(f"{name} is inside the theme; name its licence in {__file__}")
        yield Part(name, "", IN_THEME[name], f"npm/{name}")


def _in_pyodide(root: Path) -> Iterator[Part]:
    """Name what Pyodide says of itself, and what its WebAssembly is linked with."""
    pyodide = root / "node_modules/pyodide"
    info = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))["info"]
    yield Part("cpython", info["python"], "PSF-2.0")
    number = info["platform"].removeprefix("emscripten_").replace("_", ".")
    yield Part("emscripten", number, "MIT OR NCSA")
    machine = (pyodide / "pyodide.asm.wasm").read_bytes()
    zlib = ZLIB.search(machine)
    for name, (licence, word) in IN_PYODIDE.items():
        if word in machine:
            yield Part(name, zlib[1].decode() if zlib and name == "zlib" else "", licence)
