"""The trimmed library: small, compiled, and with everything that the calculator may ask of it."""

import ast
import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.runtime import doors, stdlib
from tests.scripts.runtime import in_pyodide

ROOT = Path(__file__).resolve().parents[3]
RUNTIME = ROOT / in_pyodide.RUNTIME


def imported(source: str) -> Iterator[str]:
    """Yield the names of all modules that a file imports, at its top or anywhere inside."""
    for part in ast.walk(ast.parse(source)):
        if isinstance(part, ast.Import):
            yield from (alias.name for alias in part.names)
        elif isinstance(part, ast.ImportFrom) and part.module:
            yield part.module


@pytest.mark.usefixtures("site")
def test_whatever_the_calculator_imports_anywhere_is_there() -> None:
    files = [file for file in (ROOT / "calculator").rglob("*.py") if file.name != "__main__.py"]
    names = {name for file in files for name in imported(file.read_text(encoding="utf-8"))}
    assert {"decimal", "json", "calculator.rules"} <= names
    assert in_pyodide.run(ROOT, modules=sorted(names))["failed"] == []


@pytest.mark.usefixtures("site")
def test_a_module_that_was_trimmed_away_is_noticed() -> None:
    assert in_pyodide.run(ROOT, modules=["json", "ftplib"])["failed"] == ["ftplib"]


@pytest.mark.usefixtures("site")
def test_the_library_holds_few_compiled_files_and_a_table_stored_as_they_are() -> None:
    with zipfile.ZipFile(RUNTIME / "python_stdlib.zip") as archive:
        entries = {entry.filename: entry.compress_type for entry in archive.infolist()}
    assert {"encodings/__init__.pyc", "sitecustomize.pyc", stdlib.TABLE} <= {*entries}
    assert {Path(name).suffix for name in entries} == {".pyc", ".bin"}
    assert {*entries.values()} == {zipfile.ZIP_STORED}


@pytest.mark.usefixtures("site")
def test_what_has_a_stand_in_does_not_come_in_by_another_way() -> None:
    held = in_pyodide.run(ROOT, modules=["asyncio.events", "pyodide.http", "ctypes"])
    assert held["failed"] == ["asyncio.events", "pyodide.http", "ctypes"]


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("place", "says"),
    [(0, "compiled for another Python"), (8, "are damaged"), (400_000, "are damaged")],
)
def test_modules_for_another_python_or_with_one_wrong_byte_are_refused_and_not_run(
    tmp_path: Path, place: int, says: str
) -> None:
    shutil.copytree(RUNTIME, tmp_path / in_pyodide.RUNTIME)
    packed = tmp_path / in_pyodide.RUNTIME / "calculator.bin"
    content = bytearray(packed.read_bytes())
    content[place] ^= 1
    packed.write_bytes(content)
    (tmp_path / in_pyodide.FIGURES).write_bytes((ROOT / in_pyodide.FIGURES).read_bytes())
    with pytest.raises(AssertionError, match=says):
        in_pyodide.run(tmp_path)


@pytest.mark.usefixtures("site")
def test_the_same_sources_give_the_same_bytes(tmp_path: Path) -> None:
    (wheel,) = (ROOT / "build/wheel").glob("*.whl")
    stdlib.build(
        ROOT / "node_modules/pyodide",
        wheel,
        ROOT / in_pyodide.FIGURES,
        ROOT / doors.FILES,
        tmp_path,
    )
    for name in ("python_stdlib.zip", "calculator.bin"):
        assert (tmp_path / name).read_bytes() == (RUNTIME / name).read_bytes()


def test_a_calculator_that_does_not_run_ends_the_build_with_its_error(tmp_path: Path) -> None:
    wheel = tmp_path / "calculator.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("calculator/__init__.py", "import nowhere_to_be_found\n")
    figures = tmp_path / "reference.json"
    figures.write_text(json.dumps({}), encoding="utf-8")
    with pytest.raises(stdlib.NotTrimmed, match="nowhere_to_be_found") as refused:
        stdlib.build(ROOT / "node_modules/pyodide", wheel, figures, ROOT / doors.FILES, tmp_path)
    assert len(str(refused.value)) < 10_000
