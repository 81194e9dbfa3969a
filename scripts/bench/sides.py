"""The three sides of a comparison, each a set of files, packed as a good server packs them."""

import gzip
import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import brotli  # type: ignore[import-untyped]

from scripts.runtime import edition

PAGES = Path(__file__).resolve().parent / "pages"
OURS = "ours"
DELIVERED = "pyodide_as_delivered"
PLAIN = "plain_javascript"
SIDES = (OURS, DELIVERED, PLAIN)
PAGE = "calculator/"
RUNTIME = "runtime/"  # in the folder of the edition
PACKED = "build/cache/brotli"  # packing the WebAssembly well takes half a minute

Side = Mapping[str, Path]


def load(root: Path) -> dict[str, Side]:
    """Give each side's files by address below its folder; the site must be built."""
    site, pyodide = root / "site", root / "node_modules/pyodide"
    assets = edition.folder(site)
    ours = {file.relative_to(site).as_posix(): file for file in site.rglob("*") if file.is_file()}
    (wheel,) = (root / "build/wheel").glob("*.whl")
    delivered = {name: file for name, file in ours.items() if not name.startswith(assets + RUNTIME)}
    delivered |= {f"{assets}{RUNTIME}{file.name}": file for file in pyodide.iterdir()}
    delivered |= {
        f"{assets}{RUNTIME}calculator.whl": wheel,
        f"{assets}worker.js": PAGES / "delivered.js",
    }
    plain = {
        f"{PAGE}index.html": PAGES / "plain.html",
        f"{PAGE}plain.js": PAGES / "plain.js",
    }
    return {OURS: ours, DELIVERED: delivered, PLAIN: plain}


@cache
def packed(file: Path, root: Path) -> bytes:
    """Pack a file with brotli as hard as it goes, once."""
    content = file.read_bytes()
    kept = root / PACKED / hashlib.sha256(content).hexdigest()
    if not kept.is_file():
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(brotli.compress(content))
    return kept.read_bytes()


@cache
def gzipped(file: Path) -> int:
    """Say how many bytes gzip makes of a file."""
    return len(gzip.compress(file.read_bytes()))
