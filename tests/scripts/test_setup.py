"""Setting up: what is made, when it is made anew, and what is said where it cannot be."""

import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from scripts import setup

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Be a machine with nothing on its path, on which Python cannot make environments."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    return tmp_path


def test_a_stage_is_done_once_for_what_it_is_made_from(tmp_path: Path) -> None:
    done: list[str] = []
    for made_from in ("a", "a", "b", "b", "a"):
        setup.stage(tmp_path, "Packages", made_from, partial(done.append, made_from))
    assert done == ["a", "b", "a"]


def test_a_stage_that_failed_is_tried_again(tmp_path: Path) -> None:
    def fail() -> None:
        raise SystemExit(1)

    done: list[str] = []
    with pytest.raises(SystemExit):
        setup.stage(tmp_path, "Packages", "a", fail)
    setup.stage(tmp_path, "Packages", "a", lambda: done.append("a"))
    assert done == ["a"]


def test_a_changed_lock_or_python_is_seen(tmp_path: Path) -> None:
    lock = tmp_path / "lock.txt"
    lock.write_text("one")
    first = setup.digest([lock], "3.11.2")
    assert setup.digest([lock], "3.11.2") == first
    assert setup.digest([lock], "3.12.1") != first
    lock.write_text("two")
    assert setup.digest([lock], "3.11.2") != first


def test_what_a_failed_program_said_is_shown(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "print('no such package'); raise SystemExit(3)"]
    with pytest.raises(SystemExit, match=r"(?s)no such package.*make setup"):
        setup.run(command, "Collecting ", 1, tmp_path)


def test_without_venv_and_apt_the_one_command_is_named(bare: Path) -> None:
    assert not list(bare.iterdir())
    with pytest.raises(
        SystemExit, match=rf"apt-get install -y python3\.{sys.version_info.minor}-venv"
    ):
        setup.need_venv()


def test_without_venv_root_installs_debians(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []
    apt = bare / "apt-get"
    apt.write_text("#!/bin/sh\n")
    apt.chmod(0o755)
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr("subprocess.call", lambda command, **_: commands.append(command))
    setup.need_venv()
    package = f"python3.{sys.version_info.minor}-venv"
    assert commands == [["sh", "-c", f"apt-get update && apt-get install -y {package}"]]


def test_too_old_a_python_is_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.version_info", (3, 9, 2))
    with pytest.raises(SystemExit, match=r"Python 3\.11 or later"):
        setup.main()


def test_setup_imports_nothing_that_has_to_be_installed() -> None:
    """`-S` leaves out site-packages: what runs so runs on a bare Python."""
    alone = [
        sys.executable,
        "-I",
        "-S",
        "-c",
        "import sys; sys.path.append('.'); import scripts.setup",
    ]
    subprocess.run(alone, cwd=ROOT, check=True)


def test_a_second_run_finds_nothing_to_do_and_says_nothing() -> None:
    if not (ROOT / ".venv/made/Node packages").is_file():
        pytest.fail("The tests run in .venv. Mend it with: make setup", pytrace=False)
    python = Path(sys.executable).resolve()
    begun = time.monotonic()
    said = subprocess.check_output([python, "-m", "scripts.setup"], cwd=ROOT, text=True)
    assert said == ""
    assert time.monotonic() - begun < 2


def test_an_environment_that_is_a_link_is_not_emptied(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    (shared / "bin").mkdir(parents=True)
    (tmp_path / ".venv").symlink_to(shared)
    with pytest.raises(SystemExit, match=r"\.venv is a link"):
        setup.make_python(tmp_path)
    assert (shared / "bin").is_dir()
