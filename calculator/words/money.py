"""Exact dollars, and the one place that rounds."""

from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
NOTHING = Decimal("0.00")


def cents(amount: Decimal) -> Decimal:
    """Round exact dollars to the cent, half up (settled-rounding)."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def plain(amount: Decimal) -> str:
    """Write dollars as two decimals without a sign: 1234.50."""
    return f"{amount:.2f}"


def dollars(amount: Decimal) -> str:
    """Write dollars as they stand in a sentence: $1,234.50."""
    return f"${amount:,.2f}"
