"""Stages of a build: each is skipped while what it was made from is unchanged."""

import hashlib
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

STAMPS = "build/stamps"
SETTING = "$"
DATE = "SOURCE_DATE_EPOCH"
T = TypeVar("T")


class Refused(Exception):
    """A file that people write cannot be used; says why, one `file:line: …` a line."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A step: what it reads and writes below the root, and its work, which says what it made.

    What it reads may also be a setting of the environment, as `$NAME`.
    """

    name: str
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    work: Callable[[Path], str]


@contextmanager
def without_clock() -> Iterator[None]:
    """Let tools that stamp what they make take one day instead of today: same sources, same bytes.

    They agree on `SOURCE_DATE_EPOCH` for it; the day is 1980-01-01, the first that a .zip can name.
    """
    before = os.environ.get(DATE)
    os.environ[DATE] = "315532800"
    try:
        yield
    finally:
        if before is None:
            del os.environ[DATE]
        else:
            os.environ[DATE] = before


def files(root: Path, places: tuple[str, ...]) -> Iterator[Path]:
    """Yield every file in these files and folders, compiled Python and hidden ones left out."""
    for place in places:
        if place.startswith(SETTING):
            continue
        start = root / place
        if start.is_file():
            yield start
            continue
        for file in sorted(start.rglob("*")):
            inside = file.relative_to(start).parts
            left_out = any(part[0] == "." or part == "__pycache__" for part in inside)
            if file.is_file() and not left_out:
                yield file


def digest(root: Path, places: tuple[str, ...]) -> str:
    """Name the present state of these files, folders and settings."""
    whole = hashlib.sha256()
    for place in places:
        if place.startswith(SETTING):
            whole.update(f"{place}={os.environ.get(place.removeprefix(SETTING), '')}\0".encode())
    for file in files(root, places):
        content = file.read_bytes()
        whole.update(f"{file.relative_to(root)}\0{len(content)}\0".encode() + content)
    return whole.hexdigest()


def run(root: Path, stages: tuple[Stage, ...], say: Callable[[str], None]) -> None:
    """Run what is not up to date, in order, saying each stage with its place and its time."""
    for place, stage in enumerate(stages, start=1):
        head = f"{place}/{len(stages)} {stage.name}"
        stamp = root / STAMPS / stage.name.replace(" ", "-")
        now = digest(root, stage.reads)
        there = all((root / made).exists() for made in stage.writes)
        if there and stamp.is_file() and stamp.read_text() == now:
            say(f"{head}: unchanged")
            continue
        stamp.unlink(missing_ok=True)
        timed(head, partial(stage.work, root), str, say)
        stamp.parent.mkdir(parents=True, exist_ok=True)
        stamp.write_text(now)


def timed(
    head: str, work: Callable[[], T], told: Callable[[T], str], say: Callable[[str], None]
) -> T:
    """Do a piece of work, saying its head first, and then what it made and how long it took."""
    say(f"{head} …")
    begun = time.monotonic()
    made = work()
    say(f"{head}: {told(made)}, {time.monotonic() - begun:.1f} s")
    return made
