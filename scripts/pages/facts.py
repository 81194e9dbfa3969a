"""All that a page is made of: the content, and the calculator's own reading of it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from calculator.reference import bundle, edits_bundle
from calculator.reference.edits import Edits
from scripts.content import library

REFERENCE = "build/reference.json"
EDITS = "build/doors/edits.json"


@dataclass(frozen=True, slots=True)
class Year:
    """A stretch of days with one conversion factor.

    `priced_on` is the day its prices are shown for: the first of its newest release.
    """

    name: str
    priced_on: date


@dataclass(frozen=True, slots=True)
class Facts:
    """The Library, and the same figures as the calculator looks them up."""

    library: library.Library
    reference: bundle.Reference
    edits: Edits

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
    """Read content/, build/reference.json and build/doors/edits.json below the root."""
    text = (root / REFERENCE).read_text(encoding="utf-8")
    pairs = (root / EDITS).read_text(encoding="utf-8")
    return Facts(library.load(root / "content"), bundle.load(text), edits_bundle.load(pairs))
