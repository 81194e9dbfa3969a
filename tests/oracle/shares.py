"""Who pays a claim, line by line, in whole cents."""

from collections.abc import Sequence

from tests.oracle.claim import Line, dollars

NET = ("deductible", "coinsurance", "sequestration", "medicare_pays", "patient_pays")


def percent(share: int, cents: int) -> int:
    """Take a share of cents, a half cent upwards."""
    return (share * cents + 50) // 100


def allowed(lines: Sequence[Line]) -> int | None:
    """Add up every unit of every line; nothing where one has no amount."""
    every = [amount for line in lines for amount in line.amounts]
    known = [amount for amount in every if amount is not None]
    return sum(known) if len(known) == len(every) else None


def net(lines: Sequence[Line], deductible: int) -> dict[str, str | None]:
    """Share out a claim whose patient still owes so much of the year's deductible."""
    if allowed(lines) is None:
        return dict.fromkeys(NET)
    paid, patient, coins, kept = 0, 0, 0, 0
    left = deductible
    for line in lines:
        fee = sum(amount or 0 for amount in line.amounts)
        owed = min(fee, left)
        left -= owed
        coinsurance = percent(20, fee - owed)
        share = fee - owed - coinsurance
        share = percent(85, share) if line.unit.assistant else share
        sequestered = percent(2, share)
        coins, kept = coins + coinsurance, kept + sequestered
        paid, patient = paid + share - sequestered, patient + owed + coinsurance
    sums = (deductible - left, coins, kept, paid, patient)
    return dict(zip(NET, map(dollars, sums), strict=True))
