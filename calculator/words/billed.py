"""What stands on a claim that was sent: held against the record, never worked out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BilledLine:
    """One line as it was billed."""

    code: str
    units: int
    modifiers: tuple[str, ...]
