"""What is known of a pair in each setting, as the matrix and the tables show it."""

from dataclasses import dataclass
from datetime import date

from calculator.reference.edits import Edit, Edits, Sight
from calculator.words.vocabulary import Setting

SHORT = "NCCI PTP "


@dataclass(frozen=True, slots=True)
class Cell:
    """A pair in one setting. `indicator` is None without an active edit."""

    setting: Setting
    sight: Sight

    @property
    def edit(self) -> Edit | None:
        """The active edit."""
        return self.sight.edit

    @property
    def held(self) -> bool:
        """Whether any file answers for the pair."""
        return self.sight.release is not None

    @property
    def release(self) -> str:
        """The quarter that says so: 2026 Q4 (v32.3)."""
        return self.sight.release.release.removeprefix(SHORT) if self.sight.release else ""

    @property
    def words(self) -> str:
        """The cell of a table: the indicator or that there is none, and the quarter."""
        if not self.held:
            return "not in our data"
        said = f"indicator {self.edit.indicator}" if self.edit else "no active edit"
        return f"{said}, {'' if self.sight.exact else 'last seen '}{self.release}"


def newest_day(edits: Edits) -> date:
    """Return the first day of the newest quarter that is held."""
    return max(each.start for each in edits.releases)


def cells(edits: Edits, one: str, other: str, day: date) -> tuple[Cell, ...]:
    """Look a pair up in both settings."""
    return tuple(Cell(setting, edits.see(one, other, setting, day)) for setting in Setting)


def partners(edits: Edits, code: str) -> tuple[str, ...]:
    """List every code that any file joins with this one, by number."""
    found = {
        other
        for release in edits.releases
        for edit in release.edits
        for other in (edit.column_one, edit.column_two)
        if code in (edit.column_one, edit.column_two)
    }
    return tuple(sorted(found - {code}))
