"""The library and the calculator for the browser: only what is needed, compiled by its own Python.

Which modules are needed is found by running, at every build, and not kept in a list: a list would
be right only until someone imports one more. Every module of the calculator is imported, a few
visits and questions are answered and refused; what the library loads for that goes in. Tests import
by name whatever the calculator's files import anywhere, and answer hundreds of visits with what is
left.
"""

import json
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from scripts import node
from scripts.runtime.doors import DOORS

HERE = Path(__file__).resolve().parent
# What takes the place of what, and why: see the package `stand_ins`.
STAND_INS = {
    "_colorize.py": "no_colours.py",
    "dataclasses.py": "no_compiling.py",
    "dis.py": "no_disassembler.py",
    "asyncio/__init__.py": "no_event_loop.py",
    "pyodide/_package_loader.py": "no_package_loader.py",
    "pyodide/webloop.py": "no_web_loop.py",
}
HOOK, TABLE = HERE / "sitecustomize.py", "library.bin"
# In its place while the library is packed: what Python imports first cannot come by way of it.
BEFORE_HOOK = "import sys\nBEFORE = frozenset(sys.modules)\n"
COMMAND_LINE = "__main__.py"  # has no place in a browser
VISIT = {
    "date": "2026-03-02",
    "discipline": "PT",
    "method": "cms",
    "locality": "national",
    "qualifying_apm": False,
    "threshold_used": "0.00",
    "deductible_remaining": "0.00",
    "services": [{"code": "97530", "minutes": 38}, {"code": "97110", "minutes": 22}],
}
# To be answered, and to be refused: no visit, nothing in it, wrong fields, JSON without end.
VISITS = (
    json.dumps(VISIT),
    "NaN",
    "{}",
    '{"date":"2026-02-30","services":[{"code":"97530","minutes":1e3}]}',
    "[" * 2000,
)


class NotTrimmed(Exception):
    """Pyodide did not run here, or did not run the calculator."""


def build(pyodide: Path, wheel: Path, figures: Path, doors: Path, target: Path) -> int:
    """Write python_stdlib.zip and calculator.bin into `target`; return the library's modules.

    `pyodide` is the folder of the npm package, `wheel` the calculator's, `figures` reference.json,
    `doors` the folder of the other doors' files.
    """
    files = sources(wheel)
    with tempfile.TemporaryDirectory() as scratch:
        library = Path(scratch, "library.zip")
        with_stand_ins(pyodide / "python_stdlib.zip", library)
        job = {
            "pyodide": str(pyodide),
            "library": str(library),
            "wheel": str(wheel),
            "trim": str(HERE / "trim.py"),
            "figures": str(figures),
            "files": files,
            "modules": [*map(module, files)],
            "visits": VISITS,
            "questions": questions(doors, figures),
            "hook": str(HOOK),
            "table": TABLE,
            "stdlib": str(target / "python_stdlib.zip"),
            "calculator": str(target / "calculator.bin"),
        }
        return int(run(job, Path(scratch, "job.json")))


def questions(folder: Path, figures: Path) -> list[dict[str, str]]:
    """List what the build asks at the doors beside visits, each with its door and its tables."""
    return [
        {
            "module": door.module,
            "name": door.name,
            "question": question,
            "tables": (folder / door.file if door.write else figures).read_text(encoding="utf-8"),
        }
        for door in DOORS
        for question in door.questions
    ]


def sources(wheel: Path) -> list[str]:
    """List the Python files of the calculator in its wheel."""
    with zipfile.ZipFile(wheel) as archive:
        names = sorted(archive.namelist())
    return [name for name in names if name.endswith(".py") and not name.endswith(COMMAND_LINE)]


def module(file: str) -> str:
    """Name the module in a file: `calculator.door` for `calculator/door.py`."""
    path = PurePosixPath(file).with_suffix("")
    return ".".join(path.parent.parts if path.name == "__init__" else path.parts)


def with_stand_ins(delivered: Path, target: Path) -> None:
    """Copy the library as delivered, with the stand-ins in their places."""
    with zipfile.ZipFile(delivered) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            stand_in = STAND_INS.get(name)
            content = (HERE / "stand_ins" / stand_in).read_bytes() if stand_in else old.read(name)
            new.writestr(name, content)
        new.writestr(HOOK.name, BEFORE_HOOK)


def run(job: Mapping[str, object], path: Path) -> str:
    """Do the job in Node and return what it prints; raises `NotTrimmed` with the error."""
    path.write_text(json.dumps(job), encoding="utf-8")
    command = [node.find().node, str(HERE / "trim.mjs"), str(path)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode != 0:
        raise NotTrimmed(f"Pyodide did not run the calculator:\n{ran.stderr}")
    return ran.stdout
