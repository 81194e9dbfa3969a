"""The servers of the tests: found, brought as root and kept from starting, else named."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from scripts import servers


def test_without_them_the_one_command_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(servers, "find", lambda: None)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    with pytest.raises(SystemExit, match=r"sudo sh -c 'apt-get update && .* nginx-light apache2"):
        servers.need()


def test_one_that_is_missing_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(servers, "APACHE", ("no-such-server",))
    assert servers.find() is None


@pytest.mark.parametrize("was_there", [False, True])
def test_what_is_installed_does_not_start_and_the_ban_goes_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, was_there: bool
) -> None:
    ban, seen = tmp_path / "policy-rc.d", []
    if was_there:
        ban.write_text("theirs")
    monkeypatch.setattr(servers, "FORBIDS_STARTING", ban)
    monkeypatch.setattr(shutil, "which", lambda name, **_: name)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: seen.append(ban.read_text()))

    servers.install()

    assert seen == ["theirs" if was_there else "#!/bin/sh\nexit 101\n"]
    assert ban.exists() == was_there
