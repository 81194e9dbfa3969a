"""Every file of content/, read into its model."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError

from scripts.content import csv_file, yaml_file
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
from scripts.content.model.awaited import AwaitedFile
from scripts.content.model.corrections import CorrectionFile, PointFile
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
from scripts.content.problems import ContentRefused, Problem
from scripts.content.refusals import refusals
from scripts.content.rows import GpciRow, LocalityRow, MueRow, RvuRow
from scripts.content.values import Frozen

File = TypeVar("File", bound=Frozen)
Row = TypeVar("Row", bound=Frozen)
Release = TypeVar("Release", bound=ReleaseFile)
Row_co = TypeVar("Row_co", bound=Frozen, covariant=True)
Release_co = TypeVar("Release_co", bound=ReleaseFile, covariant=True)


@dataclass(frozen=True, slots=True)
class Table(Generic[Release_co, Row_co]):
    """A CSV with the YAML beside it. `path` is that of both, without the suffix."""

    path: str
    release: Release_co
    rows: tuple[Row_co, ...]


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
    codes: Mapping[str, CodeFile]
    corrections: Mapping[str, CorrectionFile]
    glossary: Mapping[str, TermFile]
    modifiers: Mapping[str, ModifierFile]
    points: Mapping[str, PointFile]
    prose: Mapping[str, str]  # Markdown beside a YAML file, by its path: modifiers/kx.md
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
    scenarios: Mapping[str, str]  # Markdown of the examples, under their keys
    files: tuple[str, ...]
    documents: Mapping[str, yaml_file.Document]

    def tables(self) -> tuple[Table[ReleaseFile, Frozen], ...]:
        """List every table."""
        return (
            *(self.localities, *self.rvu, *self.gpci, *self.mue, *self.ptp),
            *(*self.hcc, *self.hcc_factors, *self.icd10cm, *self.pcs.every()),
        )

    def line(self, file: str, path: str) -> int:
        """Find the line of a field in a YAML file."""
        return self.documents[file].line(path)


@dataclass(slots=True)
class _Reader:
    root: Path
    problems: list[Problem] = field(default_factory=list)
    documents: dict[str, yaml_file.Document] = field(default_factory=dict)

    def text(self, file: str) -> str | None:
        try:
            return (self.root / file).read_text(encoding="utf-8")
        except OSError as error:
            got = str(error.strerror).lower()
            self.problems.append(Problem(file, "", got, "a file that can be read"))
        except UnicodeError as error:
            self.problems.append(Problem(file, "", error, "text in UTF-8"))
        return None

    def record(self, file: str, model: type[File]) -> File | None:
        text = self.text(file)
        if text is None:
            return None
        document = self.documents[file] = yaml_file.parse(file, text)
        self.problems += document.problems
        if document.problems:
            return None
        try:
            return model.model_validate(document.value)
        except ValidationError as error:
            self.problems += refusals(file, model, error, document.line)
            return None

    def records(self, folder: str, model: type[File]) -> dict[str, File]:
        paths = sorted((self.root / folder).glob("*.yaml"))
        read = {path.stem: self.record(f"{folder}/{path.name}", model) for path in paths}
        return {key: file for key, file in read.items() if file is not None}

    def prose(self, folder: str) -> dict[str, str]:
        paths = sorted((self.root / folder).glob("*.md"))
        read = {f"{folder}/{path.name}": self.text(f"{folder}/{path.name}") for path in paths}
        return {file: text for file, text in read.items() if text is not None}

    def beside(self, folder: str, keys: Iterable[str]) -> dict[str, str]:
        texts = {key: self.text(f"{folder}/{key}.md") for key in keys}
        return {key: text for key, text in texts.items() if text is not None}

    def table(self, path: str, model: type[Release], row: type[Row]) -> Table[Release, Row] | None:
        release, text = self.record(f"{path}.yaml", model), self.text(f"{path}.csv")
        if release is None or text is None:
            return None
        rows, problems = csv_file.parse(f"{path}.csv", text, row)
        self.problems += problems
        return Table(path, release, rows)

    def tables(
        self, folder: str, model: type[Release], row: type[Row]
    ) -> tuple[Table[Release, Row], ...]:
        paths = sorted((self.root / folder).glob("*.yaml"))
        read = (self.table(f"{folder}/{path.stem}", model, row) for path in paths)
        return tuple(sorted(filter(None, read), key=lambda table: table.release.start))


def _pcs(reader: _Reader) -> PcsFiles | None:
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
    reader = _Reader(root)
    groups = reader.record("groups.yaml", GroupsFile)
    indicators = reader.record("indicators.yaml", IndicatorsFile)
    localities = reader.table("localities", ReleaseFile, LocalityRow)
    sources = reader.records("sources", SourceFile)
    rules = reader.records("rules", RuleFile)
    figures = reader.records("figures", FigureFile)
    codes = reader.records("codes", CodeFile)
    corrections = reader.records("corrections", CorrectionFile)
    glossary = reader.records("glossary", TermFile)
    modifiers = reader.records("modifiers", ModifierFile)
    points = reader.records("points", PointFile)
    prose = reader.prose("modifiers")
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
    scenarios = reader.beside("examples", examples)
    synonyms = reader.record("synonyms.yaml", SynonymsFile)
    outside = reader.record("outside.yaml", OutsideFile)
    if awaited is None or outside is None or pcs is None or synonyms is None:
        raise ContentRefused(reader.problems)
    if reader.problems or groups is None or indicators is None or localities is None:
        raise ContentRefused(reader.problems)
    return Content(
        sources=sources,
        rules=rules,
        figures=figures,
        codes=codes,
        corrections=corrections,
        glossary=glossary,
        modifiers=modifiers,
        points=points,
        prose=prose,
        examples=examples,
        scenarios=scenarios,
        synonyms=synonyms,
        outside=outside,
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
