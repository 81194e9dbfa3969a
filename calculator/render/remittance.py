"""What a remittance would show of an answer: every amount not paid, with its code and bearer."""

from calculator.reference.bundle import Reference
from calculator.render.markup import cell, element, heads, row, source, standing, text
from calculator.words.answer import Answer
from calculator.words.claim import Line
from calculator.words.money import dollars, plain
from calculator.words.payment import Paid, Payment
from calculator.words.remittance import LOWERED, Adjusted, AdjustmentCode
from calculator.words.sentences import counted

NO_CHARGE = (
    "CO-45, what is charged above the fee schedule amount, needs the charge: enter it with its"
    " service. The other amounts do not depend on it."
)
HEAD = heads(("Code", ""), ("What it says", ""), ("Amount", "number"), ("Standing", ""))
BEARERS = {"CO": "provider", "PR": "patient", "OA": "neither"}


def section(answer: Answer, payment: Payment, reference: Reference, root: str) -> str:
    """Make the remittance, behind a disclosure: one block of rows a line."""
    if not answer.lines:
        return ""
    blocks = [
        _block(line, paid, reference, root)
        for line, paid in zip(answer.lines, payment.lines, strict=True)
    ]
    table = element(
        "table", element("caption", "Remittance"), HEAD, *blocks, class_="remittance figures"
    )
    lacking = any(not paid.denial and paid.allowance.charge is None for paid in payment.lines)
    note = element("p", NO_CHARGE, class_="note") if lacking else ""
    return element("details", element("summary", "Remittance"), note, table)


def _block(line: Line, paid: Paid, reference: Reference, root: str) -> str:
    rows = [_row(each, paid, reference, root) for each in paid.remitted.adjusted]
    return element("tbody", _head(line, paid), *rows, _foot(paid))


def _head(line: Line, paid: Paid) -> str:
    charge = paid.remitted.charge
    charged = "charge not entered" if charge is None else f"{dollars(charge)} charged"
    name = f"{line.code} {' '.join(line.modifiers)}, {counted(line.units, 'unit')}: {charged}"
    return row(element("th", text(name), scope="rowgroup", colspan=4), class_="sum")


def _row(each: Adjusted, paid: Paid, reference: Reference, root: str) -> str:
    code = each.code
    # Without assignment what lowers Medicare's payment falls to the patient, whatever the group.
    lowered = paid.remitted.to_patient and each.key in LOWERED
    bearer = element("span", "patient" if lowered else text(BEARERS[code.group]), class_="note")
    cited = ", ".join(source(key, reference, root) for key in code.cites)
    others = "".join(_other(other, reference, root) for other in code.others)
    remark = f" Remark {code.remark}." if code.remark else ""
    return row(
        element("th", text(code.written), bearer, scope="row"),
        cell(f"{text(code.means + remark)} {element('span', cited, class_='cites')}{others}"),
        cell("the charge" if each.amount is None else plain(each.amount), "number"),
        cell(standing(code.standing)),
    )


def _other(code: AdjustmentCode, reference: Reference, root: str) -> str:
    cited = ", ".join(source(key, reference, root) for key in code.cites)
    said = f"Elsewhere {code.written} ({BEARERS[code.group]}): {code.means}"
    return element("span", text(said), " ", cited, class_="note")


def _foot(paid: Paid) -> str:
    whom = "Paid to the patient" if paid.remitted.to_patient else "Paid"
    return row(
        element("th", whom, scope="row"),
        cell(),
        cell(plain(paid.remitted.paid), "number"),
        cell(),
        class_="sum",
    )
