"""What is held of modifiers: which codes they fit, which never stand together, who pays."""

from typing import Any, NamedTuple

from calculator.words.vocabulary import Bearer, Coverage, Discipline, Notice

Record = dict[str, Any]  # JSON, checked against its schema when it was written


class Liability(NamedTuple):
    """What a user says of coverage and notice that calls for a modifier, and who then bears it.

    Without a `notice` it is called for whatever was said of a notice.
    """

    modifier: str
    coverage: Coverage
    notice: Notice | None
    bears: Bearer
    sources: tuple[str, ...]


class Modifier(NamedTuple):
    """One modifier: `kind` is what it is about, `by` how the codes it fits are found."""

    modifier: str
    kind: str
    by: str
    discipline: Discipline | None
    never_on: frozenset[str]
    fits: str
    sources: tuple[str, ...]

    @property
    def needs_plan(self) -> bool:
        """Whether it stands only on a line that names a plan of care."""
        return self.by in {"assistant", "therapy"}


class Conflict(NamedTuple):
    """Two modifiers that do not stand on one line."""

    modifiers: tuple[str, str]
    why: str
    sources: tuple[str, ...]


class Modifiers(NamedTuple):
    """Everything held of modifiers."""

    held: dict[str, Modifier]
    conflicts: tuple[Conflict, ...]
    liabilities: tuple[Liability, ...]

    @property
    def plans(self) -> tuple[str, ...]:
        """The modifiers that name a plan of care, in the order of the disciplines."""
        named = {each.discipline: each.modifier for each in self.held.values() if each.by == "plan"}
        return tuple(named[discipline] for discipline in Discipline if discipline in named)


NO_MODIFIERS = Modifiers({}, (), ())


def read(record: Record) -> Modifiers:
    """Read them from reference.json."""
    rows = record["modifiers"]
    return Modifiers(
        held={row["modifier"]: _modifier(row) for row in rows},
        conflicts=tuple(map(_conflict, record["conflicts"])),
        liabilities=tuple(
            _liability(row["modifier"], row["liability"]) for row in rows if row["liability"]
        ),
    )


def _modifier(row: Record) -> Modifier:
    return Modifier(
        modifier=row["modifier"],
        kind=row["kind"],
        by=row["by"],
        discipline=Discipline(row["discipline"]) if row["discipline"] else None,
        never_on=frozenset(row["never_on"]),
        fits=row["fits"],
        sources=tuple(row["sources"]),
    )


def _conflict(row: Record) -> Conflict:
    first, second = row["modifiers"]
    return Conflict((first, second), row["why"], tuple(row["sources"]))


def _liability(modifier: str, row: Record) -> Liability:
    return Liability(
        modifier,
        coverage=Coverage(row["coverage"]),
        notice=Notice(row["notice"]) if row["notice"] else None,
        bears=Bearer(row["bears"]),
        sources=tuple(row["sources"]),
    )
