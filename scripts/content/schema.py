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
from scripts.content.model.adjustments import AdjustmentFile
from scripts.content.model.awaited import AwaitedFile
from scripts.content.model.corrections import CorrectionFile, PointFile
from scripts.content.model.demands import DemandFile
from scripts.content.model.diagnoses import (
    DiagnosisFile,
    FamilyFile,
    HccReleaseFile,
    PairingsFile,
)
from scripts.content.model.edits import ComparisonFile, PolicyFile, PtpReleaseFile
from scripts.content.model.examples import ExampleFile, SynonymsFile
from scripts.content.model.glossary import TermFile
from scripts.content.model.modifiers import ModifierFile
from scripts.content.model.outside import OutsideFile
from scripts.content.model.pcs import (
    PcsAxesFile,
    PcsCodesFile,
    PcsCountedFile,
    PcsSourceCodesFile,
)
from scripts.content.model.revenue import RevenueFile
from scripts.content.model.updates import UpdateFile
from scripts.content.values import Frozen

SCHEMAS: dict[str, type[Frozen]] = {
    "adjustment": AdjustmentFile,
    "awaited": AwaitedFile,
    "code": CodeFile,
    "comparison": ComparisonFile,
    "demand": DemandFile,
    "diagnosis": DiagnosisFile,
    "family": FamilyFile,
    "correction": CorrectionFile,
    "example": ExampleFile,
    "figure": FigureFile,
    "gpci-release": GpciReleaseFile,
    "groups": GroupsFile,
    "hcc-release": HccReleaseFile,
    "indicators": IndicatorsFile,
    "policy": PolicyFile,
    "ptp-release": PtpReleaseFile,
    "pcs-axes": PcsAxesFile,
    "pcs-codes": PcsCodesFile,
    "pcs-msdrg": PcsCountedFile,
    "pcs-source-codes": PcsSourceCodesFile,
    "outside": OutsideFile,
    "pairings": PairingsFile,
    "modifier": ModifierFile,
    "point": PointFile,
    "release": ReleaseFile,
    "revenue": RevenueFile,
    "rule": RuleFile,
    "source": SourceFile,
    "term": TermFile,
    "synonyms": SynonymsFile,
    "update": UpdateFile,
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
