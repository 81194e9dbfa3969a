"""reference.json: the same model after a round trip, and true to its schema."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from scripts.content.library import Library, load
from scripts.content.schema import SCHEMAS, write_schemas
from scripts.content.yaml_file import parse
from scripts.runtime import reference_json

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def library() -> Library:
    return load(ROOT / "content")


@pytest.fixture(scope="module")
def written(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("reference") / "build" / "reference.json"
    reference_json.write(library, path)
    return path


def test_reading_it_back_gives_the_same_model(library: Library, written: Path) -> None:
    assert reference_json.read(written) == reference_json.reference(library)


def test_reading_and_writing_gives_the_same_text(written: Path) -> None:
    assert reference_json.dumps(reference_json.read(written)) == written.read_text()


def test_it_is_compact_and_ends_with_an_end_of_line(written: Path) -> None:
    text = written.read_text()

    assert text.endswith("}\n")
    assert text.count("\n") == 1
    assert '": ' not in text


def test_it_is_true_to_its_schema(written: Path, tmp_path: Path) -> None:
    reference_json.write_schema(tmp_path / "reference.json")
    schema = json.loads((tmp_path / "reference.json").read_text())

    Draft202012Validator.check_schema(schema)

    assert list(Draft202012Validator(schema).iter_errors(json.loads(written.read_text()))) == []


def test_its_schema_refuses_a_figure_that_is_a_number(written: Path, tmp_path: Path) -> None:
    reference_json.write_schema(tmp_path / "reference.json")
    schema = json.loads((tmp_path / "reference.json").read_text())
    record = json.loads(written.read_text())
    record["figures"][0]["periods"][0]["value"] = 0.2

    assert not Draft202012Validator(schema).is_valid(record)


def test_codes_decimals_and_dates_are_text(written: Path) -> None:
    record = json.loads(written.read_text())
    entry = next(code for code in record["codes"] if code["code"] == "97530")

    assert record["schema"] == "reference-1"
    assert entry["periods"][-1]["work"] == "0.44"
    assert entry["periods"][-1]["from"] == "2026-01-01"
    assert [code["code"] for code in record["codes"]] == sorted(c["code"] for c in record["codes"])


def test_every_content_file_is_true_to_the_schema_an_editor_uses(tmp_path: Path) -> None:
    write_schemas(tmp_path)
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text())
    checked = 0
    for place, globs in settings["yaml.schemas"].items():
        schema = json.loads((tmp_path / Path(place).name).read_text())
        for glob in [globs] if isinstance(globs, str) else globs:
            for path in ROOT.glob(glob):
                value = as_json(parse(path.name, path.read_text()).value)
                assert list(Draft202012Validator(schema).iter_errors(value)) == [], path
                checked += 1

    assert {Path(place).stem for place in settings["yaml.schemas"]} == set(SCHEMAS)
    assert checked == len(list((ROOT / "content").rglob("*.yaml")))


def as_json(value: Any) -> Any:  # noqa: ANN401 - whatever YAML can say
    return json.loads(json.dumps(value, default=str))
