"""JSON Schemas of the files in content/, so that an editor completes and underlines."""

import json
from pathlib import Path
from typing import Any

from scripts.content.model import (
    CodeFile,
    FigureFile,
    GpciReleaseFile,
    GroupsFile,
    IndicatorsFile,
    ReleaseFile,
    RuleFile,
    SourceFile,
)
from scripts.content.model.examples import ExampleFile, SynonymsFile
from scripts.content.values import Frozen

SCHEMAS: dict[str, type[Frozen]] = {
    "code": CodeFile,
    "example": ExampleFile,
    "figure": FigureFile,
    "gpci-release": GpciReleaseFile,
    "groups": GroupsFile,
    "indicators": IndicatorsFile,
    "release": ReleaseFile,
    "rule": RuleFile,
    "source": SourceFile,
    "synonyms": SynonymsFile,
}


def write_schemas(folder: Path) -> None:
    """Write one schema a file model to `folder`; .vscode/settings.json says which is for what."""
    for name, model in SCHEMAS.items():
        write_json(folder / f"{name}.json", model.model_json_schema())


def write_json(path: Path, schema: dict[str, Any]) -> None:
    """Write a schema, with its dialect, to `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    path.write_text(json.dumps(dialect | schema, indent=2) + "\n", encoding="utf-8")
