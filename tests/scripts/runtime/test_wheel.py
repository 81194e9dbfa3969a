"""The calculator's wheel, and its entry in the runtime's lock file."""

import json
import subprocess
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from scripts import node
from scripts.runtime import wheel

ROOT = Path(__file__).resolve().parents[3]
RUNTIME = ROOT / "build/runtime"
# Pyodide untouched, which knows how to install.
INSTALL = """
const { loadPyodide } = await import(`${process.argv[2]}/pyodide.mjs`);
const python = await loadPyodide({
  lockFileURL: `${process.argv[3]}/pyodide-lock.json`,
  packageBaseUrl: process.argv[3],
});
await python.loadPackage("therapy-calculator", { messageCallback() {} });
console.log(python.runPython(`
from importlib import resources
from calculator import door
from calculator.reference import bundle
text = resources.files("calculator").joinpath("reference.json").read_text(encoding="utf-8")
door.evaluate("{}", bundle.load(text))
`));
"""


@pytest.mark.usefixtures("site")
def test_the_wheel_holds_the_calculator_and_its_figures_and_nothing_else(tmp_path: Path) -> None:
    wheel.gather(ROOT, tmp_path)
    name = wheel.pack(tmp_path, tmp_path)
    with zipfile.ZipFile(tmp_path / name) as archive:
        names = archive.namelist()
        figures = archive.read("calculator/reference.json")
    assert figures == (ROOT / "build/reference.json").read_bytes()
    assert {part.split("/")[0].split("-")[0] for part in names} == {
        "calculator",
        "therapy_calculator",
    }
    assert not [part for part in names if "__pycache__" in part]


@pytest.mark.usefixtures("site")
def test_the_same_sources_give_the_same_wheel(tmp_path: Path) -> None:
    (built,) = (ROOT / "build/wheel").glob("*.whl")
    wheel.gather(ROOT, tmp_path)
    assert (tmp_path / wheel.pack(tmp_path, tmp_path)).read_bytes() == built.read_bytes()


@pytest.mark.usefixtures("site")
def test_the_lock_file_names_the_wheel_that_lies_beside_it() -> None:
    packages = json.loads((RUNTIME / "pyodide-lock.json").read_text(encoding="utf-8"))["packages"]
    entry = packages["therapy-calculator"]
    assert list(packages) == ["therapy-calculator"]
    assert sha256((RUNTIME / entry["file_name"]).read_bytes()).hexdigest() == entry["sha256"]


@pytest.mark.usefixtures("site")
def test_pyodide_as_delivered_installs_the_wheel_by_the_lock_file(tmp_path: Path) -> None:
    script = tmp_path / "install.mjs"
    script.write_text(INSTALL, encoding="utf-8")
    said = subprocess.run(
        [node.find().node, script, ROOT / "node_modules/pyodide", RUNTIME],
        capture_output=True,
        text=True,
        check=False,
    )
    assert '"ok": false' in said.stdout, said.stderr[-2000:]
