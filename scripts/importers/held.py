"""What content/ holds that an import is about: codes, localities, diagnoses, releases."""

from dataclasses import dataclass
from pathlib import Path

from scripts.content.diagnosis_rows import HccRow, IcdRow
from scripts.content.edit_rows import PtpRow
from scripts.content.model import FigureFile, GpciReleaseFile, ReleaseFile, SourceFile
from scripts.content.model.diagnoses import DiagnosisFile, HccReleaseFile
from scripts.content.model.edits import PtpReleaseFile
from scripts.content.problems import ContentRefused
from scripts.content.reader import File, Reader, Release, Row, Table
from scripts.content.rows import GpciRow, LocalityRow, MueRow, RvuRow


@dataclass(frozen=True, slots=True)
class Held:
    """Reads below `root` what is asked for; raises `ContentRefused` where it has not its shape."""

    root: Path

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the family."""
        return tuple(sorted(path.stem for path in (self.root / "codes").glob("*.yaml")))

    @property
    def diagnoses(self) -> tuple[str, ...]:
        """The diagnoses that exist, with their dots."""
        files = self._records("diagnoses", DiagnosisFile)
        return tuple(sorted(code for code, file in files.items() if file.exists))

    @property
    def localities(self) -> tuple[str, ...]:
        """The keys of the localities."""
        reader = Reader(self.root)
        table = reader.table("localities", ReleaseFile, LocalityRow)
        if table is None or reader.problems:
            raise ContentRefused(reader.problems)
        return tuple(sorted(row.key for row in table.rows))

    @property
    def figures(self) -> dict[str, FigureFile]:
        """The figures by key."""
        return self._records("figures", FigureFile)

    @property
    def sources(self) -> dict[str, SourceFile]:
        """The sources by key."""
        return self._records("sources", SourceFile)

    @property
    def rvu(self) -> tuple[Table[ReleaseFile, RvuRow], ...]:
        """The fee schedule releases, the oldest first, as all tables below."""
        return self._tables("rvu", ReleaseFile, RvuRow)

    @property
    def gpci(self) -> tuple[Table[GpciReleaseFile, GpciRow], ...]:
        """The GPCIs."""
        return self._tables("gpci", GpciReleaseFile, GpciRow)

    @property
    def mue(self) -> tuple[Table[ReleaseFile, MueRow], ...]:
        """The MUE tables."""
        return self._tables("mue", ReleaseFile, MueRow)

    @property
    def ptp(self) -> tuple[Table[PtpReleaseFile, PtpRow], ...]:
        """The PTP edits."""
        return self._tables("ptp", PtpReleaseFile, PtpRow)

    @property
    def icd10cm(self) -> tuple[Table[ReleaseFile, IcdRow], ...]:
        """The releases of ICD-10-CM."""
        return self._tables("icd10cm", ReleaseFile, IcdRow)

    @property
    def hcc(self) -> tuple[Table[HccReleaseFile, HccRow], ...]:
        """The maps of the risk models."""
        return self._tables("hcc", HccReleaseFile, HccRow)

    def _records(self, folder: str, model: type[File]) -> dict[str, File]:
        reader = Reader(self.root)
        found = reader.records(folder, model)
        if reader.problems:
            raise ContentRefused(reader.problems)
        return found

    def _tables(
        self, folder: str, model: type[Release], row: type[Row]
    ) -> tuple[Table[Release, Row], ...]:
        reader = Reader(self.root)
        found = reader.tables(folder, model, row)
        if reader.problems:
            raise ContentRefused(reader.problems)
        return found
