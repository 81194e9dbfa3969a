"""An error in a file of ours, said in one line."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, TemplateSyntaxError

from scripts import faults


def raised(root: Path, file: str, text: str) -> str:
    """Run a file that fails; what is said of it."""
    path = root / file
    path.parent.mkdir(parents=True)
    path.write_text(text)
    with pytest.raises(Exception) as caught:  # noqa: PT011  of any kind
        exec(compile(text, str(path), "exec"), {})  # noqa: S102  the file that fails
    return faults.plain(root, caught.value)


def test_an_error_in_a_rule_names_the_rules_file_and_line(tmp_path: Path) -> None:
    said = raised(tmp_path, "calculator/rules/units.py", "a = 1\nb = a / 0\n")

    assert said == "calculator/rules/units.py:2: ZeroDivisionError: division by zero"


def test_an_error_below_ours_names_the_last_line_of_ours(tmp_path: Path) -> None:
    text = "import json\n\njson.loads('{')\n"

    assert raised(tmp_path, "scripts/x.py", text).startswith("scripts/x.py:3: JSONDecodeError: ")


def test_a_syntax_error_names_its_own_place(tmp_path: Path) -> None:
    said = raised(tmp_path, "calculator/door.py", "def f(:\n")

    assert said == "calculator/door.py:1: invalid syntax"


def test_an_error_in_a_template_names_its_own_place(tmp_path: Path) -> None:
    with pytest.raises(TemplateSyntaxError) as caught:
        Environment(loader=DictLoader({}), autoescape=True).from_string("a\n{% if %}")
    caught.value.filename = str(tmp_path / "scripts/pages/templates/code.md")

    said = faults.plain(tmp_path, caught.value)
    assert said.startswith("scripts/pages/templates/code.md:2: ")


def test_an_error_from_elsewhere_is_said_by_its_kind(tmp_path: Path) -> None:
    assert faults.plain(tmp_path, KeyError("x")) == "KeyError: 'x'"
