"""The locks: every package with its hashes, no host, no machine, one version for every Python."""

import json
import re
from pathlib import Path

import pytest

from scripts.lock import LOCKS

ROOT = Path(__file__).resolve().parents[2]
REQUIREMENTS = ROOT / "requirements"
NPM = json.loads((ROOT / "package-lock.json").read_text())


def pins(name: str) -> list[str]:
    """Read a lock: one text for each package, its hashes included."""
    text = (REQUIREMENTS / f"{name}.txt").read_text()
    lines = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    return re.split(r"\n(?=\S)", "\n".join(lines))


def test_each_list_of_wishes_has_its_lock_and_the_other_way_round() -> None:
    wishes = {file.stem for file in REQUIREMENTS.glob("*.in")}
    assert wishes == {file.stem for file in REQUIREMENTS.glob("*.txt")} == set(LOCKS)


@pytest.mark.parametrize("name", LOCKS)
def test_every_python_package_is_pinned_and_hashed(name: str) -> None:
    for pin in pins(name):
        assert re.match(r"[a-z0-9-]+==[^ ]+ ", pin)
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", pin)


@pytest.mark.parametrize("name", LOCKS)
def test_no_lock_names_a_host_or_a_place_on_a_machine(name: str) -> None:
    for file in (REQUIREMENTS / f"{name}.in", REQUIREMENTS / f"{name}.txt"):
        text = file.read_text()
        for trace in ("://", "--index-url", "--extra-index-url", "--find-links", " @ ", "/home/"):
            assert trace not in text


def test_one_version_of_each_package_serves_every_python() -> None:
    """Two versions by marker would be two sites: this one and the one made on a newer Python."""
    names = [pin.split("==")[0] for pin in pins("project")]
    assert sorted(names) == sorted(set(names))


def test_the_wheel_is_built_with_the_locked_backend() -> None:
    backend = re.search(
        r'requires = \["(flit-core==[\d.]+)"\]', (ROOT / "pyproject.toml").read_text()
    )
    assert backend is not None
    assert any(pin.startswith(f"{backend[1]} ") for pin in pins("project"))


def test_no_node_package_has_an_address_and_each_has_its_hash() -> None:
    packages = {place: entry for place, entry in NPM["packages"].items() if place}
    assert packages
    for place, entry in packages.items():
        assert "resolved" not in entry, place
        assert entry["integrity"].startswith("sha512-"), place


def test_node_packages_for_other_machines_are_locked_too() -> None:
    """A registry that lacks a build for some machine leaves a hole that `npm ci` stumbles over."""
    packages = NPM["packages"]
    for entry in packages.values():
        for wanted in entry.get("optionalDependencies", {}):
            assert f"node_modules/{wanted}" in packages


def test_node_packages_are_asked_for_by_exact_version() -> None:
    asked = json.loads((ROOT / "package.json").read_text())
    for version in (asked["dependencies"] | asked["devDependencies"]).values():
        assert re.fullmatch(r"\d+\.\d+\.\d+", version)
