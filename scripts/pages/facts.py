"""All that a page is made of: the content, and the calculator's own reading of it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from calculator.reference import bundle
from scripts.content import library

REFERENCE = "build/reference.json"


@dataclass(frozen=True, slots=True)
class Year:
    """A stretch of days with one conversion factor: its name on the page, first and last day."""

    name: str
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Facts:
    """The Library, and the same figures as the calculator looks them up."""

    library: library.Library
    reference: bundle.Reference

    @property
    def years(self) -> tuple[Year, ...]:
        """The years that can be priced, the newest first."""
        periods = self.library.figures["conversion-factor"].periods
        return tuple(
            Year(str(period.start.year), period.start, period.end) for period in reversed(periods)
        )

    @property
    def now(self) -> Year:
        """The newest year held: the one that examples are worked out in."""
        return self.years[0]


def load(root: Path) -> Facts:
    """Read content/ and build/reference.json below the root."""
    text = (root / REFERENCE).read_text(encoding="utf-8")
    return Facts(library.load(root / "content"), bundle.load(text))
