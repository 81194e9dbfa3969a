"""Where an archive comes from: release, commit, and the commit's own time."""

import subprocess
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from scripts.stages import Refused

SHOWN = 12  # digits of a commit


@dataclass(frozen=True, slots=True)
class Origin:
    """A release, a commit, when that was made, and whether files differ from it."""

    release: str
    commit: str
    when: datetime
    changed: bool

    @property
    def name(self) -> str:
        """Name the archive."""
        ending = "-changed" if self.changed else ""
        return f"therapy-coding-reference-{self.release}-{self.commit}{ending}"


def origin(root: Path) -> Origin:
    """Read it from pyproject.toml and git; raises `Refused` without a commit."""
    release = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    commit, seconds = _git(root, "log", "-1", "--format=%H %ct").split()
    return Origin(
        release["version"],
        commit[:SHOWN],
        datetime.fromtimestamp(int(seconds), UTC),
        bool(_git(root, "status", "--porcelain")),
    )


def _git(root: Path, *asked: str) -> str:
    try:
        ran = subprocess.run(["git", *asked], cwd=root, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Refused("An archive is of a commit, and git names none here.") from error
    return ran.stdout.strip()
