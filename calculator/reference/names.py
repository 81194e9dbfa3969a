"""What people call codes and places: names.json, read when a line is first read."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from calculator.reference.bundle import BadReference
from calculator.reference.localities import NATIONAL

SCHEMA = "names-1"

_BETWEEN_WORDS = re.compile(r"[^\w]+")
_PARTS = re.compile(r"-| and |,|;")
_IN_STATE = re.compile(r" in [A-Z]\w+$")
_IN_BRACKETS = re.compile(r"\s*\(.*\)")
_BEFORE_NAME = re.compile(r"^(?:Metropolitan|All|DC) ")


class NamedCode(NamedTuple):
    """A code with our own label; `timed` where its units are counted by minutes."""

    code: str
    label: str
    timed: bool


class Place(NamedTuple):
    """A payment locality with the counties that it is made of, as CMS lists them."""

    key: str
    name: str
    state: str
    counties: str

    @property
    def named(self) -> str:
        """The place as a reading shows it: 01112-65 San Benito, CA."""
        said = self.counties if len(self.counties) <= len(self.name) else self.name
        return f"{self.key} {self.name if said.startswith('All ') else said}, {self.state}"

    @property
    def parts(self) -> tuple[str, ...]:
        """The names in its name: San Jose, Sunnyvale, Santa Clara."""
        head = _IN_BRACKETS.sub("", self.name)
        return tuple(_BEFORE_NAME.sub("", each) for each in _pieces(head))

    @property
    def own_counties(self) -> tuple[str, ...]:
        """The counties by name; none where CMS says all, or all others."""
        if self.counties.startswith("All "):
            return ()
        return tuple(_IN_STATE.sub("", each) for each in _pieces(self.counties))


class Names(NamedTuple):
    """Codes and places by key, what places are called, and the days for which figures are held.

    `called` has for each plain name the keys that it may mean, each with its rank: 0 for a whole
    name or a county, 1 for a part of the name where that names the locality's own county too, 2
    for any other part.
    """

    codes: Mapping[str, NamedCode]
    places: Mapping[str, Place]
    called: Mapping[str, tuple[tuple[int, str], ...]]
    days: tuple[date, date]


def plain(text: str) -> str:
    """Write a text without capitals and punctuation: what names are compared by."""
    return _BETWEEN_WORDS.sub(" ", text.lower()).strip()


def load(text: str) -> Names:
    """Read names.json; raises `BadReference` where it is something else."""
    try:
        record = json.loads(text)
        if record["schema"] != SCHEMA:
            msg = f"schema: got {record['schema']}; takes {SCHEMA}"
            raise BadReference(msg)
        places = {each[0]: Place(*each) for each in record["places"]}
        first, last = (date.fromisoformat(each) for each in record["days"])
        return Names(
            codes={each[0]: NamedCode(*each) for each in record["codes"]},
            places=places,
            called=_called(places.values()),
            days=(first, last),
        )
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        msg = f"not a names.json of schema {SCHEMA}: {error}"
        raise BadReference(msg) from error


def _called(places: Iterable[Place]) -> dict[str, tuple[tuple[int, str], ...]]:
    ranks: dict[str, dict[str, int]] = {NATIONAL: {NATIONAL: 0}}
    for place in places:
        for name, rank in _names_of(place):
            for alias in (name, f"{name} {place.state}"):
                keys = ranks.setdefault(plain(alias), {})
                keys[place.key] = min(rank, keys.get(place.key, rank))
    return {
        name: tuple(sorted((rank, key) for key, rank in keys.items()))
        for name, keys in ranks.items()
    }


def _names_of(place: Place) -> Iterable[tuple[str, int]]:
    yield place.key, 0
    yield place.name, 0
    for county in place.own_counties:
        yield county, 0
        yield f"{county} county", 0
    counties = set(place.own_counties)
    whole = len(place.parts) == 1
    rank = 0 if whole else 2 - bool(counties.intersection(place.parts))
    for part in place.parts:
        yield part, rank


def _pieces(text: str) -> list[str]:
    return [each.strip() for each in _PARTS.split(text) if each.strip()]
