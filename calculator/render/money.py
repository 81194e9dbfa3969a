"""The money of an answer: four sums, and a table from the full fee to what Medicare pays."""

from dataclasses import dataclass
from decimal import Decimal

from calculator.reference.bundle import Reference
from calculator.render.markup import cell, element, heads, origin, row, standing, text
from calculator.words.answer import Answer
from calculator.words.claim import Net
from calculator.words.money import NOTHING, dollars
from calculator.words.payment import Payment
from calculator.words.remittance import NOTICE
from calculator.words.sentences import counted
from calculator.words.vocabulary import Participation, Standing

_Sum = tuple[str, Decimal, str]  # its name, dollars, and a note

SCALE = 1000  # width of a bar's drawing, in its own units


@dataclass(frozen=True, slots=True)
class _Step:
    """A step from fee to payment, in dollars: what stands, or what is taken off (below zero).

    `kind` is stands, patient or off; a sum has no standing of its own.
    """

    words: str
    note: str
    amount: Decimal
    kind: str
    standing: Standing | None
    rule: str = "costshare"


def section(answer: Answer, reference: Reference, root: str) -> str:
    """Make the sums and the table; without a national amount, say why there are none."""
    if answer.allowed is None or answer.full_fee is None or answer.net is None:
        why = "No sums: a line has no national amount, so nothing is added up."
        return element("p", why, class_="empty")
    if not answer.lines:
        return element("p", "Nothing to bill, so nothing to pay.", class_="empty")
    full = answer.full_fee
    told = answer.payment if answer.payment and answer.payment.told else None
    allowed, net = (told.allowed, told.net) if told else (answer.allowed, answer.net)
    head = heads(
        ("Step", ""),
        ("Amount", "number"),
        (f"$0 to {dollars(full)}", "bar"),
        ("Standing of the rate", ""),
    )
    rows = _drawn(_steps(answer, full, net, reference), full, reference, root)
    name = element("caption", "Money, from fee to payment")
    table = element("table", name, head, element("tbody", *rows), class_="money")
    sums = _sums(_unassigned(told, net) or _assigned(allowed, net))
    return sums + _doubts(answer) + table + _key()


def _doubts(answer: Answer) -> str:
    """Say beside the sums what of them is not sure to be paid."""
    said = [element("p", text(each.says)) for each in answer.doubts]
    if not said:
        return ""
    head = element("p", element("strong", "Not sure to be paid."))
    name = "Not sure to be paid"
    return element("div", head, *said, class_="doubts", role="note", aria_label=name)


def _assigned(allowed: Decimal, net: Net) -> tuple[_Sum, ...]:
    return (
        ("Allowed", allowed, "after MPPR"),
        ("Medicare pays", net.medicare_pays, "after sequestration"),
        ("Patient pays", net.patient_pays, f"{dollars(net.deductible)} of it deductible"),
        ("Paid by no one", net.assistant_reduction + net.sequestration, _withheld(net)),
    )


def _unassigned(told: Payment | None, net: Net) -> tuple[_Sum, ...]:
    """Say who bears what where Medicare pays the patient, who pays the provider; else nothing."""
    if told is None or told.participation is not Participation.UNASSIGNED:
        return ()
    of = "charged" if told.charged else "at most"
    return (
        ("Allowed", told.allowed, "without participation"),
        ("Medicare pays", net.medicare_pays, "to the patient"),
        ("Provider collects", told.collected, f"{of}, from the patient"),
        ("Patient bears", told.bears, of if of == "at most" else "after what Medicare pays"),
    )


def _sums(sums: tuple[_Sum, ...]) -> str:
    items = [
        element(
            "div",
            element("dt", words),
            element("dd", element("strong", dollars(amount)), element("span", note, class_="note")),
        )
        for words, amount, note in sums
    ]
    return element("dl", *items, class_="sums")


def _withheld(net: Net) -> str:
    if not net.assistant_reduction:
        return "sequestration"
    assistants, all_lines = dollars(net.assistant_reduction), dollars(net.sequestration)
    return f"{assistants} for assistants, {all_lines} sequestration"


def _steps(answer: Answer, full: Decimal, net: Net, reference: Reference) -> tuple[_Step, ...]:
    def of(key: str) -> Standing:
        return reference.figures[key].on(answer.visit.day).standing

    fee = answer.allowed or NOTHING
    taken = _taken(answer.payment, fee, of("nonparticipating-share")) if answer.payment else []
    allowed = sum((step.amount for step in taken), fee)
    withheld = "no one"
    if answer.payment and answer.payment.participation is Participation.UNASSIGNED:
        withheld = "the patient gets less"
    units = counted(sum(line.units for line in answer.lines), "unit")
    return (
        _Step(
            f"{units} at the full fee",
            answer.visit.locality,
            full,
            "stands",
            Standing.DERIVED,
            "fees",
        ),
        _Step("MPPR", "practice expense", fee - full, "off", of("mppr-kept-share"), "mppr"),
        *taken,
        _Step("Allowed", "", allowed, "stands", None, "payment" if taken else "mppr"),
        _Step("Deductible", "as entered; patient", -net.deductible, "patient", None),
        _Step("Coinsurance", "patient", -net.coinsurance, "patient", of("coinsurance-share")),
        *(
            [_Step("Assistants", withheld, -net.assistant_reduction, "off", Standing.DISPUTED)]
            if net.assistant_reduction
            else []
        ),
        _Step("Sequestration", withheld, -net.sequestration, "off", of("sequestration-share")),
        _Step("Medicare pays", "", net.medicare_pays, "stands", None),
    )


def _taken(payment: Payment, fee: Decimal, standing: Standing) -> list[_Step]:
    """List what participation, charges and denials take off the fee schedule amount."""
    fees = sum((line.allowance.fee for line in payment.lines), NOTHING)
    below = sum((line.allowance.fee - line.allowance.allowed for line in payment.lines), NOTHING)
    denied = sum((line.allowance.allowed for line in payment.lines if line.denial), NOTHING)
    steps = (
        _Step("Not participating", "provider", fees - fee, "off", standing, "payment"),
        _Step("Charged below the fee", "as entered", -below, "off", None, "payment"),
        _Step(_denied_words(payment), "remittance", -denied, "off", None, "remittance"),
    )
    return [step for step in steps if step.amount]


def _denied_words(payment: Payment) -> str:
    """Name denied lines; a notice on file announces a denial and is none."""
    expected = {line.denial == NOTICE for line in payment.lines if line.denial}
    if expected == {True}:
        return "Lines with an expected denial"
    return "Denied lines" if expected == {False} else "Lines denied, or expected to be"


def _drawn(steps: tuple[_Step, ...], full: Decimal, reference: Reference, root: str) -> list[str]:
    rows, level = [], NOTHING
    for step in steps:
        # What stands is drawn from nothing; what is taken off hangs from what stood before.
        level = step.amount if step.kind == "stands" else level + step.amount
        bar = _bar(step, NOTHING if step.kind == "stands" else level, full)
        rows.append(_row(step, bar, reference, root))
    return rows


def _row(step: _Step, bar: str, reference: Reference, root: str) -> str:
    note = element("span", text(step.note), class_="note") if step.note else ""
    amount = dollars(step.amount) if step.amount >= 0 else f"−{dollars(-step.amount)}"
    return row(
        element("th", text(step.words), note, scope="row"),
        cell(origin(amount, step.rule, reference, root), "number"),
        cell(bar, "bar"),
        cell(standing(step.standing) if step.standing else ""),
        class_="sum" if step.kind == "stands" else "step",
    )


def _bar(step: _Step, start: Decimal, full: Decimal) -> str:
    if not step.amount or not full:
        return ""
    width = max(round(SCALE * abs(step.amount) / full), 1)
    left = round(SCALE * start / full)
    bar = element("rect", class_=step.kind, x=left, y=1, width=width, height=10)
    return element(
        "svg", bar, viewBox=f"0 0 {SCALE} 12", preserveAspectRatio="none", aria_hidden="true"
    )


def _key() -> str:
    kinds = (("stands", "what stands"), ("patient", "patient pays"), ("off", "taken off"))
    words = [element("span", meaning, class_=kind) for kind, meaning in kinds]
    return element("p", " ".join(words), class_="key", aria_hidden="true")
