"""The locality in a line: its key, or a place or county by name, with its state or without."""

from calculator.entry.line_pieces import Cursor
from calculator.entry.near import MOST, near
from calculator.reference.localities import NATIONAL
from calculator.reference.names import Names, plain
from calculator.words.reading import Choice, Group, State

MOST_PIECES = 12
MOST_CHOICES = 5
_SLIPS = 2
_MOST_BEGUN = 5
_FEWEST_LETTERS = 3  # two begin too many names


def take(cursor: Cursor, names: Names) -> Group | None:
    """Read the longest name that comes; None where none begins here."""
    for count in range(cursor.longest(MOST_PIECES), 0, -1):
        meant = names.called.get(plain(cursor.run(count)))
        if meant:
            return _group(cursor, count, meant, names)
    return None


def begun(cursor: Cursor, names: Names) -> tuple[int, list[str]]:
    """List names that begin with what comes, the shortest first, and count the pieces meant."""
    for count in range(cursor.longest(_MOST_BEGUN), 0, -1):
        typed = plain(cursor.run(count))
        found = [name for name in names.called if name.startswith(typed)]
        if len(typed) >= _FEWEST_LETTERS and found:
            return count, sorted(found, key=len)[:MOST]
    typed = plain(cursor.ahead())
    return 1, near(typed, names.called, min(_SLIPS, len(typed) // 3))


def written(name: str, names: Names) -> str:
    """Write a plain name as people do, with the capitals of its place."""
    for _, key in names.called[name]:
        if key == NATIONAL:
            return NATIONAL
        place = names.places[key]
        for each in (place.key, place.name, *place.parts, *place.own_counties):
            if plain(each) == name:
                return each
    return name.title()


def _group(cursor: Cursor, count: int, meant: tuple[tuple[int, str], ...], names: Names) -> Group:
    span = cursor.take(count)
    (best, first), others = meant[0], meant[1:]
    equal = [key for rank, key in others if rank == best]
    if equal:  # nothing speaks for one of them
        offered = [Choice(f"{_named(key, names)}?", span, key) for _, key in meant[:MOST_CHOICES]]
        return Group(span, "locality").doubt(State.ASKED, "Which locality?", span, *offered)
    read = Group(span, "locality", [_named(first, names)], sets={"locality": first})
    if others and best > 0:
        choices = [Choice(f"or {_named(key, names)}", span, key) for _, key in others]
        read.doubt(State.ASKED, "", span, *choices[:MOST_CHOICES])
    return read


def _named(key: str, names: Names) -> str:
    return "national: all GPCIs are 1" if key == NATIONAL else names.places[key].named
