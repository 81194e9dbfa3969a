"""The money of an answer: four sums, and a table from the full fee to what Medicare pays."""

from dataclasses import dataclass
from decimal import Decimal

from calculator.reference.bundle import Reference
from calculator.render.markup import cell, element, heads, row, standing, text
from calculator.words.answer import Answer
from calculator.words.claim import Net
from calculator.words.money import NOTHING, dollars
from calculator.words.sentences import counted
from calculator.words.vocabulary import Standing

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


def section(answer: Answer, reference: Reference) -> str:
    """Make the sums and the table; without a national amount, say why there are none."""
    if answer.allowed is None or answer.full_fee is None or answer.net is None:
        why = "No sums: a line has no national amount, so nothing is added up."
        return element("p", why, class_="empty")
    if not answer.lines:
        return element("p", "Nothing to bill, so nothing to pay.", class_="empty")
    full = answer.full_fee
    head = heads(
        ("Step", ""),
        ("Amount", "number"),
        (f"$0 to {dollars(full)}", "bar"),
        ("Standing of the rate", ""),
    )
    rows = _drawn(_steps(answer, full, answer.allowed, answer.net, reference), full)
    name = element("caption", "Money, from fee to payment")
    table = element("table", name, head, element("tbody", *rows), class_="money")
    return _sums(answer.allowed, answer.net) + table + _key()


def _sums(allowed: Decimal, net: Net) -> str:
    sums = (
        ("Allowed", allowed, "after MPPR"),
        ("Medicare pays", net.medicare_pays, "after sequestration"),
        ("Patient pays", net.patient_pays, f"{dollars(net.deductible)} of it deductible"),
        ("Paid by no one", net.assistant_reduction + net.sequestration, _withheld(net)),
    )
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


def _steps(
    answer: Answer, full: Decimal, allowed: Decimal, net: Net, reference: Reference
) -> tuple[_Step, ...]:
    def of(key: str) -> Standing:
        return reference.figures[key].on(answer.visit.day).standing

    units = counted(sum(line.units for line in answer.lines), "unit")
    return (
        _Step(f"{units} at the full fee", answer.visit.locality, full, "stands", Standing.DERIVED),
        _Step("MPPR", "practice expense", allowed - full, "off", of("mppr-kept-share")),
        _Step("Allowed", "", allowed, "stands", None),
        _Step("Deductible", "as entered; patient", -net.deductible, "patient", None),
        _Step("Coinsurance", "patient", -net.coinsurance, "patient", of("coinsurance-share")),
        *(
            [_Step("Assistants", "no one", -net.assistant_reduction, "off", Standing.DISPUTED)]
            if net.assistant_reduction
            else []
        ),
        _Step("Sequestration", "no one", -net.sequestration, "off", of("sequestration-share")),
        _Step("Medicare pays", "", net.medicare_pays, "stands", None),
    )


def _drawn(steps: tuple[_Step, ...], full: Decimal) -> list[str]:
    rows, level = [], NOTHING
    for step in steps:
        # What stands is drawn from nothing; what is taken off hangs from what stood before.
        level = step.amount if step.kind == "stands" else level + step.amount
        rows.append(_row(step, NOTHING if step.kind == "stands" else level, full))
    return rows


def _row(step: _Step, start: Decimal, full: Decimal) -> str:
    note = element("span", text(step.note), class_="note") if step.note else ""
    amount = dollars(step.amount) if step.amount >= 0 else f"−{dollars(-step.amount)}"
    return row(
        element("th", text(step.words), note, scope="row"),
        cell(amount, "number"),
        cell(_bar(step, start, full), "bar"),
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
