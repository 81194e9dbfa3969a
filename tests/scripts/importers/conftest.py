"""A small content/ to import into, and a place to put official files."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

GOOD = Path(__file__).resolve().parents[2] / "content/fixtures/good"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Give a copy of the small content that every lint passes."""
    return Path(shutil.copytree(GOOD, tmp_path / "content"))


@pytest.fixture(scope="session")
def held() -> Path:
    """Give that small content itself, to be read alone."""
    return GOOD


@pytest.fixture
def give(tmp_path: Path) -> Callable[[str, bytes], Path]:
    """Write an official file."""
    folder = tmp_path / "given"
    folder.mkdir()

    def write(name: str, data: bytes) -> Path:
        (folder / name).write_bytes(data)
        return folder / name

    return write
