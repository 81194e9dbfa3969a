"""content/ as it was at a revision of git."""

import io
import subprocess
import tarfile
from pathlib import Path

from scripts.stages import Refused

CONTENT = "content"


def unpack(root: Path, revision: str, into: Path) -> Path:
    """Write content/ of a revision below `into`, and give its folder."""
    command = ("git", "archive", "--format=tar", revision, CONTENT)
    ran = subprocess.run(command, cwd=root, capture_output=True, check=False)
    if ran.returncode:
        said = ran.stderr.decode().strip().removeprefix("fatal: ")
        raise Refused(f"--before {revision}: {said}; takes a revision of git that has {CONTENT}/")
    with tarfile.open(fileobj=io.BytesIO(ran.stdout)) as archive:
        archive.extractall(into, filter="data")
    return into / CONTENT
