"""What the user says of coverage and notice, carried to the lines of each service."""

from collections.abc import Iterable, Mapping

from calculator.reference.bundle import Reference
from calculator.rules import notice
from calculator.rules.notice import Borne
from calculator.words.explained import Explained, Trace
from calculator.words.visit import Row, Visit

Liabilities = Mapping[Row, Explained[Borne]]
Carried = tuple[tuple[str, ...], ...]


def borne(visit: Visit, reference: Reference) -> Liabilities:
    """Work out what each code of each plan carries, both codes of a pair alike."""
    pairs = reference.further
    partners = {**pairs, **{further: first for first, further in pairs.items()}}
    found: dict[Row, Explained[Borne]] = {}
    for service in visit.services:
        partner = partners.get(service.code)
        codes = sorted((service.code, partner)) if partner else [service.code]
        named = "/".join(codes)
        rows = reference.modifiers.liabilities
        explained = notice.place(named, service.coverage, service.notice, rows)
        found.update({(service.discipline, code): explained for code in codes})
    return found


def carry(
    rows: tuple[Row, ...], carried: Carried, liabilities: Liabilities, reference: Reference
) -> Explained[Carried]:
    """Put each line's own modifiers before those of coverage and notice."""
    trace = Trace()
    for explained in _each_once(liabilities[row] for row in rows):
        trace.keep(explained)
    joined = [
        notice.join(row[1], own, liabilities[row].value.modifiers, reference.modifiers.conflicts)
        for row, own in zip(rows, carried, strict=True)
    ]
    trace.findings += dict.fromkeys(found for each in joined for found in each.findings)
    return trace.explain(tuple(each.value for each in joined))


def _each_once(explained: Iterable[Explained[Borne]]) -> Iterable[Explained[Borne]]:
    return {id(each): each for each in explained}.values()
