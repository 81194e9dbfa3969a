"""Every file of content/, read into its model."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.content import prose, yaml_file
from scripts.content.diagnosis_rows import FactorRow, HccRow, IcdRow
from scripts.content.edit_rows import PtpRow
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
    PcsCodeRow,
    PcsCodesFile,
    PcsCountedFile,
    PcsDefinitionRow,
    PcsListedRow,
    PcsSourceCodesFile,
    PcsTableRow,
    PcsValueRow,
)
from scripts.content.model.revenue import RevenueFile
from scripts.content.model.updates import UpdateFile
from scripts.content.problems import ContentRefused
from scripts.content.reader import Reader, Table
from scripts.content.rows import GpciRow, LocalityRow, MueRow, RvuRow
from scripts.content.values import Frozen


@dataclass(frozen=True, slots=True)
class PcsFiles:
    """content/pcs/ as its files have it."""

    axes: PcsAxesFile
    values: Table[ReleaseFile, PcsValueRow]
    definitions: Table[ReleaseFile, PcsDefinitionRow]
    codes: Table[PcsCodesFile, PcsCodeRow]
    msdrg: Table[PcsCountedFile, PcsListedRow]
    tables: tuple[Table[ReleaseFile, PcsTableRow], ...]
    source_codes: PcsSourceCodesFile

    def every(self) -> tuple[Table[ReleaseFile, Frozen], ...]:
        """List every table."""
        return (self.values, self.definitions, self.codes, self.msdrg, *self.tables)


@dataclass(frozen=True, slots=True)
class Content:
    """content/ as its files have it: records under their keys, tables with the oldest first."""

    sources: Mapping[str, SourceFile]
    rules: Mapping[str, RuleFile]
    figures: Mapping[str, FigureFile]
    adjustments: Mapping[str, AdjustmentFile]
    revenue: Mapping[str, RevenueFile]
    codes: Mapping[str, CodeFile]
    corrections: Mapping[str, CorrectionFile]
    glossary: Mapping[str, TermFile]
    modifiers: Mapping[str, ModifierFile]
    points: Mapping[str, PointFile]
    demands: Mapping[str, DemandFile]
    texts: Mapping[str, str]  # Markdown beside a YAML file, by its path: modifiers/kx.md
    examples: Mapping[str, ExampleFile]
    groups: GroupsFile
    indicators: IndicatorsFile
    localities: Table[ReleaseFile, LocalityRow]
    rvu: tuple[Table[ReleaseFile, RvuRow], ...]
    gpci: tuple[Table[GpciReleaseFile, GpciRow], ...]
    mue: tuple[Table[ReleaseFile, MueRow], ...]
    ptp: tuple[Table[PtpReleaseFile, PtpRow], ...]
    policies: Mapping[str, PolicyFile]
    comparisons: Mapping[str, ComparisonFile]
    pcs: PcsFiles
    awaited: AwaitedFile
    diagnoses: Mapping[str, DiagnosisFile]
    families: Mapping[str, FamilyFile]
    hcc: tuple[Table[HccReleaseFile, HccRow], ...]
    hcc_factors: tuple[Table[ReleaseFile, FactorRow], ...]
    icd10cm: tuple[Table[ReleaseFile, IcdRow], ...]
    pairings: Mapping[str, PairingsFile]
    synonyms: SynonymsFile
    outside: OutsideFile
    updates: Mapping[str, UpdateFile]
    files: tuple[str, ...]
    documents: Mapping[str, yaml_file.Document]

    def tables(self) -> tuple[Table[ReleaseFile, Frozen], ...]:
        """List every table."""
        return (
            *(self.localities, *self.rvu, *self.gpci, *self.mue, *self.ptp),
            *(*self.hcc, *self.hcc_factors, *self.icd10cm, *self.pcs.every()),
        )

    def code_texts(self) -> dict[str, tuple[prose.Section, ...]]:
        """Split the long text of every code at its headings, by code."""
        by_code = {code: self.texts.get(f"codes/{code}.md") for code in self.codes}
        return {code: prose.parse(text) for code, text in by_code.items() if text is not None}

    def line(self, file: str, path: str) -> int:
        """Find the line of a field in a YAML file."""
        return self.documents[file].line(path)


def _pcs(reader: Reader) -> PcsFiles | None:
    axes = reader.record("pcs/axes.yaml", PcsAxesFile)
    values = reader.table("pcs/values", ReleaseFile, PcsValueRow)
    definitions = reader.table("pcs/definitions", ReleaseFile, PcsDefinitionRow)
    codes = reader.table("pcs/codes", PcsCodesFile, PcsCodeRow)
    msdrg = reader.table("pcs/msdrg", PcsCountedFile, PcsListedRow)
    tables = reader.tables("pcs/tables", ReleaseFile, PcsTableRow)
    source_codes = reader.record("pcs/source-codes.yaml", PcsSourceCodesFile)
    if not (axes and values and definitions and codes and msdrg and source_codes):
        return None
    return PcsFiles(axes, values, definitions, codes, msdrg, tables, source_codes)


def read(root: Path) -> Content:
    """Read content/ at `root`; raises `ContentRefused` where a file lacks its model's shape."""
    reader = Reader(root)
    groups = reader.record("groups.yaml", GroupsFile)
    indicators = reader.record("indicators.yaml", IndicatorsFile)
    localities = reader.table("localities", ReleaseFile, LocalityRow)
    sources = reader.records("sources", SourceFile)
    rules = reader.records("rules", RuleFile)
    figures = reader.records("figures", FigureFile)
    adjustments = reader.records("adjustments", AdjustmentFile)
    revenue = reader.records("revenue", RevenueFile)
    codes = reader.records("codes", CodeFile)
    corrections = reader.records("corrections", CorrectionFile)
    glossary = reader.records("glossary", TermFile)
    modifiers = reader.records("modifiers", ModifierFile)
    demands = reader.records("demands", DemandFile)
    points = reader.records("points", PointFile)
    texts = reader.texts("codes") | reader.texts("examples") | reader.texts("modifiers")
    rvu = reader.tables("rvu", ReleaseFile, RvuRow)
    gpci = reader.tables("gpci", GpciReleaseFile, GpciRow)
    mue = reader.tables("mue", ReleaseFile, MueRow)
    ptp = reader.tables("ptp", PtpReleaseFile, PtpRow)
    policies = reader.records("policies", PolicyFile)
    comparisons = reader.records("comparisons", ComparisonFile)
    pcs = _pcs(reader)
    awaited = reader.record("awaited.yaml", AwaitedFile)
    diagnoses = reader.records("diagnoses", DiagnosisFile)
    families = reader.records("families", FamilyFile)
    hcc = reader.tables("hcc", HccReleaseFile, HccRow)
    hcc_factors = reader.tables("hcc_factors", ReleaseFile, FactorRow)
    icd10cm = reader.tables("icd10cm", ReleaseFile, IcdRow)
    pairings = reader.records("pairings", PairingsFile)
    examples = reader.records("examples", ExampleFile)
    synonyms = reader.record("synonyms.yaml", SynonymsFile)
    outside = reader.record("outside.yaml", OutsideFile)
    updates = reader.records("updates", UpdateFile)
    if awaited is None or outside is None or pcs is None or synonyms is None:
        raise ContentRefused(reader.problems)
    if reader.problems or groups is None or indicators is None or localities is None:
        raise ContentRefused(reader.problems)
    return Content(
        sources=sources,
        rules=rules,
        figures=figures,
        adjustments=adjustments,
        revenue=revenue,
        codes=codes,
        corrections=corrections,
        glossary=glossary,
        modifiers=modifiers,
        points=points,
        demands=demands,
        examples=examples,
        synonyms=synonyms,
        outside=outside,
        updates=updates,
        texts=texts,
        rvu=rvu,
        gpci=gpci,
        mue=mue,
        ptp=ptp,
        policies=policies,
        comparisons=comparisons,
        pcs=pcs,
        groups=groups,
        indicators=indicators,
        localities=localities,
        awaited=awaited,
        diagnoses=diagnoses,
        families=families,
        hcc=hcc,
        hcc_factors=hcc_factors,
        icd10cm=icd10cm,
        pairings=pairings,
        files=_files(root),
        documents=reader.documents,
    )


def _files(root: Path) -> tuple[str, ...]:
    paths = (path for path in root.rglob("*") if path.is_file())
    return tuple(sorted(path.relative_to(root).as_posix() for path in paths))
