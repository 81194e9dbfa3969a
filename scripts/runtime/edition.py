"""The folder of one edition: all that pages ask for lies under a name made from its contents.

A page that is open while the site is renewed goes on asking for its own edition's files, and what
has a name of its own can be kept by browsers for ever.
"""

import json
import re
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from scripts.runtime.responses import ASSETS, LENGTH, TYPES

MARK = "site.json"  # at the site's root: which edition its pages are of
FILES = "files.json"  # in its folder: checksums and types, for the self-test page
ADDRESS = re.compile(rf'"((?:\.{{1,2}}/)*){ASSETS}/')


def place(site: Path) -> str:
    """Move assets/ below a folder named by its contents, lead every page there, return the name."""
    assets = site / ASSETS
    files = {file.relative_to(assets).as_posix(): file.read_bytes() for file in _files(assets)}
    whole = sha256()
    for name, content in files.items():
        whole.update(f"{name}\0{len(content)}\0".encode() + content)
    edition = whole.hexdigest()[:LENGTH]
    moved = site / "assets.moved"
    assets.rename(moved)
    assets.mkdir()
    moved.rename(assets / edition)
    sums = {name: checksum(content) for name, content in files.items()}
    _write(assets / edition / FILES, {"types": TYPES, "files": sums})
    _write(site / MARK, {"edition": edition})
    for page in sorted(site.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        page.write_text(ADDRESS.sub(rf'"\1{ASSETS}/{edition}/', text), encoding="utf-8")
    return edition


def folder(site: Path) -> str:
    """Say where the files of the pages' edition lie below `site`: assets/<edition>/."""
    return f"{ASSETS}/{json.loads((site / MARK).read_text(encoding='utf-8'))['edition']}/"


def checksum(content: bytes) -> str:
    """Write a checksum as browsers take it beside an address."""
    return f"sha256-{b64encode(sha256(content).digest()).decode()}"


def _files(start: Path) -> list[Path]:
    return sorted(file for file in start.rglob("*") if file.is_file())


def _write(path: Path, content: Mapping[str, object]) -> None:
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
