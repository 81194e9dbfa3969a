"""The calculator as a wheel: its modules, reference.json and the other doors’ files."""

import contextlib
import shutil
import tempfile
from pathlib import Path

from flit_core import buildapi

from scripts.runtime.doors import FILES
from scripts.stages import without_clock

FIGURES = Path("build/reference.json")
WHEELS = Path("build/wheel")
NEEDED = ("pyproject.toml", "README.md", "LICENSE")


def build(root: Path) -> Path:
    """Write the wheel to build/wheel/, the only one there, and return it."""
    wheels = root / WHEELS
    shutil.rmtree(wheels, ignore_errors=True)
    wheels.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as scratch:
        gather(root, Path(scratch))
        return wheels / pack(Path(scratch), wheels)


def gather(root: Path, target: Path) -> None:
    """Lay out what goes in: figures are made and never stand beside what is written."""
    for name in NEEDED:
        shutil.copy(root / name, target)
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(root / "calculator", target / "calculator", ignore=ignored)
    shutil.copy(root / FIGURES, target / "calculator")
    shutil.copytree(root / FILES, target / "calculator", dirs_exist_ok=True)


def pack(project: Path, wheels: Path) -> str:
    """Pack a project and return the wheel's name."""
    with without_clock(), contextlib.chdir(project):
        return str(buildapi.build_wheel(str(wheels)))
