"""Who furnished a unit: every split between therapist and assistant is tried; one is allowed."""

from tests.oracle.services import Service

QUARTER = 15
ENOUGH = 8  # minutes by the therapist that make the last unit the therapist's


def by_assistant(service: Service, units: int) -> int:
    """Count the units that carry the assistant's modifier."""
    if not service.timed:
        return int(in_part(service.therapist, service.assistant))
    (only,) = (count for count in range(units + 1) if _allowed(service, units - count, count))
    return only


def in_part(therapist: int, assistant: int) -> bool:
    """Say whether the assistant furnished more than a tenth; exactly a tenth is not."""
    return 10 * assistant > therapist + assistant


def _allowed(service: Service, therapists: int, assistants: int) -> bool:
    """Say whether the two may have so many units each."""
    over = service.therapist - QUARTER * therapists  # below 0: the last unit is not full
    other_over = service.assistant - QUARTER * assistants
    if not (-QUARTER < over < QUARTER and -QUARTER < other_over < QUARTER):
        return False  # a quarter hour without its unit, or a unit without a minute
    if over >= 0 > other_over:
        return _last(over, QUARTER + other_over)
    if other_over >= 0 > over:
        return not _last(QUARTER + over, other_over)
    return True  # nothing is left over, or a unit for each


def _last(therapist: int, assistant: int) -> bool:
    """Say whether a last unit, with these minutes of either, is the assistant's."""
    return therapist < ENOUGH and in_part(therapist, assistant)
