"""The services in a line: a code, its minutes by who gave them, and what else is said of it."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from calculator.entry.line_minutes import Counted, times
from calculator.entry.line_pieces import Cursor
from calculator.entry.line_words import (
    GIVERS,
    JOINING,
    LIABILITY,
    MINUTES_SAID,
    PLANS,
    UNITS_SAID,
    WORKED_OUT,
    dollars,
)
from calculator.entry.near import near
from calculator.reference.names import Names, plain
from calculator.words.reading import Choice, Group, Span, State
from calculator.words.vocabulary import Coverage, Discipline, Giver, Notice

CODE = r"(?:\d{5}|[A-Za-z]\d{4}|\d{4}[A-Za-z])"

_HEAD = re.compile(
    rf"(?:(?P<plan>[A-Za-z]{{2,3}}):)?(?P<code>{CODE})"
    r"(?P<modifiers>(?:-?[A-Za-z]{2}|-\d{2})*)(?:(?P<count>[x×X*:=].*)|[-–—]+)?"
)
_PLAN = re.compile(r"(PT|OT|SLP):", re.IGNORECASE)
_MODIFIER = re.compile(r"[A-Za-z]{2}|\d{2}")
_COUNT = re.compile(r"([x×X*:=+/]?)(-?\d+(?:\.\d+)?)([A-Za-z.']*)")
_WITHIN = re.compile(r"\((?:([A-Za-z]+) (\d{1,4})|(\d{1,4}) ([A-Za-z]+))\)")
_CHARGE = re.compile(r"(?:@|charge[=:])(.*)", re.IGNORECASE)
_WORD = re.compile(r"(coverage|notice)[=:]([\w-]+)", re.IGNORECASE)
_CHOICES: dict[str, type[StrEnum]] = {"coverage": Coverage, "notice": Notice}
_TIMES_SIGNS = frozenset("x×X*")
_ONE_SLIP = 1


@dataclass
class Service:
    """A service as far as it has been read."""

    group: Group
    code: str
    after_code: Span  # where minutes that were not said would stand
    plan: str = ""
    counted: Counted = field(default_factory=Counted)
    notes: list[str] = field(default_factory=list)
    said: dict[str, object] = field(default_factory=dict)
    blocks: list[dict[str, object]] = field(default_factory=list)


def take(cursor: Cursor, names: Names) -> Service | None:
    """Read the service that begins here with all that belongs to it; None where none begins."""
    ahead = 1 if _PLAN.fullmatch(cursor.ahead()) else 0
    head = _HEAD.fullmatch(cursor.ahead(ahead))
    if not head or cursor.ahead() in names.places:
        return None
    if head["plan"] and not _PLAN.fullmatch(f"{head['plan']}:"):
        return None
    plan = (head["plan"] or cursor.ahead().rstrip(":") * ahead).upper()
    first = cursor.take(1 + ahead)
    begin = cursor.pieces[cursor.at - 1].span.start
    at = Span(begin + head.start("code"), begin + head.end("code"))
    end = begin + head.end("modifiers")
    service = Service(Group(first, "service"), head["code"].upper(), Span(end, end), plan)
    _check_code(service, at, names)
    for found in _MODIFIER.finditer(head["modifiers"]):
        _modifier(service, found.group().upper(), Span(at.end, end))
    if head["count"] and len(head["count"]) > 1:
        _count(service, head["count"], Span(end, first.end), cursor.ahead())
    while _take_more(service, cursor):
        pass
    return service


def _check_code(service: Service, at: Span, names: Names) -> None:
    if service.code in names.codes:
        return
    choices = [Choice(f"{each}?", at, each) for each in near(service.code, names.codes, _ONE_SLIP)]
    service.group.doubt(State.FAULT, "no such code", at, *choices)


def _take_more(service: Service, cursor: Cursor) -> bool:
    """Read the next piece where it belongs to the service."""
    text, following = cursor.ahead(), cursor.ahead(1)
    if not text:
        return False
    if text.startswith("(") and _take_within(service, text, following, cursor):
        return True
    joins = text.lower() in JOINING and _COUNT.fullmatch(following)
    if joins and _count_follows(service, text, cursor):
        return True
    taken = (
        _take_count(service, text, following, cursor)
        or _take_giver(service, text)
        or _take_times(service, text, cursor)
        or _take_said(service, text, cursor)
        or (text in {*PLANS, *LIABILITY, "KX", "CQ", "CO"} and _take_modifier(service, cursor))
    )
    if taken:
        service.group.span = Span(service.group.span.start, cursor.take().end)
    return bool(taken)


def _take_within(service: Service, text: str, following: str, cursor: Cursor) -> bool:
    """Read (PTA 12) or (12 PTA): so many of the minutes already said are the assistant's."""
    found = _WITHIN.fullmatch(f"{text} {following}")
    if not found or GIVERS.get((found[1] or found[4]).lower()) is not Giver.ASSISTANT:
        return False
    count, own = int(found[2] or found[3]), service.counted.of(Giver.THERAPIST)
    span = Span(cursor.pieces[cursor.at].span.start, cursor.pieces[cursor.at + 1].span.end)
    if isinstance(own, int) and count <= own:
        service.counted.move(count)
        service.counted.open = False
    else:
        problem = f"{text} {following}: got {count} min; takes at most those of {service.code}"
        service.group.doubt(State.FAULT, problem, span)
    service.group.span = Span(service.group.span.start, cursor.take(2).end)
    return True


def _count_follows(service: Service, sign: str, cursor: Cursor) -> bool:
    """Read a sign or a joining word that stands apart from the number behind it."""
    number = cursor.ahead(1)
    if sign not in "+x×X*" and service.counted.parts:
        return False
    glued = f"{sign}{number}" if sign in "+x×X*" else number
    span = Span(cursor.pieces[cursor.at].span.start, cursor.pieces[cursor.at + 1].span.end)
    if not _count(service, glued, span, cursor.ahead(2)):
        return False
    cursor.take()
    service.group.span = Span(service.group.span.start, cursor.take().end)
    return True


def _take_count(service: Service, text: str, following: str, cursor: Cursor) -> bool:
    if not text.startswith("+") and service.counted.parts:
        return text.lower() in MINUTES_SAID
    return _count(service, text, cursor.pieces[cursor.at].span, following)


def _count(service: Service, text: str, span: Span, following: str) -> bool:
    """Read a number of minutes, or of units where that is what it says."""
    found = _COUNT.fullmatch(text)
    if not found or re.fullmatch(CODE, text):
        return False
    sign, number, unit = found.groups()
    unit = unit.lower()
    if unit in UNITS_SAID or (not unit and following.lower() in UNITS_SAID):
        problem = "units are worked out from minutes"
        choice = Choice(f"{number} minutes?", span, f" {number} min")
        service.group.doubt(State.ASKED, problem, span, choice)
        return True
    if unit and unit not in MINUTES_SAID and unit not in GIVERS:
        return False
    service.counted.add(number, GIVERS.get(unit, Giver.THERAPIST))
    if not service.counted.whole(number):
        problem = f"minutes: got {number}; takes a whole number from 0 to 1440"
        service.group.doubt(State.FAULT, problem, span)
    elif sign in _TIMES_SIGNS and sign:
        service.group.doubt(
            State.ASKED,
            f"{sign}{number} read as minutes",
            span,
            Choice(f"{number} minutes", span, f" {number}"),
            Choice(f"{number} units: leave the minutes open", span, " "),
        )
    return True


def _take_giver(service: Service, text: str) -> bool:
    giver = GIVERS.get(plain(text))
    if giver is None:
        return text.lower() in UNITS_SAID and service.group.state is State.ASKED
    if service.blocks and not service.counted.open:
        service.blocks[-1]["by"] = str(giver)
        return True
    return service.counted.given_by(giver)


def _take_times(service: Service, text: str, cursor: Cursor) -> bool:
    block, problem = times(text)
    if block is None:
        return False
    service.blocks.append(block)
    service.counted.open = False
    if problem:
        service.group.doubt(State.FAULT, problem, cursor.pieces[cursor.at].span)
    return True


def _take_said(service: Service, text: str, cursor: Cursor) -> bool:
    """Read a charge, or what is expected of coverage and which notice was signed."""
    span = cursor.pieces[cursor.at].span
    charge, word = _CHARGE.fullmatch(text), _WORD.fullmatch(text)
    if charge:
        amount = dollars(charge[1])
        service.said["charge"] = amount or charge[1]
        if amount is None:
            service.group.doubt(State.FAULT, f"charge: got {charge[1]}; takes dollars", span)
        return True
    if not word:
        return False
    name, value = word[1].lower(), word[2].lower().replace("-", "_")
    service.said[name] = value
    choices = [str(each) for each in _CHOICES[name]]
    if value not in choices:
        problem = f"{name}: got {value}; takes {', '.join(choices)}"
        service.group.doubt(State.FAULT, problem, span)
    return True


def _take_modifier(service: Service, cursor: Cursor) -> bool:
    _modifier(service, cursor.ahead(), cursor.pieces[cursor.at].span)
    return True


def _modifier(service: Service, modifier: str, span: Span) -> None:
    if modifier in PLANS:
        service.plan = PLANS[modifier]
    elif modifier in LIABILITY:
        service.said |= LIABILITY[modifier]
    elif modifier in {"CQ", "CO"}:
        problem = f"{modifier} is worked out: how many minutes were the assistant’s?"
        service.group.doubt(State.ASKED, problem, span)
    elif modifier in WORKED_OUT:
        service.notes.append(f"{modifier} is worked out here")
    else:
        service.group.doubt(State.FAULT, f"{modifier}: no modifier that is taken here", span)


def finish(service: Service, names: Names) -> Group:
    """Write the service into its group, once all that bears on it is read."""
    group, counted = service.group, service.counted
    fields: dict[str, object] = {"code": service.code, **counted.fields()}
    if service.plan:
        fields["discipline"] = service.plan
    order = ("charge", "coverage", "notice")
    fields |= {name: service.said[name] for name in order if name in service.said}
    if service.blocks:
        fields["blocks"] = service.blocks
    group.service = fields
    known = names.codes.get(service.code)
    group.says = [known.label] if known else []
    group.says.append(
        ", ".join(filter(None, [counted.says(), "" if not known or known.timed else "untimed"]))
    )
    group.says += [f"{Discipline(service.plan)} plan of care"] if service.plan else []
    group.says += [f"{name} {str(value).replace('_', ' ')}" for name, value in service.said.items()]
    group.says += [f"{each['from']} to {each['to']}, {each['by']}" for each in service.blocks]
    group.says = [each for each in (*group.says, *service.notes) if each]
    if not counted.parts and group.state is not State.FAULT:
        offered = counted.shown(service.blocks)
        choices = [Choice(f"{offered}, as the times show?", service.after_code, f" {offered} ")]
        group.doubt(State.ASKED, "minutes not said", group.span, *(choices if offered else []))
    return group
