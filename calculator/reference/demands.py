"""What the record has to hold for a claim to stand, as content has it."""

from typing import Any, NamedTuple

from calculator.words.vocabulary import Standing

Record = dict[str, Any]  # JSON, checked against its schema when it was written


class Demand(NamedTuple):
    """One demand on the record; `when` says what of a claim calls for it."""

    key: str
    says: str
    when: str
    codes: frozenset[str]
    beside: frozenset[str]
    modifiers: frozenset[str]
    standing: Standing
    sources: tuple[str, ...]


class Note(NamedTuple):
    """What the note of a code has to show."""

    code: str
    says: str
    standing: Standing
    sources: tuple[str, ...]


class Demands(NamedTuple):
    """All demands in their order, and the notes by code."""

    every: tuple[Demand, ...] = ()
    notes: dict[str, Note] = {}  # noqa: RUF012 -- never written to


NO_DEMANDS = Demands()


def read(record: Record) -> Demands:
    """Read them from reference.json."""
    return Demands(
        every=tuple(map(_demand, record["demands"])),
        notes={row["code"]: _note(row) for row in record["notes"]},
    )


def _demand(row: Record) -> Demand:
    return Demand(
        key=row["key"],
        says=row["says"],
        when=row["when"],
        codes=frozenset(row["codes"]),
        beside=frozenset(row["beside"]),
        modifiers=frozenset(row["modifiers"]),
        standing=Standing(row["standing"]),
        sources=tuple(row["sources"]),
    )


def _note(row: Record) -> Note:
    return Note(row["code"], row["note"], Standing(row["standing"]), tuple(row["sources"]))
