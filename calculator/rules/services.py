"""One code, one service: the minutes of a code are added before anything is counted."""

from collections.abc import Iterable

from calculator.words.explained import Explained, Finding
from calculator.words.visit import MINUTES_IN_A_DAY, Service

ONE_SERVICE = "settled-one-service"
WHAT_COUNTS = "pub-100-04-ch05-20-3"


def merge(services: Iterable[Service]) -> Explained[dict[str, int]]:
    """Return the minutes of each code in the order first entered, and say what was added."""
    entered: dict[str, list[int]] = {}
    for service in services:
        entered.setdefault(service.code, []).append(service.minutes)
    added = [
        Finding("services", _added(code, minutes), (ONE_SERVICE,))
        for code, minutes in entered.items()
        if len(minutes) > 1
    ]
    merged = {code: sum(minutes) for code, minutes in entered.items()}
    return Explained(merged, (), (*added, *_too_long(sum(merged.values()))))


def _added(code: str, minutes: list[int]) -> str:
    shown = " + ".join(map(str, minutes))
    return f"{code} stands in {len(minutes)} rows and is one service: {shown} = {sum(minutes)} min."


def _too_long(total: int) -> tuple[Finding, ...]:
    if total <= MINUTES_IN_A_DAY:
        return ()
    says = f"The minutes of this visit add up to {total}; a day has {MINUTES_IN_A_DAY}."
    return (Finding("services", says, (WHAT_COUNTS,)),)
