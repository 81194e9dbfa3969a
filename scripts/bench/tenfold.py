"""How the build grows: the same site with ten times the codes, each copy with its own figures."""

import csv
import shutil
import string
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from scripts import build, imprint
from scripts.bench.figures import Figure

TIMES = 10
LEFT = ("wheel", "runtime")  # they do not grow with the codes
TABLES = ("rvu", "mue")


def site_build(root: Path) -> Figure:
    """Build the site of ten times the codes in a folder of its own, once."""
    with tempfile.TemporaryDirectory() as scratch:
        copied = Path(scratch, "site")
        _copy(root, copied)
        _multiply(copied / "content")
        imprint.write(copied)
        begun = time.perf_counter()
        for stage in build.STAGES:
            if stage.name not in LEFT:
                stage.work(copied)
        taken = time.perf_counter() - begun
    return Figure("site_build_10x", "s", [taken])


def _copy(root: Path, target: Path) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True
    )
    for name in filter(None, listed.stdout.split("\0")):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(root / name, target / name)
    shutil.copytree(root / "build/runtime", target / "build/runtime")
    (target / "node_modules").symlink_to(root / "node_modules")


def _multiply(content: Path) -> None:
    """Write each code's file and rows nine times more, under numbers that nobody uses."""
    numbers = _numbers()
    files = sorted((content / "codes").glob("*.yaml"))
    for copy in range(2, TIMES + 1):
        named = {file.stem: next(numbers) for file in files}
        for file in files:
            text = file.read_text(encoding="utf-8")
            for old, new in named.items():
                text = text.replace(f'"{old}"', f'"{new}"')
            text = text.replace("label: ", f"label: {copy} ", 1)
            (content / f"codes/{named[file.stem]}.yaml").write_text(text, encoding="utf-8")
            prose = file.with_suffix(".md")
            if prose.exists():
                shutil.copy(prose, content / f"codes/{named[file.stem]}.md")
        for table in (path for folder in TABLES for path in (content / folder).glob("*.csv")):
            _add_rows(table, named)


def _add_rows(table: Path, named: dict[str, str]) -> None:
    with table.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    at = head.index("code")
    added = [_renamed(row, at, named[row[at]]) for row in rows if row[at] in named]
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([head, *rows, *added])


def _renamed(row: Sequence[str], at: int, number: str) -> list[str]:
    return [*row[:at], number, *row[at + 1 :]]


def _numbers() -> Iterator[str]:
    for last in string.ascii_uppercase:
        yield from (f"Z{number:03}{last}" for number in range(1000))
