"""Files as they are handed over: one file, a zip, or a folder of them. Nothing is unpacked."""

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath
from typing import IO

from scripts.importers.imported import Refused

LARGEST = 1_000_000_000  # bytes unpacked, of all members together
TIGHTEST = 200  # times smaller packed than unpacked
MOST = 1000  # members
IN_MEMORY = 32_000_000  # bytes; only parts of the NCCI edits are larger
SMALL = 1_000_000  # bytes that may be packed as tight as they like


@dataclass(frozen=True, slots=True)
class Member:
    """A file by its own name. `inside` is its path in the zip it lies in, None for a bare file."""

    name: str
    path: Path
    inside: str | None = None

    @property
    def suffix(self) -> str:
        """The ending of its name in small letters, with the dot."""
        return PurePosixPath(self.name).suffix.lower()

    @property
    def fetched(self) -> date:
        """The day it was fetched: when the file that it is, or lies in, was last written."""
        return datetime.fromtimestamp(self.path.stat().st_mtime, UTC).date()

    @contextmanager
    def opened(self) -> Iterator[IO[bytes]]:
        """Give its bytes as a stream."""
        try:
            if self.inside is None:
                with self.path.open("rb") as stream:
                    yield _held(stream, self.path.stat().st_size)
            else:
                with zipfile.ZipFile(self.path) as archive, archive.open(self.inside) as stream:
                    yield _held(stream, archive.getinfo(self.inside).file_size)
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise Refused(
                f"{self.path.name}: {error}. Expected a whole zip: fetch it anew."
            ) from error


def _held(stream: IO[bytes], size: int) -> IO[bytes]:
    """Give a small file from memory: whoever stops reading half way leaves nothing open."""
    return io.BytesIO(stream.read()) if size <= IN_MEMORY else stream


def members(path: Path) -> tuple[Member, ...]:
    """List the files that `path` is or holds, by name; zips of a folder are looked into."""
    if path.is_dir():
        files = sorted(each for each in path.iterdir() if each.is_file() and each.name[0] != ".")
        return tuple(member for file in files for member in members(file))
    if not path.is_file():
        raise Refused(f"{path}: no such file. Expected an official file, or a folder of its parts.")
    if path.suffix.lower() != ".zip":
        return (Member(path.name, path),)
    try:
        with zipfile.ZipFile(path) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
    except zipfile.BadZipFile as error:
        raise Refused(f"{path.name}: {error}. Expected a zip: fetch the file anew.") from error
    check(path.name, infos)
    return tuple(_members(path, infos))


def check(archive: str, infos: list[zipfile.ZipInfo]) -> None:
    """Refuse a zip that unpacks to too much, leads out of its folder, or is locked."""
    if len(infos) > MOST or sum(info.file_size for info in infos) > LARGEST:
        found = f"{len(infos)} members of {sum(info.file_size for info in infos)} bytes"
        takes = f"at most {MOST} members of {LARGEST} bytes"
        raise Refused(f"{archive}: {found} unpacked; expected {takes}. It is no file of CMS.")
    for info in infos:
        place = PurePosixPath(info.filename.replace("\\", "/"))
        if place.is_absolute() or ".." in place.parts or ":" in place.parts[0]:
            out = f"{archive}: the member {info.filename} leads out of the zip"
            raise Refused(f"{out}; expected names below its own folder. It is no file of CMS.")
        if stat.S_ISLNK(info.external_attr >> 16):
            link = f"{archive}: the member {info.filename} is a link"
            raise Refused(f"{link}; expected files alone. It is no file of CMS.")
        if info.flag_bits & 1:
            raise Refused(f"{archive}: {info.filename} is locked; expected a zip without password.")
        if info.file_size > SMALL and info.file_size > TIGHTEST * max(info.compress_size, 1):
            times = info.file_size // max(info.compress_size, 1)
            tight = f"{archive}: {info.filename} unpacks to {times} times its size"
            raise Refused(f"{tight}; expected at most {TIGHTEST} times. It is no file of CMS.")


def _members(path: Path, infos: list[zipfile.ZipInfo]) -> Iterator[Member]:
    seen: set[str] = set()
    for info in sorted(infos, key=lambda info: info.filename):
        name = PurePosixPath(info.filename.replace("\\", "/")).name
        if name.lower() in seen:
            raise Refused(f"{path.name}: two members are named {name}; expected each name once.")
        seen.add(name.lower())
        yield Member(name, path, info.filename)
