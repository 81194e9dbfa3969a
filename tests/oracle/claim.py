"""An allocation as a claim: lines, their modifiers in order, their amounts."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from tests.oracle.assistants import by_assistant
from tests.oracle.counting import Units
from tests.oracle.pricing import Schedule, amounts
from tests.oracle.services import FIRST, FURTHER, Service

PLAN = {"PT": "GP", "OT": "GO", "SLP": "GN"}
ASSISTANT = {"PT": "CQ", "OT": "CO"}


class Unit(NamedTuple):
    """One unit as billed."""

    discipline: str
    code: str
    assistant: bool


class Line(NamedTuple):
    """Units of one code, plan of care and furnisher; amounts in cents."""

    unit: Unit
    amounts: tuple[int | None, ...]
    kx: bool = False

    @property
    def modifiers(self) -> list[str]:
        """Name the plan of care, then the assistant, then the threshold."""
        named = [PLAN[self.unit.discipline]]
        if self.unit.assistant:
            named.append(ASSISTANT[self.unit.discipline])
        return [*named, "KX"] if self.kx else named


def bucket(discipline: str) -> str:
    """Name the threshold that a discipline's lines count towards."""
    return "ot" if discipline == "OT" else "pt-slp"


def billed(
    services: Sequence[Service], units: Units, schedule: Schedule, used: Mapping[str, int]
) -> list[Line]:
    """Write an allocation's lines; `used` is what each bucket's year has already had."""
    lines = _priced([*_units(services, units)], schedule)
    spent = dict(used)
    for line in lines:
        spent[bucket(line.unit.discipline)] += sum(amount or 0 for amount in line.amounts)
    over = {each for each, cents in spent.items() if cents > schedule.figures.thresholds[each]}
    return [line._replace(kx=bucket(line.unit.discipline) in over) for line in lines]


def _units(services: Sequence[Service], counts: Units) -> Iterator[Unit]:
    """Give every unit in the order of the lines, the therapist's before the assistant's."""
    for service, count in zip(services, counts, strict=True):
        assistants = by_assistant(service, count)
        furnished = [False] * (count - assistants) + [True] * assistants
        for place, assistant in enumerate(furnished):
            code = FURTHER if service.code == FIRST and place else service.code
            yield Unit(service.discipline, code, assistant)


def _priced(units: Sequence[Unit], schedule: Schedule) -> list[Line]:
    priced = zip(units, amounts([each.code for each in units], schedule), strict=True)
    return [
        Line(unit, tuple(sorted((amount for _, amount in same), key=lambda cents: -(cents or 0))))
        for unit, same in groupby(priced, key=lambda each: each[0])
    ]


def shown(lines: Sequence[Line]) -> list[dict[str, Any]]:
    """Write lines as the door does."""
    return [
        {
            "code": line.unit.code,
            "units": len(line.amounts),
            "modifiers": line.modifiers,
            "unit_amounts": [dollars(amount) for amount in line.amounts],
        }
        for line in lines
    ]


def dollars(cents: int | None) -> str | None:
    """Write cents as money."""
    return None if cents is None else f"{cents // 100}.{cents % 100:02}"
