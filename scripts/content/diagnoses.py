"""What the Library holds of diagnoses: each code with its periods and risk groups."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from scripts.content.diagnosis_rows import FactorRow
from scripts.content.load import Content
from scripts.content.model import ReleaseFile
from scripts.content.model.diagnoses import (
    DiagnosisFile,
    DiagnosisNote,
    Edge,
    FamilyFile,
    HccReleaseFile,
    Pair,
    PairingsFile,
)
from scripts.content.validity import Validity, held_rows, periods
from scripts.content.values import Key


class Family(FamilyFile):
    """Codes that differ in one thing, under their key."""

    key: Key


class PairGroup(PairingsFile):
    """The pairings of one kind of treatment, under their key."""

    key: Key


@dataclass(frozen=True, slots=True)
class RiskGroup:
    """The group (HCC) a diagnosis counts for under one model, in one payment year."""

    hcc: str
    release: HccReleaseFile


@dataclass(frozen=True, slots=True)
class Factor:
    """What a group adds to the risk score of one kind of patient."""

    row: FactorRow
    release: ReleaseFile


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A diagnosis code with all that is held of it; `title` as the newest release that has it."""

    code: str
    title: str | None
    titled_in: ReleaseFile | None
    family: Family
    file: DiagnosisFile
    periods: tuple[Validity, ...]
    groups: tuple[RiskGroup, ...]

    @property
    def newest(self) -> Validity | None:
        """The last days that anything is held for."""
        return self.periods[-1] if self.periods else None

    @property
    def notes(self) -> tuple[DiagnosisNote, ...]:
        """Its own notes, then those of its family."""
        return (*self.file.notes, *self.family.notes)

    def on(self, day: date) -> Validity | None:
        """Find what holds on a day; None where nothing is held for it."""
        return next((each for each in self.periods if each.start <= day <= each.end), None)

    @property
    def remarks(self) -> tuple[tuple[str, Edge], ...]:
        """Its edges on days that no list held here answers for, each with what it is."""
        first = self.periods[0].start if self.periods else date.max
        edges = (("It is said to begin on", self.file.begins), ("Billable up to", self.file.ends))
        return tuple((says, edge) for says, edge in edges if edge and edge.day < first)


@dataclass(frozen=True, slots=True)
class Diagnoses:
    """All of content/ that is about diagnoses."""

    codes: Mapping[str, Diagnosis]
    families: Mapping[str, Family]
    pairings: Mapping[str, PairGroup]
    factors: tuple[Factor, ...]
    releases: tuple[ReleaseFile, ...]  # of ICD-10-CM, the oldest first

    def pairs_of(self, code: str) -> Iterator[tuple[PairGroup, Pair]]:
        """Yield every pairing of a diagnosis."""
        for group in self.pairings.values():
            yield from ((group, pair) for pair in group.pairs if pair.diagnosis == code)

    def siblings(self, diagnosis: Diagnosis) -> tuple[Diagnosis, ...]:
        """List a code's family, itself included."""
        family = diagnosis.family.key
        return tuple(each for each in self.codes.values() if each.family.key == family)


def diagnoses(content: Content) -> Diagnoses:
    """Join each code's own file with its rows of every release."""
    families = {key: Family(key=key, **dict(file)) for key, file in content.families.items()}
    return Diagnoses(
        codes={
            code: _diagnosis(content, code, families[file.family])
            for code, file in content.diagnoses.items()
        },
        families=families,
        pairings={key: PairGroup(key=key, **dict(file)) for key, file in content.pairings.items()},
        factors=tuple(
            Factor(row, table.release) for table in content.hcc_factors for row in table.rows
        ),
        releases=tuple(table.release for table in content.icd10cm),
    )


def _diagnosis(content: Content, code: str, family: Family) -> Diagnosis:
    file = content.diagnoses[code]
    held = held_rows(content, code)
    oldest = min(table.release.start for table in content.icd10cm)
    titled = [(each.row.title, each.release) for each in held if each.row.title]
    return Diagnosis(
        code=code,
        title=titled[-1][0] if titled else None,
        titled_in=titled[-1][1] if titled else None,
        family=family,
        file=file,
        periods=tuple(periods(file, held, oldest)),
        groups=tuple(
            RiskGroup(row.hcc, table.release)
            for table in content.hcc
            for row in table.rows
            if row.code == code
        ),
    )
