"""A question about two codes as the page hands it in: one JSON object, or why it is refused."""

import re
from datetime import date

from calculator.entry.fields import Fields, Problems
from calculator.entry.raw_json import BadJson, Pairs, Raw, read
from calculator.reference.edits import Edits
from calculator.rules.edits import Pair
from calculator.words.problem import BadVisit
from calculator.words.sentences import listed
from calculator.words.vocabulary import Setting

FIELDS = {
    "first": "First code",
    "second": "Second code",
    "setting": "Setting",
    "date": "Date of service",
}
CODE = "a code of five characters, such as 97530"

_CODE = re.compile(r"[A-Z0-9][0-9]{3}[A-Z0-9]")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read_pair(text: str, edits: Edits) -> Pair:
    """Read a pair to be looked up, or raise `BadVisit` with every problem it has."""
    problems = Problems()
    fields = Fields(_top(text), FIELDS, problems)
    fields.refuse_strangers()
    first = fields.read("first", CODE, _code)
    second = fields.read("second", CODE, _code)
    setting = fields.read("setting", "practitioner or hospital", _setting)
    day = _date(fields, edits)
    if problems.met or first is None or second is None or setting is None or day is None:
        raise BadVisit(tuple(problems.met))
    return Pair(
        first=first,
        second=second,
        setting=setting,
        day=day,
        known=(edits.codes.get(first), edits.codes.get(second)),
        strangers=tuple(code for code in dict.fromkeys((first, second)) if not edits.names(code)),
    )


def _top(text: str) -> Pairs:
    takes = f"one JSON object with {listed(FIELDS)}, each once"
    problems = Problems()
    try:
        given = read(text)
    except BadJson as error:
        problems.add("question", text.strip(), takes, f"Question: {error}; takes {takes}.")
        raise BadVisit(tuple(problems.met)) from error
    value = given.value
    if isinstance(value, Pairs) and not value.repeated:
        return value
    why = f"{listed(value.repeated)} twice" if isinstance(value, Pairs) else "no JSON object"
    problems.add("question", given.text, takes, f"Question: got {why}; takes {takes}.")
    raise BadVisit(tuple(problems.met))


def _date(fields: Fields, edits: Edits) -> date | None:
    first, last = edits.days
    day = fields.read("date", f"a day from {first} to {last} as YYYY-MM-DD", _day)
    if day and not first <= day <= last:
        says = f"No edits are held for {day}; those held answer {first} to {last}."
        fields.refuse("date", f"a day from {first} to {last}", says)
        return None
    return day


def _code(raw: Raw) -> str | None:
    return raw.value if isinstance(raw.value, str) and _CODE.fullmatch(raw.value) else None


def _setting(raw: Raw) -> Setting | None:
    return next((each for each in Setting if each == raw.value), None)


def _day(raw: Raw) -> date | None:
    if not isinstance(raw.value, str) or not _DAY.fullmatch(raw.value):
        return None
    try:
        return date.fromisoformat(raw.value)
    except ValueError:
        return None
