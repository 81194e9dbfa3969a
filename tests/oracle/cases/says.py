"""A visit of a case in words, for its name."""

from collections.abc import Iterator, Sequence

from tests.oracle.cases.case import JSON

FURNISHERS = (
    ("minutes", ""),
    ("assistant_minutes", "assistant "),
    ("together_minutes", "together "),
)


def listed(parts: Sequence[str]) -> str:
    """Join parts as people do: one, two and three."""
    *most, last = parts
    return f"{', '.join(most)} and {last}" if most else last


def minutes(visit: JSON) -> str:
    """Name the services of a visit with their minutes."""
    return listed(list(map(_service, visit["services"])))


def _service(row: JSON) -> str:
    return " ".join(_parts(row))


def _parts(row: JSON) -> Iterator[str]:
    if "discipline" in row:
        yield row["discipline"]
    yield row["code"]
    yield " + ".join(f"{word}{row[key]}" for key, word in FURNISHERS if key in row)
