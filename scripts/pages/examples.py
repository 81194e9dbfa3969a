"""Worked examples: a visit as data in a page, answered at build and held to what it expects."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from calculator.reference.bundle import Reference
from calculator.words.same_day import Judge
from scripts.pages import line_tables, visits
from scripts.pages.blocks import Block
from scripts.pages.template import render
from scripts.stages import Refused

SERVICE = re.compile(
    r"(?P<code>[A-Z0-9]{5}) (?P<minutes>\d+)"
    r"(?: assistant (?P<assistant_minutes>\d+))?(?: together (?P<together_minutes>\d+))?"
    r"(?: (?P<discipline>PT|OT|SLP))?(?: charge (?P<charge>\d+\.\d{2}))?"
    r"(?: (?P<coverage>not_necessary|excluded))?(?: (?P<notice>required|voluntary))?"
    r"(?: at (?P<blocks>[0-9:]+-[0-9:]+(?: and [0-9:]+-[0-9:]+)*))?"
)
MONEY = ("deductible", "coinsurance", "sequestration", "medicare_pays", "patient_pays")
BY_EDITS = ("denied", "above_mue")  # only where the visit names its setting
EXPECTED = ("lines", "alternatives", "allowed", *MONEY, *BY_EDITS, "paid", "remittance")
PAID = ("allowed", "limiting_charge", "balance", "assistant_reduction", *MONEY)
METHODS = ("cms", "midpoint")
COMPARED = ("services", *METHODS)
OWN = ("title", "services", "expect", "steps")
ASKED = (*(key for key in visits.DEFAULT if key != "services"), *visits.OPTIONAL)


@dataclass(frozen=True, slots=True)
class Example:
    """A visit, and what its answer has to be; `refuse` makes the error at a key of that."""

    title: str
    asked: visits.Visit
    expected: dict[str, Any]
    refuse: Callable[[str, str], Refused]


def made(block: Block, reference: Reference, root: str, judge: Judge | None = None) -> str:
    """Answer a block and write it as HTML; raises `Refused` where the calculator says otherwise."""
    if block.name == "comparison":
        return _comparison(block, reference)
    if block.name == "lines":
        return line_tables.checked(block, reference)
    return _example(block, reference, root, judge)


def _example(block: Block, reference: Reference, root: str, judge: Judge | None) -> str:
    data = _checked(block, block.data, (*OWN, *ASKED), ("title", "services", "expect"))
    expected = _checked(block, data["expect"], EXPECTED, ("lines",))
    example = Example(
        data["title"], _visit(block, data), expected, lambda _, says: block.refuse(says)
    )
    return worked_out(example, reference, root, data.get("steps"), judge=judge)


def worked_out(
    example: Example,
    reference: Reference,
    root: str,
    shown: list[str] | None = None,
    *,
    judge: Judge | None = None,
) -> str:
    """Answer an example and write it as HTML, with the steps of the `shown` rules or of all.

    Raises `Refused` where the calculator says otherwise.
    """
    answer = held(example, reference, root, judge)
    steps = [step for step in answer["steps"] if shown is None or step["rule"] in shown]
    day = date.fromisoformat(example.asked["date"])
    return render(
        "example.html",
        title=example.title,
        visit=visits.in_words(example.asked),
        answer=answer,
        alternatives=[claim(lines) for lines in answer["alternatives"]],
        steps=steps,
        # On the page of a rule its own steps stand alone; elsewhere each leads to its rule.
        rules=reference.rules if shown is None else {},
        net={key: answer["net"][key] for key in MONEY if key in example.expected},
        paid={
            key: told
            for key, told in paid(answer).items()
            if key in example.expected.get("paid", ())
        },
        remittance=example.expected.get("remittance"),
        factor=reference.figures["conversion-factor"].on(day),
        link=visits.link(example.asked, root),
        root=root,
    )


def held(
    example: Example, reference: Reference, root: str | None = None, judge: Judge | None = None
) -> visits.Answer:
    """Answer an example; raises `Refused` where the calculator says otherwise."""
    try:
        answer = visits.answer(reference, example.asked, root, judge)
    except visits.NotAnswered as refused:
        raise example.refuse("", str(refused)) from refused
    differing = [str(example.refuse(key, says)) for key, says in _differences(example, answer)]
    if differing:
        raise Refused("\n".join(differing))
    return answer


def _differences(example: Example, answer: visits.Answer) -> Iterator[tuple[str, str]]:
    """Yield each key of what is expected that the answer has otherwise, and a sentence about it."""
    for key, value in example.expected.items():
        if key == "paid":
            told = paid(answer)
            for part, amount in value.items():
                if told.get(part) != amount:
                    says = f"the page says {amount!r}, the calculator {told.get(part)!r}"
                    yield key, f"paid, {part}: {says}"
            continue
        got = said(answer, key)
        wanted = [str(each) for each in value] if isinstance(value, list) else str(value)
        if got != wanted:
            yield key, f"{key}: the page says {wanted!r}, the calculator {got!r}"


def _comparison(block: Block, reference: Reference) -> str:
    """Write a table of the units that the same minutes earn under both methods."""
    rows = []
    for entry in block.data:
        data = _checked(block, entry, COMPARED, COMPARED)
        counts = [_units(block, reference, data, method) for method in METHODS]
        for method, count in zip(METHODS, counts, strict=True):
            if count != data[method]:
                said = f"{data['services']}, {method}: the page says {data[method]} units"
                raise block.refuse(f"{said}, the calculator {count}")
        rows.append((data["services"], counts))
    return render("comparison.html", rows=rows)


def _units(block: Block, reference: Reference, data: dict[str, Any], method: str) -> int:
    asked = _visit(block, {**data, "method": method})
    example = Example("", asked, {}, lambda _, says: block.refuse(says))
    answer = held(example, reference)
    return sum(line["units"] for line in answer["lines"])


def claim(lines: list[dict[str, Any]]) -> str:
    """Write a claim as one line: 97530 ×2 GP, 97110 ×1 GP."""
    written = [f"{each['code']} ×{each['units']} {' '.join(each['modifiers'])}" for each in lines]
    return ", ".join(written) or "none"


def said(answer: visits.Answer, key: str) -> object:
    """Write what an answer has under one of `EXPECTED`, as a page expects it."""
    if key == "lines":
        return claim(answer["lines"])
    if key == "alternatives":
        return [claim(lines) for lines in answer["alternatives"]]
    if key == "denied":
        return [each["code"] for each in answer["denied"]]
    if key == "above_mue":
        return answer["above_mue"]
    if key == "remittance":
        return [remitted(line) for line in answer["remittance"] or ()]
    found = answer["net"][key] if key in MONEY else answer[key]
    return "none" if found is None else str(found)


def paid(answer: visits.Answer) -> dict[str, str]:
    """List what a payment tells, where the visit has a charge, a participation or a denial."""
    payment = answer["payment"]
    if payment is None:
        return {}
    known = {**payment, **payment["net"]}
    return {key: known[key] for key in PAID if known[key] is not None}


def remitted(line: dict[str, Any]) -> str:
    """Write a line of a remittance: 180.00: CO-45 74.79, PR-2 17.03, CO-253 1.36, paid 66.78."""
    unpaid = [
        f"{each['group']}-{each['reason'] or '?'} {each['amount'] or 'the charge'}"
        for each in line["adjustments"]
    ]
    to = " to the patient" if line["to"] == "patient" else ""
    return f"{line['charge'] or 'not entered'}: {', '.join((*unpaid, 'paid ' + line['paid']))}{to}"


def _visit(block: Block, data: dict[str, Any]) -> visits.Visit:
    services = [_service(block, part) for part in str(data["services"]).split(", ")]
    others = {key: data[key] for key in ASKED if key in data}
    if "date" in others:
        others["date"] = str(others["date"])
    return visits.visit(services, **others)


def _service(block: Block, written: str) -> dict[str, Any]:
    match = SERVICE.fullmatch(written)
    if not match:
        takes = "a code and its minutes, such as 97530 38, or 97530 20 assistant 18 OT charge 60.00"
        raise block.refuse(f"services: got {written!r}, takes {takes}")
    given = {key: said for key, said in match.groupdict().items() if said is not None}
    return {key: _read(key, said) for key, said in given.items()}


def _read(key: str, said: str) -> object:
    if key == "blocks":  # the therapist's; others stand in the files of worked examples
        times = [each.split("-") for each in said.split(" and ")]
        return [{"from": start, "to": end, "by": "therapist"} for start, end in times]
    return int(said) if key.endswith("minutes") else said


def _checked(
    block: Block, data: object, takes: tuple[str, ...], needs: tuple[str, ...]
) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise block.refuse(f"got {data!r}, takes {', '.join(takes)}")
    for key in data:
        if key not in takes:
            raise block.refuse(f"got {key!r}, takes {', '.join(takes)}")
    for key in needs:
        if key not in data:
            raise block.refuse(f"{key}: got nothing, takes an entry")
    return data
