"""Who may import whom: the contracts of pyproject.toml, each seen to refuse."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.check import IMPORTS

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Give a copy of the code, to be spoilt."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for package in ("calculator", "scripts"):
        shutil.copytree(ROOT / package, tmp_path / package)
    return tmp_path


def lint(root: Path) -> subprocess.CompletedProcess[str]:
    """Hold the contracts against the code below this folder."""
    command = [sys.executable, "-c", IMPORTS, "--no-logo", "--no-cache"]
    return subprocess.run(command, check=False, cwd=root, capture_output=True, text=True)


def test_the_code_keeps_its_contracts(copy: Path) -> None:
    assert lint(copy).returncode == 0


@pytest.mark.parametrize(
    ("place", "imported", "broken"),
    [
        ("calculator/rules/fees.py", "calculator.rules.mppr", "No rule knows another rule"),
        ("calculator/words/money.py", "calculator.rules.mppr", "The calculator's rooms"),
        ("calculator/render/__init__.py", "calculator.door", "The calculator's rooms"),
        ("calculator/door.py", "scripts.content", "The calculator knows nothing"),
        ("scripts/content/__init__.py", "scripts.pages", "Verbs stand on pages"),
        ("scripts/runtime/__init__.py", "scripts.pages", "Verbs stand on pages"),
        ("scripts/pages/__init__.py", "scripts.build", "Verbs stand on pages"),
    ],
)
def test_an_import_against_the_order_is_refused(
    copy: Path, place: str, imported: str, broken: str
) -> None:
    with (copy / place).open("a") as spoilt:
        spoilt.write(f"\nimport {imported}\n")
    linted = lint(copy)
    assert linted.returncode == 1
    assert broken in linted.stdout.split("Broken contracts")[1]


def test_the_calculator_stands_on_the_standard_library_alone() -> None:
    for file in (ROOT / "calculator").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names.append(node.module or "")
            for name in names:
                top = name.split(".")[0]
                assert top == "calculator" or top in sys.stdlib_module_names, f"{file}: {name}"
