"""What was done: the rows of a visit as services, each code of a discipline once."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from tests.oracle.figures import Row

# Counted by quarter hours; every other code is one unit.
TIMED = frozenset(
    {"97032", "97033", "97034", "97035", "97036", "97110", "97112", "97113", "97116", "97124"}
    | {"97129", "97140", "97530", "97533", "97535", "97537", "97542", "97750", "97755"}
    | {"97760", "97761", "97763"}
)
FIRST, FURTHER = "97129", "97130"  # one service, under whichever code it was entered
NEVER_PAID = frozenset("BIN")  # statuses: bundled, not valid for Medicare, not covered


class Service(NamedTuple):
    """A code under one plan of care, with all its minutes of the day."""

    discipline: str
    code: str  # of the pair, its first
    therapist: int  # alone, or together with the assistant
    assistant: int  # alone

    @property
    def minutes(self) -> int:
        """Count everybody's minutes, each once."""
        return self.therapist + self.assistant

    @property
    def timed(self) -> bool:
        """Say whether units come from minutes."""
        return self.code in TIMED


def furnished(visit: Mapping[str, Any], rows: Mapping[str, Row]) -> tuple[Service, ...]:
    """Give what was done and may be paid, in the order first entered."""
    found: dict[tuple[str, str], Service] = {}
    for entered in visit["services"]:
        if rows[entered["code"]].status in NEVER_PAID:
            continue
        discipline = entered.get("discipline", visit["discipline"])
        code = FIRST if entered["code"] == FURTHER else entered["code"]
        before = found.get((discipline, code), Service(discipline, code, 0, 0))
        found[discipline, code] = Service(
            discipline,
            code,
            before.therapist + entered["minutes"] + entered.get("together_minutes", 0),
            before.assistant + entered.get("assistant_minutes", 0),
        )
    return tuple(found.values())


def refused(visit: Mapping[str, Any], rows: Mapping[str, Row]) -> Iterable[str]:
    """Name the fields of services that have no row that day, or an assistant who cannot be."""
    for place, entered in enumerate(visit["services"]):
        if entered["code"] not in rows:
            yield f"services[{place}].code"
        speech = entered.get("discipline", visit["discipline"]) == "SLP"
        if speech and entered.get("assistant_minutes", 0):
            yield f"services[{place}].assistant_minutes"
