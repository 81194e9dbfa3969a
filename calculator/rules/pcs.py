"""PCS codes of section F, read character by character against the tables of a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from calculator.reference.pcs import HANGS_ON, LENGTH, Code, Row, Tables, Value
from calculator.words.explained import Explained, Finding, Step
from calculator.words.sentences import listed
from calculator.words.vocabulary import Standing

OPEN = "?"  # stands for a character that is not chosen yet
TABLE = 3  # so many characters name a table
MOST_NEAR = 8
_UPPER = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_LOOKS_LIKE = {"I": "1", "O": "0"}  # letters that PCS does not use


class State(StrEnum):
    """How far a character could be read."""

    READ = "read"
    OPEN = "open"
    WRONG = "wrong"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Choice:
    """A character that the tables allow at a position, and the text it leads to.

    It `keeps` the rest where all other characters can stay as they are; otherwise those behind it
    are dropped. No title where the character means different things in the tables still open.
    """

    value: str
    title: str
    leads_to: str
    keeps: bool


@dataclass(frozen=True, slots=True)
class Position:
    """One of the seven characters; `character` is empty where there is none yet.

    `elsewhere` is what a wrong one means where other characters stand before it.
    """

    number: int
    axis: str
    character: str
    state: State
    meaning: Value | None
    elsewhere: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A text read as a code: its positions, the code where it is one, else those near to it."""

    text: str
    day: date
    says: str
    positions: tuple[Position, ...]
    code: Code | None
    row: Row | None
    fitting: int  # codes that begin so, or have these characters where others are open
    near: tuple[Code, ...] = ()


def tidy(text: str) -> str:
    """Write a code as the tables do: no blanks, capital letters, open ends left out."""
    return "".join(text.split()).translate(_UPPER).rstrip(OPEN)


def break_down(text: str, day: date, tables: Tables) -> Explained[Breakdown]:
    """Say of each character what it means and what the tables of that day allow in its place.

    `text` holds at most seven characters besides blanks; `?` stands for one that is not chosen.
    """
    given = tidy(text)
    held = tables.on(day)
    reading = _Reading(given, [code.code for code in held], tables)
    code = tables.codes[given] if reading.fitting and reading.is_whole else None
    row = tables.row(given) if code else None
    says = _headline(reading, code)
    near = tuple(tables.codes[each] for each in reading.near())
    value = Breakdown(given, day, says, reading.positions(), code, row, len(reading.fitting), near)
    steps = [_held(given, len(held), day, tables), *_read(reading, tables)]
    if code and row:
        steps += _of_code(code, row, day, tables)
    return Explained(value, tuple(steps), tuple(_findings(text, value, tables)))


class _Reading:
    """A text held against the codes of a day.

    `wrong` is the place of the first character that no code has after those before it, or else the
    length of a code.
    """

    def __init__(self, given: str, codes: list[str], tables: Tables) -> None:
        self.given = given
        self.codes = codes
        self.tables = tables
        self.pattern = given.ljust(LENGTH, OPEN)
        self.begun = [codes]  # those that agree with the first 0, 1, 2 … characters
        for place, character in enumerate(self.pattern):
            rest = self.begun[-1]
            fit = rest if character == OPEN else [c for c in rest if c[place] == character]
            if not fit:
                break
            self.begun.append(fit)
        self.wrong = len(self.begun) - 1
        self.fitting = self.begun[-1] if self.wrong == LENGTH else []
        self.is_whole = OPEN not in self.pattern
        self.closed = [at for at, character in enumerate(self.pattern) if character != OPEN]
        self.keeping = self._keeping()

    def _differing(self, code: str) -> list[int]:
        """Return the places where a code differs from what is given."""
        return [place for place in self.closed if code[place] != self.pattern[place]]

    def _keeping(self) -> list[dict[str, list[str]]]:
        """List, for each place, the codes that differ there alone, by their character there."""
        keeping: list[dict[str, list[str]]] = [{} for _ in range(LENGTH)]
        for code in self.codes:
            differing = self._differing(code)
            if len(differing) > 1:
                continue
            for place in differing or range(LENGTH):
                keeping[place].setdefault(code[place], []).append(code)
        return keeping

    def positions(self) -> tuple[Position, ...]:
        """Read every position."""
        return tuple(self._position(place) for place in range(LENGTH))

    def _position(self, place: int) -> Position:
        character = self.given[place : place + 1]
        return Position(
            place + 1,
            self.tables.axes[place],
            character,
            self._state(place, character),
            self._meaning(place, self.begun[place + 1]) if place < self.wrong else None,
            self._elsewhere(place) if place == self.wrong else "",
            self._choices(place),
        )

    def _state(self, place: int, character: str) -> State:
        if place == self.wrong:
            return State.WRONG
        if place > self.wrong:
            return State.UNREAD
        return State.READ if character not in ("", OPEN) else State.OPEN

    def _meaning(self, place: int, codes: list[str]) -> Value | None:
        """Return what the character at a place means, if it means the same in all these codes."""
        if len({code[place] for code in codes}) > 1:
            return None
        return self._common(place, codes)

    def _elsewhere(self, place: int) -> str:
        found = self.tables.values.get((place + 1, "", self.pattern[place]))
        return found.title if found else ""

    def _common(self, place: int, codes: Iterable[str]) -> Value | None:
        begin = HANGS_ON.get(place + 1, 0)
        alike = {code[:begin] + code[place]: code for code in codes}
        values = {self.tables.value(place + 1, code) for code in alike.values()}
        return values.pop() if len(values) == 1 else None

    def _choices(self, place: int) -> tuple[Choice, ...]:
        keeping = self.keeping[place]
        following: dict[str, list[str]] = {}
        if place <= self.wrong:
            for code in self.begun[place]:
                following.setdefault(code[place], []).append(code)
        made = [(value, keeping.get(value)) for value in sorted({*keeping, *following})]
        return tuple(
            self._choice(place, value, keeps or following[value], keeps=keeps is not None)
            for value, keeps in made
        )

    def _choice(self, place: int, value: str, codes: list[str], *, keeps: bool) -> Choice:
        found = self._common(place, codes)
        before = self.pattern[:place] + value
        leads_to = before + self.pattern[place + 1 :] if keeps else before
        return Choice(value, found.title if found else "", leads_to.rstrip(OPEN), keeps)

    def near(self) -> list[str]:
        """List codes that a slip could have turned into this text, the likeliest first."""
        if self.fitting or len(self.given) < LENGTH - 1:
            return []
        if len(self.given) == LENGTH - 1:
            lacking = [code for code in self.codes if _lacks_one(code, self.given)]
            return lacking[:MOST_NEAR]
        ranked = sorted(
            (
                len(differing),
                not self._looks_alike(code, differing),
                self.wrong not in differing,
                code,
            )
            for code in self.codes
            for differing in [self._differing(code)]
            if len(differing) <= 2  # noqa: PLR2004 -- two slips are still a slip
        )
        fewest = ranked[0][0] if ranked else 0
        return [code for count, _, _, code in ranked if count == fewest][:MOST_NEAR]

    def _looks_alike(self, code: str, differing: list[int]) -> bool:
        return all(_LOOKS_LIKE.get(self.pattern[place]) == code[place] for place in differing)

    def allowed(self, place: int) -> list[str]:
        """List the characters that the tables have at a place after those before it."""
        return sorted({code[place] for code in self.begun[place]})


def _lacks_one(code: str, given: str) -> bool:
    return any(code[:place] + code[place + 1 :] == given for place in range(LENGTH))


def _headline(reading: _Reading, code: Code | None) -> str:
    if code:
        return f"Valid. {code.title}"
    if reading.fitting:
        places = [at + 1 for at, character in enumerate(reading.pattern) if character == OPEN]
        noun = "position" if len(places) == 1 else "positions"
        count = len(reading.fitting)
        fit = "1 code fits" if count == 1 else f"{count:,} codes fit"
        return f"Not complete: {noun} {_span(places)} open; {fit}."
    return f"Not valid: {_what_is_wrong(reading)}"


def _what_is_wrong(reading: _Reading) -> str:
    place = reading.wrong
    allowed = listed(reading.allowed(place), "or")
    after = _after(reading.pattern[:place])
    only = "" if len(allowed) > 1 or not place else "only "
    return f"position {place + 1} is {reading.pattern[place]}; {after} {only}{allowed}."


def _after(before: str) -> str:
    if not before:
        return "every code of this section begins with"
    if len(before) == TABLE and OPEN not in before:
        return f"table {before} has"
    return f"after {before} the tables have"


def _span(places: list[int]) -> str:
    first, last = places[0], places[-1]
    if len(places) > 2 and places == list(range(first, last + 1)):  # noqa: PLR2004 -- two are listed
        return f"{first} to {last} are"
    return f"{listed(map(str, places))} {'is' if len(places) == 1 else 'are'}"


def _held(given: str, count: int, day: date, tables: Tables) -> Step:
    release = tables.release
    shown = given or "Nothing yet"
    says = f"{shown} is read against the {count:,} codes of section F in force on {day}."
    return Step("pcs", says, (*release.sources, *tables.since_sources), release.name)


def _read(reading: _Reading, tables: Tables) -> list[Step]:
    steps = []
    table = reading.pattern[:TABLE]
    if reading.wrong >= TABLE and OPEN not in table:
        title = tables.value(TABLE, table).title
        says = f"The first three characters, {table}, name the table {title}."
        steps.append(
            Step("pcs", says, (*tables.rows[0].sources, *tables.definition_sources), table)
        )
    if reading.wrong < LENGTH:
        says = f"{_what_is_wrong(reading)[:1].upper()}{_what_is_wrong(reading)[1:]}"
        steps.append(Step("pcs", says, tables.rows[0].sources, "not a code"))
    return steps


def _of_code(code: Code, row: Row, day: date, tables: Tables) -> list[Step]:
    rest = listed(code.code[TABLE:])
    since = (
        f"{code.code} is new on {code.start} and held to {code.end}."
        if code.is_new
        else f"{code.code} is older than {code.start}, and held from then to {code.end}."
    )
    held = (
        f"Row {row.number} of table {row.table} holds {rest}."
        if row.is_known
        else f"The combination {rest} is among the additions of {row.start} to table {row.table};"
        " its row in the April tables is not known."
    )
    grouper = tables.grouper
    counts = code.counts_for_rehabilitation(day)
    says = "counts" if counts else "does not count"
    drg = (
        f"The grouper {says} {code.code} for MS-DRG 945 and 946."
        " It is no operating-room procedure, so alone it leads to no MS-DRG."
    )
    return [
        Step("pcs", held, row.sources, "a code"),
        Step("pcs", since, (*tables.release.sources, *tables.since_sources), f"from {code.start}"),
        Step("pcs", drg, grouper.sources, "counts" if counts else "does not count"),
    ]


def _findings(text: str, value: Breakdown, tables: Tables) -> list[Finding]:
    found = []
    if value.text != text.rstrip(OPEN):
        says = f"Read as {value.text or 'nothing'}: blanks are left out, letters are capitals."
        found.append(Finding("pcs", says, ()))
    if value.code and value.code.title_standing is not Standing.OFFICIAL:
        says = f"The title of {value.code.code} was made after its neighbour’s, not read."
        found.append(Finding("pcs", says, tables.release.sources))
    other = tables.codes.get(value.text)
    if other and not value.code:
        says = f"{other.code} is a code from {other.start} to {other.end}: {other.title}."
        found.append(Finding("pcs", says, tables.since_sources))
    letters = [letter for letter in _LOOKS_LIKE if letter in value.text]
    if letters:
        named = listed(letters, "or")
        says = f"PCS codes have no letter {named}: digits 1 and 0 stand in their place."
        found.append(Finding("pcs", says, tables.rows[0].sources))
    return found
