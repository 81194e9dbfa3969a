"""The git commands that take an update back."""

import shlex
import subprocess
from collections.abc import Iterable
from pathlib import Path


def dirty(root: Path) -> frozenset[str]:
    """List the files of content/ that differ from the last commit; none where there is no git."""
    listed = _git(root, "diff", "--name-only", "HEAD", "--", "content")
    return frozenset(listed or ())


def commands(root: Path, files: Iterable[Path], before: frozenset[str]) -> list[str]:
    """Write the commands, and a warning where a file had changes of its own `before`."""
    names = sorted(each.relative_to(root).as_posix() for each in files)
    tracked = _git(root, "ls-files", "--", *names) if names else []
    if tracked is None:
        return ["content/ is not under git here: no command takes the update back."]
    fresh = [each for each in names if each not in tracked]
    said = []
    if tracked:
        said.append(f"git restore --staged --worktree -- {shlex.join(tracked)}")
    if fresh:
        said.append(f"git rm -q --cached --ignore-unmatch -- {shlex.join(fresh)}")
        said.append(f"git clean -fq -- {shlex.join(fresh)}")
    lost = sorted(before & {*tracked})
    if lost:
        said.append(f"# these had changes before, which go as well: {' '.join(lost)}")
    return said


def _git(root: Path, *arguments: str) -> list[str] | None:
    ran = subprocess.run(("git", *arguments), cwd=root, capture_output=True, text=True, check=False)
    return None if ran.returncode else ran.stdout.splitlines()
