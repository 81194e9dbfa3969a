"""The archive: what is in it, that it is whole, and that one commit makes one archive."""

import gzip
import io
import json
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from scripts.intranet import archive
from scripts.intranet.bill import bill
from scripts.intranet.inside import UnknownPart, inside
from scripts.intranet.origin import Origin
from scripts.intranet.packed import packed

ROOT = Path(__file__).resolve().parents[3]
ORIGIN = Origin("1.2", "0123456789ab", datetime(2026, 3, 2, 10, 11, 12, tzinfo=UTC), changed=False)


def test_every_file_but_the_sums_has_its_checksum(files: dict[str, bytes]) -> None:
    lines = files[archive.SUMS].decode().splitlines()
    others = {name: content for name, content in files.items() if name != archive.SUMS}
    assert sorted(lines) == sorted(
        f"{sha256(content).hexdigest()}  {name}" for name, content in others.items()
    )


def test_the_whole_site_is_in_it_and_packed_forms_unpack_to_it(
    files: dict[str, bytes], site: Path
) -> None:
    for file in site.rglob("*"):
        if file.is_file() and file.suffix != ".gz":
            name = f"site/{file.relative_to(site).as_posix()}"
            assert files[name] == file.read_bytes()
    for name, content in files.items():
        bare, _, ending = name.rpartition(".")
        if ending == "gz":
            assert gzip.decompress(content) == files[bare]
            assert content[4:8] == bytes(4)  # no time
        elif ending == "br":
            assert brotli.decompress(content) == files[bare]
    assert any(name.endswith("pyodide.asm.wasm.br") for name in files)


def test_the_same_files_make_the_same_archive_whenever_it_is_written(tmp_path: Path) -> None:
    some = {"b.txt": b"b" * 5000, "a/c.gz": b"x", "README.txt": b"read"}
    first = archive.write(some, ORIGIN, tmp_path / "one")
    again = archive.write(dict(reversed(some.items())), ORIGIN, tmp_path / "two")

    assert first.read_bytes() == again.read_bytes()
    with zipfile.ZipFile(io.BytesIO(first.read_bytes())) as read:
        top = "therapy-coding-reference-1.2-0123456789ab"
        assert read.namelist() == [f"{top}/README.txt", f"{top}/a/c.gz", f"{top}/b.txt"]
        assert {entry.date_time for entry in read.infolist()} == {(2026, 3, 2, 10, 11, 12)}


def test_an_archive_of_changed_files_says_so() -> None:
    assert replace(ORIGIN, changed=True).name.endswith("-0123456789ab-changed")


def test_the_bill_is_of_its_form_and_names_what_is_inside(
    files: dict[str, bytes], made_from: Origin
) -> None:
    text = files["sbom.cdx.json"].decode()
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    told = json.loads(text)
    parts = {part["name"]: part for part in told["components"]}
    assert set(parts) == {
        "@fontsource/ibm-plex-mono",
        "@fontsource/ibm-plex-sans",
        "mkdocs-material",
        "pyodide",
    }
    locked = json.loads((ROOT / "package.json").read_text())["dependencies"]
    assert parts["pyodide"]["version"] == locked["pyodide"]
    assert {"cpython", "emscripten", "zlib"} <= {
        part["name"] for part in parts["pyodide"]["components"]
    }
    assert {"lunr", "rxjs"} <= {part["name"] for part in parts["mkdocs-material"]["components"]}
    assert told["metadata"]["timestamp"] == made_from.when.isoformat()


def test_the_bill_of_one_commit_is_always_the_same(site: Path) -> None:
    parts = inside(ROOT, site)
    assert bill(ORIGIN, parts) == bill(ORIGIN, parts)


def test_a_part_of_the_theme_without_a_known_licence_stops_the_archive(tmp_path: Path) -> None:
    (tmp_path / "a.js.map").write_text('{"sources": ["../node_modules/newcomer/index.js"]}')
    with pytest.raises(UnknownPart, match="newcomer"):
        inside(ROOT, tmp_path)


def test_every_licence_that_is_named_is_there_or_listed(files: dict[str, bytes]) -> None:
    names = {name for name in files if name.startswith("licences/")}
    for own in ("LICENSE", "NOTICE", "MPL-2.0", "PSF-2.0", "mkdocs-material", "ibm-plex-sans"):
        assert f"licences/{own}.txt" in names
    listed = files["licences/README.txt"].decode()
    assert "cpython 3.14" in listed
    assert "  zlib " in listed


def test_small_files_and_pictures_are_not_packed() -> None:
    some = {"a.js": b"x" * 999, "b.png": b"x" * 9000, "c.js": b"x" * 9000}
    assert [name for name, _ in packed(some, 1)] == ["c.js.gz", "c.js.br"]
