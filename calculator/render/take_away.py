"""What a page shows of what is taken away: the UB-04's lines, the card, the receipt on paper."""

import csv
import io
from decimal import Decimal

from calculator.reference.bundle import Record as RevenueCode, Reference
from calculator.render import claim_lines, reasons, sentence
from calculator.render.forms import RIGHT, Sheet
from calculator.render.markup import cell, element, heads, row, source, standing, text
from calculator.versions import Record
from calculator.words.answer import Answer
from calculator.words.money import plain

NET = (
    *("deductible", "coinsurance", "assistant_reduction", "sequestration"),
    *("medicare_pays", "patient_pays"),
)
COLUMNS = ("line", "date", "code", "modifiers", "units", "unit_amounts", "allowed", *NET)


def ub_04(sheet: Sheet, answer: Answer, reference: Reference, root: str) -> str:
    """Make the claim lines as the UB-04 has them, with what supports its revenue codes."""
    classes = ["number" if head in RIGHT else "" for head in sheet.heads]
    head = heads(*zip(sheet.heads, classes, strict=True))
    rows = [
        row(*(cell(text(words), of) for words, of in zip(each, classes, strict=True)))
        for each in sheet.rows
    ] or [row(element("td", "Nothing to bill", colspan=len(sheet.heads)))]
    name = element("caption", "Claim lines, UB-04")
    table = element("table", name, head, element("tbody", *rows), class_="claim-lines")
    plans = dict.fromkeys(line.discipline for line in answer.lines)
    said = [_revenue(reference.revenue[plan], reference, root) for plan in plans]
    return element("div", table, *said, class_="ub-04")


def _revenue(code: RevenueCode, reference: Reference, root: str) -> str:
    cited = ", ".join(source(key, reference, root) for key in code["sources"])
    said = f"{code['code']}: {code['means']} "
    return element("p", text(said), standing(str(code["standing"])), f". {cited}", class_="note")


def card(answer: Answer, reference: Reference, root: str) -> str:
    """Make what stands in another page: sentence, visit, claim lines and the figures used."""
    return element(
        "section",
        element("p", text(sentence.whole(answer)), class_="sentence"),
        element("p", text(sentence.visit(answer, reference)), class_="asked"),
        claim_lines.table(answer.lines, answer.visit, reference, root, "Claim lines"),
        reasons.figures_used(answer, reference, root),
        class_="answer",
        aria_label="Answer",
    )


def receipt(made: Record, versions: dict[str, Record]) -> str:
    """Make the receipt's lines for paper: what a reader has to hold against another one."""
    clock = made["clock"]
    reads = clock["reads"] if isinstance(clock, dict) else "not told"
    rules, engine = versions["rules"], versions["engine"]
    said = (
        f"Receipt sha256 {made['sha256']}; the reader’s clock read {reads}.",
        f"Data sha256 {versions['data']['sha256']}.",
        f"Rules sha256 {rules['sha256']} ({rules['form']}); Python {engine['python']}.",
    )
    return "".join(element("p", text(each)) for each in said)


def comma_separated(answer: Answer) -> str:
    """Write one row a claim line, with the money of each; a head row with names for programs."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    paid = answer.payment.lines if answer.payment else (None,) * len(answer.lines)
    for place, (line, each) in enumerate(zip(answer.lines, paid, strict=True), start=1):
        net = [plain(getattr(each.net, name)) if each else "" for name in NET]
        known = "" if line.amount is None else sentence.unit_amounts(line)
        whole = [place, answer.visit.day, line.code, " ".join(line.modifiers), line.units, known]
        writer.writerow([*whole, _amount(each.allowed if each else line.amount), *net])
    return out.getvalue()


def _amount(amount: Decimal | None) -> str:
    return "" if amount is None else plain(amount)
