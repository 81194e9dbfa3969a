"""A visit in one line, as people write it: `97530 38 97110 22 PT 3/2/26 San Jose PTA:97110=22`.

Nothing is guessed: what has two readings is asked back, and what has none is kept as it stands.
"""

import re
from collections.abc import Iterable

from calculator.entry import line_days, line_places, line_services
from calculator.entry.line_pieces import LONGEST, Cursor
from calculator.entry.line_services import CODE, Service
from calculator.entry.line_words import AMOUNTS, GIVERS, JOINING, MOST_WORDS, WORDS, dollars
from calculator.entry.near import MOST, near
from calculator.reference.names import NamedCode, Names, plain
from calculator.words.reading import Choice, Group, Reading, Span, State
from calculator.words.vocabulary import Giver

__all__ = ["LONGEST", "read"]

VISIT_FIELDS = (
    *("date", "discipline", "method", "locality", "qualifying_apm", "threshold_used"),
    *("threshold_used_other", "deductible_remaining", "setting", "participation", "episode"),
)

_ASSISTANTS = re.compile(rf"(?:PTA|OTA|COTA|assistant):(?:({CODE})(?:[=:x](\d+))?)?", re.IGNORECASE)
_AMOUNT = re.compile(r"([A-Za-z]+)[=:](\S*)")
_SHORTEST_WORD = 4
_LONGEST_SIGN = 2


def read(line: str, names: Names) -> Reading:
    """Read a line as far as it can be read."""
    cursor = Cursor(line)
    groups: list[Group] = []
    services: list[Service] = []
    assistants: list[tuple[Group, str, int | None]] = []
    while cursor.ahead():
        shifted = _assistants(cursor)
        if shifted:
            assistants.append(shifted)
            groups.append(shifted[0])
            continue
        service = line_services.take(cursor, names)
        if service:
            services.append(service)
            groups.append(service.group)
            continue
        group = _of_the_visit(cursor, names) or _unread(cursor, names)
        if group:
            groups.append(group)
    for group, code, count in assistants:
        _shift(group, code, count, services)
    for service in services:
        line_services.finish(service, names)
    groups = list(_joined(groups, line))
    return Reading(line, groups, _visit(groups))


def _assistants(cursor: Cursor) -> tuple[Group, str, int | None] | None:
    """Read which of a service's minutes the assistant gave: PTA:97110=22, or PTA:97110 for all."""
    found = _ASSISTANTS.fullmatch(cursor.ahead())
    if not found:
        return None
    if found[1]:
        count = int(found[2]) if found[2] else None
        return Group(cursor.take(), "assistant"), found[1].upper(), count
    after = re.fullmatch(rf"({CODE})(?:[=:x](\d+))?", cursor.ahead(1))
    if not after:
        return None
    return Group(cursor.take(2), "assistant"), after[1].upper(), int(after[2]) if after[2] else None


def _shift(group: Group, code: str, count: int | None, services: list[Service]) -> None:
    """Give minutes of a service to the assistant."""
    of_code = [each for each in services if each.code == code]
    known = [each for each in of_code if isinstance(each.counted.of(Giver.THERAPIST), int)]
    if not known:
        problem = (
            f"{code}: its minutes are not in the line" if of_code else f"{code} is not in the line"
        )
        missing = f" {code} {count} PTA" if count else f" {code}"
        choice = Choice(f"{missing.strip()}?", group.span, missing)
        group.doubt(State.FAULT, problem, group.span, *(() if of_code else (choice,)))
        return
    own = known[0].counted.of(Giver.THERAPIST)
    held = own if isinstance(own, int) else 0
    given = held if count is None else count
    if given > held:
        group.doubt(State.FAULT, f"{code}: got {given} min; takes at most its {held}", group.span)
        return
    known[0].counted.move(given)
    share = f"all {held}" if given == held else f"{given} of {held}"
    group.says = [f"{code}: {share} min by the assistant"]


def _of_the_visit(cursor: Cursor, names: Names) -> Group | None:
    """Read what says something of the whole visit."""
    return (
        _amount(cursor)
        or _day(cursor, names)
        or _word(cursor, names)
        or line_places.take(cursor, names)
    )


def _day(cursor: Cursor, names: Names) -> Group | None:
    text = cursor.ahead()
    return line_days.group(text, cursor.take(), names.days) if line_days.looks_like(text) else None


def _word(cursor: Cursor, names: Names) -> Group | None:
    """Read the longest fixed word that comes, unless the name of a place goes on for longer."""
    for count in range(cursor.longest(MOST_WORDS), 0, -1):
        said = WORDS.get(plain(cursor.run(count)))
        if said is None:
            continue
        further = range(cursor.longest(line_places.MOST_PIECES), count, -1)
        if any(plain(cursor.run(each)) in names.called for each in further):
            return None
        return Group(cursor.take(count), said.field, [said.says], sets={said.field: said.value})
    return None


def _amount(cursor: Cursor) -> Group | None:
    """Read dollars that a word stands before: deductible 40, used=1,240.00."""
    glued = _AMOUNT.fullmatch(cursor.ahead())
    if glued and glued[1].lower() in {*AMOUNTS, "other"}:
        key = "used other" if glued[1].lower() == "other" else glued[1].lower()
        return _dollars(key, glued[2], cursor.take())
    for count in range(cursor.longest(MOST_WORDS), 0, -1):
        amount = cursor.ahead(count)
        if plain(cursor.run(count)) in AMOUNTS and amount[:1] in set("$0123456789"):
            key = plain(cursor.run(count))
            return _dollars(key, amount, cursor.take(count + 1))
    return None


def _dollars(key: str, text: str, span: Span) -> Group:
    name, named = AMOUNTS[key]
    amount = dollars(text)
    if amount is None:
        problem = f"{named}: got {text or 'nothing'}; takes dollars, 0.00 or more"
        return Group(span, name, sets={name: text}).doubt(State.FAULT, problem, span)
    return Group(span, name, [f"{named}: ${amount}"], sets={name: amount})


def _unread(cursor: Cursor, names: Names) -> Group | None:
    """Keep a piece that says nothing here; None for a word that only joins others."""
    text = cursor.ahead()
    if text.lower() in JOINING or (len(text) <= _LONGEST_SIGN and not plain(text)):
        cursor.take()
        return None
    if dollars(text.lstrip("x×+")) is not None:
        span = cursor.take()
        return Group(span, "unread").doubt(State.UNREAD, "minutes of which code?", span)
    count, meant = _meant(cursor, names)
    span = cursor.take(count)
    choices = [Choice(says, span, each) for says, each in meant]
    return Group(span, "unread").doubt(State.UNREAD, "not understood", span, *choices)


def _meant(cursor: Cursor, names: Names) -> tuple[int, list[tuple[str, str]]]:
    """List what was not understood may have meant, at most three of it, and count its pieces."""
    text = cursor.ahead()
    if any(letter.isdigit() for letter in text):
        return 1, [(f"{each}?", each) for each in near(text.upper(), names.codes, 1)]
    typed = plain(text)
    count, places = line_places.begun(cursor, names)
    codes = [] if count > 1 else _labelled(typed, names)
    words = [] if count > 1 else near(typed, (*WORDS, *AMOUNTS, *GIVERS), min(2, len(typed) // 3))
    words += [line_places.written(each, names) for each in places]
    offered = [(f"{each.code} {each.label}?", each.code) for each in codes]
    return count, [*offered, *((f"{each}?", each) for each in words)][:MOST]


def _labelled(typed: str, names: Names) -> list[NamedCode]:
    """List codes whose own label has this word, or has one that begins so or is a slip away."""
    if len(typed) < _SHORTEST_WORD:
        return []
    words = {each: plain(each.label).split() for each in names.codes.values()}
    begun = [each for each, own in words.items() if any(word.startswith(typed) for word in own)]
    if begun:
        return begun
    long = {word for own in words.values() for word in own if len(word) >= _SHORTEST_WORD}
    meant = near(typed, long, 1)[:1]
    return [each for each, own in words.items() if meant and meant[0] in own]


def _joined(groups: list[Group], line: str) -> Iterable[Group]:
    """Take pieces that were not understood and stand side by side for one."""
    last: Group | None = None
    for group in groups:
        side_by_side = (
            last
            and last.state is group.state is State.UNREAD
            and last.problem == group.problem
            and not last.choices
            and not group.choices
            and not line[last.span.end : group.span.start].strip(" ,;|")
        )
        if side_by_side and last:
            last.span = Span(last.span.start, group.span.end)
            last.marks = [last.span]
            continue
        if last:
            yield last
        last = group
    if last:
        yield last


def _visit(groups: list[Group]) -> dict[str, object]:
    """Gather the fields of the visit; of two that differ the first holds."""
    sets: dict[str, object] = {}
    for group in groups:
        for name, value in group.sets.items():
            if sets.setdefault(name, value) != value:
                group.doubt(State.FAULT, f"said before: {sets[name]}", group.span)
    services = [group.service for group in groups if group.service]
    plans = {each.get("discipline") for each in services}
    if "discipline" not in sets and len(plans) == 1 and None not in plans:
        sets["discipline"] = plans.pop()
        services = [
            {name: value for name, value in each.items() if name != "discipline"}
            for each in services
        ]
    visit = {name: sets[name] for name in VISIT_FIELDS if name in sets}
    return visit | {"services": services}
