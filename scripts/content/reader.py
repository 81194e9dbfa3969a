"""The files of content/ by their kinds; what is wrong with one is noted, not raised."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError

from scripts.content import csv_file, yaml_file
from scripts.content.model import ReleaseFile
from scripts.content.problems import Problem
from scripts.content.refusals import refusals
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


@dataclass(slots=True)
class Reader:
    """Reads below `root`, and keeps every problem and every document on the way."""

    root: Path
    problems: list[Problem] = field(default_factory=list)
    documents: dict[str, yaml_file.Document] = field(default_factory=dict)

    def text(self, file: str) -> str | None:
        """Read a file."""
        try:
            return (self.root / file).read_text(encoding="utf-8")
        except OSError as error:
            got = str(error.strerror).lower()
            self.problems.append(Problem(file, "", got, "a file that can be read"))
        except UnicodeError as error:
            self.problems.append(Problem(file, "", error, "text in UTF-8"))
        return None

    def record(self, file: str, model: type[File]) -> File | None:
        """Read a YAML file into its model; None where it has not its shape."""
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
        """Read every YAML file of a folder, by its name without the suffix."""
        paths = sorted((self.root / folder).glob("*.yaml"))
        read = {path.stem: self.record(f"{folder}/{path.name}", model) for path in paths}
        return {key: file for key, file in read.items() if file is not None}

    def texts(self, folder: str) -> dict[str, str]:
        """Read all Markdown of a folder, by its path."""
        paths = sorted((self.root / folder).glob("*.md"))
        read = {f"{folder}/{path.name}": self.text(f"{folder}/{path.name}") for path in paths}
        return {file: text for file, text in read.items() if text is not None}

    def table(self, path: str, model: type[Release], row: type[Row]) -> Table[Release, Row] | None:
        """Read a CSV and the YAML beside it."""
        release, text = self.record(f"{path}.yaml", model), self.text(f"{path}.csv")
        if release is None or text is None:
            return None
        rows, problems = csv_file.parse(f"{path}.csv", text, row)
        self.problems += problems
        return Table(path, release, rows)

    def tables(
        self, folder: str, model: type[Release], row: type[Row]
    ) -> tuple[Table[Release, Row], ...]:
        """Read every table of a folder, the oldest first."""
        paths = sorted((self.root / folder).glob("*.yaml"))
        read = (self.table(f"{folder}/{path.stem}", model, row) for path in paths)
        return tuple(sorted(filter(None, read), key=lambda table: table.release.start))
