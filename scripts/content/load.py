"""Every file of content/, read into its model."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError

from scripts.content import csv_file, yaml_file
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
class Content:
    """content/ as its files have it: records under their keys, tables with the oldest first."""

    sources: Mapping[str, SourceFile]
    rules: Mapping[str, RuleFile]
    figures: Mapping[str, FigureFile]
    codes: Mapping[str, CodeFile]
    examples: Mapping[str, ExampleFile]
    groups: GroupsFile
    indicators: IndicatorsFile
    localities: Table[ReleaseFile, LocalityRow]
    rvu: tuple[Table[ReleaseFile, RvuRow], ...]
    gpci: tuple[Table[GpciReleaseFile, GpciRow], ...]
    mue: tuple[Table[ReleaseFile, MueRow], ...]
    synonyms: SynonymsFile
    prose: Mapping[str, str]  # Markdown beside a YAML file, by its path: modifiers/kx.md
    files: tuple[str, ...]
    documents: Mapping[str, yaml_file.Document]

    def tables(self) -> tuple[Table[ReleaseFile, Frozen], ...]:
        """List every table."""
        return (self.localities, *self.rvu, *self.gpci, *self.mue)

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
    examples = reader.records("examples", ExampleFile)
    prose = reader.prose("examples")
    synonyms = reader.record("synonyms.yaml", SynonymsFile)
    rvu = reader.tables("rvu", ReleaseFile, RvuRow)
    gpci = reader.tables("gpci", GpciReleaseFile, GpciRow)
    mue = reader.tables("mue", ReleaseFile, MueRow)
    if (
        reader.problems
        or groups is None
        or indicators is None
        or localities is None
        or synonyms is None
    ):
        raise ContentRefused(reader.problems)
    return Content(
        sources=sources,
        rules=rules,
        figures=figures,
        codes=codes,
        examples=examples,
        prose=prose,
        synonyms=synonyms,
        rvu=rvu,
        gpci=gpci,
        mue=mue,
        groups=groups,
        indicators=indicators,
        localities=localities,
        files=_files(root),
        documents=reader.documents,
    )


def _files(root: Path) -> tuple[str, ...]:
    paths = (path for path in root.rglob("*") if path.is_file())
    return tuple(sorted(path.relative_to(root).as_posix() for path in paths))
