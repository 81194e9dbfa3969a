"""build/runtime/: the files that the page fetches to run Python, and the calculator's wheel."""

import json
import shutil
from hashlib import sha256
from pathlib import Path

from pyodide_lock import PackageSpec, PyodideLockSpec
from pyodide_lock.spec import InfoSpec

from scripts.runtime import stdlib
from scripts.runtime.doors import FILES

PYODIDE = Path("node_modules/pyodide")
RUNTIME = Path("build/runtime")
AS_DELIVERED = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
LOCK = "pyodide-lock.json"


def build(root: Path) -> str:
    """Write build/runtime/ afresh and say what it holds."""
    pyodide, target = root / PYODIDE, root / RUNTIME
    (wheel,) = (root / "build/wheel").glob("*.whl")
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for name in AS_DELIVERED:
        shutil.copyfile(pyodide / name, target / name)
    shutil.copyfile(wheel, target / wheel.name)
    lock(pyodide, wheel).to_json(target / LOCK, indent=1)
    modules = stdlib.build(pyodide, wheel, root / "build/reference.json", root / FILES, target)
    size = sum(file.stat().st_size for file in target.iterdir()) / 1_000_000
    return f"{modules} modules of the library, {size:.1f} MB"


def lock(pyodide: Path, wheel: Path) -> PyodideLockSpec:
    """Make the lock file: this Pyodide, and of all packages only the calculator."""
    info = json.loads((pyodide / LOCK).read_text(encoding="utf-8"))["info"]
    version = json.loads((pyodide / "package.json").read_text(encoding="utf-8"))["version"]
    name, number = wheel.name.split("-")[:2]
    entry = PackageSpec(
        name=name.replace("_", "-"),
        version=number,
        file_name=wheel.name,
        install_dir="site",
        sha256=sha256(wheel.read_bytes()).hexdigest(),
        imports=["calculator"],
    )
    # Pyodide no longer writes its version there, and the library still wants one.
    return PyodideLockSpec(info=InfoSpec(version=version, **info), packages={entry.name: entry})
