"""The command line: JSON in, JSON out, exit status 0 or 2, never a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.calculator.conftest import BUILT, visit

ROOT = Path(__file__).resolve().parents[2]
HOLLOW = json.dumps(
    {
        "schema": "reference-1",
        "codes": [],
        "localities": [],
        "figures": [],
        "sources": [],
        "rules": [],
    }
)
GOOD = json.dumps(visit([("97530", 38)]))


def run(
    verb: str, given: str | bytes, where: Path = ROOT, package: Path = ROOT
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "calculator", verb],
        input=given.encode() if isinstance(given, str) else given,
        cwd=where,
        env={**os.environ, "PYTHONPATH": str(package), "PYTHONSAFEPATH": "1"},
        capture_output=True,
        check=False,
    )


def test_an_answer_is_one_json_object_and_nothing_else() -> None:
    done = run("evaluate", GOOD)

    assert done.returncode == 0
    assert done.stderr == b""
    assert json.loads(done.stdout)["allowed"] == "85.17"


@pytest.mark.parametrize("given", ["", "{}", b"\xff\xfe", "[" * 100_000])
def test_a_refusal_is_json_too(given: str | bytes) -> None:
    done = run("evaluate", given)

    assert done.returncode == 2
    assert done.stderr == b""
    assert json.loads(done.stdout)["ok"] is False


@pytest.mark.parametrize(
    ("verb", "named"), [("evaluate", "visit"), ("pair", "question"), ("pcs", "question")]
)
def test_a_refusal_names_what_was_asked(verb: str, named: str) -> None:
    (problem,) = json.loads(run(verb, b"\xff\xfe").stdout)["problems"]

    assert problem["field"] == named
    assert problem["says"].startswith(f"{named.capitalize()}: got bytes that are no UTF-8")


def test_a_byte_order_mark_is_no_reason_to_refuse() -> None:
    assert run("evaluate", b"\xef\xbb\xbf" + GOOD.encode()).returncode == 0


def test_the_explanation_is_the_same_answer_as_text() -> None:
    done = run("explain", GOOD)
    steps = json.loads(run("evaluate", GOOD).stdout)["steps"]

    assert done.returncode == 0
    assert all(step["says"] in done.stdout.decode() for step in steps)


def test_a_refused_explanation_says_what_to_put_right() -> None:
    done = run("explain", GOOD.replace("38", "-5"))

    assert done.returncode == 2
    assert done.stdout.decode() == (
        "Minutes, row 1: got -5; takes a whole number from 0 to 1440.\n"
    )


def test_an_unknown_verb_says_how_it_is_used() -> None:
    done = run("bill", GOOD)

    assert done.returncode == 2
    assert b"usage" in done.stderr


def test_without_figures_it_is_refused_at_the_reference(tmp_path: Path) -> None:
    package = _copy_of_the_package(tmp_path)

    done = run("evaluate", GOOD, where=tmp_path, package=package)

    assert done.returncode == 2
    assert json.loads(done.stdout)["problems"][0]["field"] == "reference"


@pytest.mark.parametrize(
    "text", ["", "{}", '{"schema": "reference-0"}', "[1]", HOLLOW, "[" * 100_000]
)
def test_figures_that_cannot_be_used_are_refused_at_the_reference(
    tmp_path: Path, text: str
) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / BUILT).write_text(text)

    done = run("evaluate", GOOD, where=tmp_path)

    assert done.returncode == 2
    assert json.loads(done.stdout)["problems"][0]["field"] == "reference"


def test_the_copy_inside_the_package_serves_where_nothing_is_built(tmp_path: Path) -> None:
    package = _copy_of_the_package(tmp_path)
    (package / "calculator/reference.json").write_bytes((ROOT / BUILT).read_bytes())

    assert run("evaluate", GOOD, where=tmp_path, package=package).returncode == 0


def _copy_of_the_package(folder: Path) -> Path:
    """Copy the package's modules alone, as a wheel without figures would hold them."""
    for module in (ROOT / "calculator").rglob("*.py"):
        copy = folder / "package" / module.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(module.read_bytes())
    return folder / "package"


VISIT = visit([("97530", 38)])
BARE = {key: VISIT[key] for key in VISIT if key not in {"threshold_used", "deductible_remaining"}}
YEAR = {
    "year": 2026,
    "threshold_used": {"PT with SLP": "0.00", "OT": "0.00"},
    "deductible_remaining": "0.00",
}


@pytest.mark.parametrize(
    ("verb", "question"),
    [
        (
            "audit",
            {"visit": VISIT, "billed": [{"code": "97530", "units": 3, "modifiers": ["GP"]}]},
        ),
        ("compare", {"visit": VISIT, "dates": ["2025-03-03", "2026-03-02"]}),
        ("sequence", {"visits": [BARE], "years": [YEAR]}),
    ],
)
def test_each_verb_answers_its_question_and_refuses_another(verb: str, question: object) -> None:
    answered, refused = run(verb, json.dumps(question)), run(verb, "{}")

    assert (answered.returncode, refused.returncode) == (0, 2)
    assert json.loads(answered.stdout)["ok"] is True
    assert json.loads(refused.stdout)["ok"] is False
    assert answered.stderr == refused.stderr == b""
