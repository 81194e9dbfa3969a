"""All that a page is made of: the content, and the calculator's own reading of it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from calculator.reference import bundle, edits_bundle, names, pcs
from calculator.reference.edits import Edits
from calculator.same_day.judge import judging
from calculator.words.same_day import Judge
from scripts.content import library
from scripts.pages import pitfalls
from scripts.pages.pitfalls import Pitfall

REFERENCE = "build/reference.json"
PCS = "build/doors/pcs.json"
EDITS = "build/doors/edits.json"
NAMES = "build/doors/names.json"


@dataclass(frozen=True, slots=True)
class Year:
    """A stretch of days with one conversion factor.

    `priced_on` is the day its prices are shown for: the first of its newest release.
    """

    name: str
    priced_on: date


@dataclass(frozen=True, slots=True)
class Facts:
    """The Library, and the same figures and tables as the calculator looks them up."""

    library: library.Library
    reference: bundle.Reference
    pcs: pcs.Tables
    edits: Edits
    names: names.Names
    pitfalls: tuple[Pitfall, ...]

    @property
    def judge(self) -> Judge:
        """Who looks up the pairs of a visit that names its setting."""
        return judging(self.edits, self.reference)

    @property
    def years(self) -> tuple[Year, ...]:
        """The years that can be priced, the newest first."""
        periods = self.library.figures["conversion-factor"].periods
        releases = [
            release.start
            for path, release in self.library.releases.items()
            if path.startswith(("rvu/", "gpci/"))
        ]
        return tuple(
            Year(
                str(period.start.year),
                max([period.start, *(day for day in releases if period.holds_on(day))]),
            )
            for period in reversed(periods)
        )

    @property
    def now(self) -> Year:
        """The newest year held: the one that examples are worked out in."""
        return self.years[0]


def load(root: Path) -> Facts:
    """Read content/, and what the calculator's doors are given, below the root."""
    return Facts(
        library.load(root / "content"),
        bundle.load(_text(root, REFERENCE)),
        pcs=pcs.load(_text(root, PCS)),
        edits=edits_bundle.load(_text(root, EDITS)),
        names=names.load(_text(root, NAMES)),
        pitfalls=pitfalls.read(root),
    )


def _text(root: Path, name: str) -> str:
    return (root / name).read_text(encoding="utf-8")
