"""A payment and its remittance as the door writes them in JSON."""

from collections.abc import Iterable
from decimal import Decimal

from calculator.words.answer import Answer
from calculator.words.claim import Line, total
from calculator.words.money import plain
from calculator.words.payment import Paid
from calculator.words.remittance import Adjusted, AdjustmentCode
from calculator.words.vocabulary import Participation

NET = (
    *("deductible", "coinsurance", "assistant_reduction", "sequestration"),
    *("medicare_pays", "patient_pays"),
)


def record(answer: Answer) -> dict[str, object] | None:
    """Write what is paid; None where the visit tells no charge, participation or denial."""
    payment = answer.payment
    if payment is None or not payment.told:
        return None
    unassigned = payment.participation is Participation.UNASSIGNED
    return {
        "participation": payment.participation,
        "pays": "patient" if unassigned else "provider",
        "lines": [
            _line(line, paid) for line, paid in zip(answer.lines, payment.lines, strict=True)
        ],
        "allowed": plain(payment.allowed),
        "limiting_charge": _sum(paid.allowance.limit for paid in payment.lines),
        "balance": _sum(paid.balance for paid in payment.lines),
        "patient_bears": plain(payment.bears),
        "patient_bears_at_most": unassigned and not payment.charged,
        "net": {name: plain(getattr(payment.net, name)) for name in NET},
    }


def remittance(answer: Answer) -> list[dict[str, object]] | None:
    """Write what a remittance would show, line by line; None without national amounts."""
    if answer.payment is None:
        return None
    return [
        {
            "code": line.code,
            "modifiers": list(line.modifiers),
            "charge": _money(paid.remitted.charge),
            "adjustments": [_adjusted(each) for each in paid.remitted.adjusted],
            "paid": plain(paid.remitted.paid),
            "to": "patient" if paid.remitted.to_patient else "provider",
        }
        for line, paid in zip(answer.lines, answer.payment.lines, strict=True)
    ]


def _line(line: Line, paid: Paid) -> dict[str, object]:
    allowance = paid.allowance
    return {
        "code": line.code,
        "modifiers": list(line.modifiers),
        "charge": _money(allowance.charge),
        "fee": plain(allowance.fee),
        "denied": paid.denial,
        "allowed": plain(paid.allowed),
        "limiting_charge": _money(allowance.limit),
        "balance": _money(paid.balance),
        "patient_bears": plain(paid.bears),
        **{name: plain(getattr(paid.net, name)) for name in NET},
    }


def _adjusted(each: Adjusted) -> dict[str, object]:
    return {
        **_code(each.code),
        "remark": each.code.remark or None,
        "why": each.key,
        "amount": _money(each.amount),
        "elsewhere": [_code(other) for other in each.code.others],
    }


def _code(code: AdjustmentCode) -> dict[str, object]:
    return {
        "group": code.group,
        "reason": code.reason or None,
        "means": code.means,
        "standing": code.standing,
        "cites": list(code.cites),
    }


def _sum(amounts: Iterable[Decimal | None]) -> str | None:
    return _money(total(tuple(amounts)))


def _money(amount: Decimal | None) -> str | None:
    return None if amount is None else plain(amount)
