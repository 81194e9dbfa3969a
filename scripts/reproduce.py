"""Show that the same commit gives the same bytes: `python -m scripts.reproduce`.

Builds the site here, then once more from nothing in a copy in another folder, with another clock,
time zone, language, order of folders, rights of new files and seed of hashes, and compares all.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from scripts import build, stages

ROOT = Path(__file__).resolve().parent.parent
MADE = ("build", "site", "dist", "__pycache__")
LINKED = (".git", ".venv", "node_modules")  # what a copy shares with the project
OTHERWISE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "4"}
SHOWN = 60  # bytes around the first difference


def elsewhere(root: Path, target: Path, last: str = "") -> None:
    """Build a copy of the project in `target`, as far as the stage `last` or to the end."""
    shutil.copytree(root, target, ignore=shutil.ignore_patterns(*MADE, *LINKED))
    for name in LINKED:
        if (root / name).exists():
            (target / name).symlink_to(root / name)
    outside = {name: value for name, value in os.environ.items() if name != stages.DATE}
    subprocess.run(
        [sys.executable, "-m", "scripts.elsewhere", *filter(None, [last])],
        cwd=target,
        env=outside | OTHERWISE,
        check=True,
        umask=0o077,
    )


def differing(here: Path, there: Path) -> Iterator[str]:
    """Yield each file that two folders do not have alike, with the place where they part.

    Two files are compared as well.
    """
    names = {path.relative_to(top) for top in (here, there) for path in (top, *top.rglob("*"))}
    for name in sorted(names):
        one, other = here / name, there / name
        if not (one.exists() and other.exists()):
            yield f"{name}: only in {here if one.exists() else there}"
        elif one.is_file() and one.read_bytes() != other.read_bytes():
            yield f"{name}: {_parting(one.read_bytes(), other.read_bytes())}"


def _parting(one: bytes, other: bytes) -> str:
    pairs = enumerate(zip(one, other, strict=False))
    at = next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
    begin = max(0, at - SHOWN // 2)
    return f"byte {at}: {one[begin : at + SHOWN]!r} and {other[begin : at + SHOWN]!r}"


def main() -> None:
    """Build twice and compare; ends with status 1 and the differences where there are any."""
    build.main()
    with tempfile.TemporaryDirectory(prefix="built elsewhere ") as scratch:
        print("\nOnce more, in a copy:", flush=True)
        elsewhere(ROOT, Path(scratch, "copy"))
        found = list(differing(ROOT / build.SITE, Path(scratch, "copy", build.SITE)))
    if found:
        sys.exit("\nThe two sites differ:\n" + "\n".join(found))
    print("\nBoth sites are the same, byte for byte.")


if __name__ == "__main__":
    main()
