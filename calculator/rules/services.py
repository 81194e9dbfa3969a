"""One code, one service: under one plan of care a code's minutes are added before counting."""

from collections.abc import Iterable

from calculator.words.explained import Explained, Finding
from calculator.words.visit import MINUTES_IN_A_DAY, Minutes, Row, Service, merged

ONE_SERVICE = "settled-one-service"
WHAT_COUNTS = "pub-100-04-ch05-20-3"


def merge(services: Iterable[Service]) -> Explained[dict[Row, Minutes]]:
    """Return the minutes of each service in the order first entered, and say what was added."""
    given = tuple(services)
    minutes = merged(given)
    entered: dict[Row, list[int]] = {row: [] for row in minutes}
    for service in given:
        entered[service.discipline, service.code].append(service.minutes.total)
    added = [
        Finding("services", _added(code, rows), (ONE_SERVICE,))
        for (_, code), rows in entered.items()
        if len(rows) > 1
    ]
    total = sum(each.total for each in minutes.values())
    return Explained(minutes, (), (*added, *_too_long(total)))


def _added(code: str, minutes: list[int]) -> str:
    shown = " + ".join(map(str, minutes))
    return f"{code} stands in {len(minutes)} rows and is one service: {shown} = {sum(minutes)} min."


def _too_long(total: int) -> tuple[Finding, ...]:
    if total <= MINUTES_IN_A_DAY:
        return ()
    says = f"The minutes of this visit add up to {total}; a day has {MINUTES_IN_A_DAY}."
    return (Finding("services", says, (WHAT_COUNTS,)),)
