"""The fields of a JSON object, read one by one; everything wrong with them is reported."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from calculator.entry.raw_json import Pairs, Raw
from calculator.words.problem import LONGEST_GOT, NOTHING_GIVEN, Problem
from calculator.words.sentences import listed

T = TypeVar("T")


@dataclass
class Problems:
    """What was met so far, in order."""

    met: list[Problem] = field(default_factory=list)

    def add(self, path: str, got: str, takes: str, says: str) -> None:
        """Report one thing wrong; `got` is cut at 80 characters."""
        self.met.append(Problem(path, got[:LONGEST_GOT], takes, says))


@dataclass(frozen=True, slots=True)
class Fields:
    """An object with fields of these names: key to what people call it.

    `at` is the path before a key; `row` ends each name in a sentence: ", row 2".
    """

    pairs: Pairs
    names: dict[str, str]
    problems: Problems
    at: str = ""
    row: str = ""

    def inside(self, row: Raw, key: str, names: dict[str, str], named: str) -> "Fields | None":
        """Open the object that stands at a key such as `billed[0]`, or report that none does.

        The names of its own fields end in `named`.
        """
        at = self.at + key
        if isinstance(row.value, Pairs):
            fields = Fields(row.value, names, self.problems, f"{at}.", named)
            fields.refuse_strangers()
            return fields
        takes = f"an object with {listed(names)}"
        name = self.names[key.partition("[")[0]]
        says = f"{name}{named}: got {row.text[:LONGEST_GOT]}; takes {takes}."
        self.problems.add(at, row.text, takes, says)
        return None

    def text(self, key: str) -> str:
        """Return the JSON text given for a key, or `nothing`."""
        raw = self.pairs.values.get(key)
        return raw.text if raw else NOTHING_GIVEN

    def _said(self, key: str) -> str:
        """Return a string as it reads, without the escapes of JSON; anything else as given."""
        raw = self.pairs.values.get(key)
        return raw.value if raw and isinstance(raw.value, str) else self.text(key)

    def refuse(self, key: str, takes: str, says: str = "") -> None:
        """Report that a field got something else than it takes."""
        name = self.names.get(key, key) + self.row
        got = self._said(key)[:LONGEST_GOT] or "an empty text"
        says = says or f"{name}: got {got}; takes {takes}."
        self.problems.add(self.at + key, self.text(key), takes, says)

    def refuse_strangers(self) -> None:
        """Refuse each key that this object does not take, and each of its own that stands twice."""
        fields = listed(self.names)
        for key in self.pairs.values:
            if key not in self.names:
                says = f"{key!r}{self.row}: no such field; the fields are {fields}."
                self.refuse(key, f"no field but {fields}", says)
            elif key in self.pairs.repeated:
                self.refuse(key, "this field once")

    def read(self, key: str, takes: str, reader: Callable[[Raw], T | None]) -> T | None:
        """Return what the reader makes of a field, or `None` once it is reported."""
        if key in self.pairs.repeated:
            return None  # reported by `refuse_strangers`
        raw = self.pairs.values.get(key)
        value = reader(raw) if raw else None
        if value is None:
            self.refuse(key, takes)
        return value

    def read_if_given(
        self, key: str, takes: str, reader: Callable[[Raw], T | None], otherwise: T
    ) -> T:
        """Return what the reader makes of a field that may be left out."""
        if key not in self.pairs.values:
            return otherwise
        value = self.read(key, takes, reader)
        return otherwise if value is None else value
