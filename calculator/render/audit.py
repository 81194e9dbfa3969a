"""An audit, shown: the sentences for the report, billed beside supported, every allowed claim."""

from collections.abc import Iterator

from calculator.audit import Held
from calculator.audit_money import Worth
from calculator.reference.bundle import Reference
from calculator.render import boundaries, why
from calculator.render.markup import cell, element, heads, link, row, scroller, text
from calculator.render.sentence import NO_AMOUNT, visit as asked
from calculator.rules.carried import ASSISTANTS
from calculator.words.allocation import Pool
from calculator.words.billed import Compared, Verdict
from calculator.words.claim import written
from calculator.words.money import dollars
from calculator.words.sentences import counted, listed, number
from calculator.words.vocabulary import Episode, Method

HEADLINES = {
    Verdict.CONSISTENT: "The billed units agree with the record.",
    Verdict.OVER: "More units were billed than the record supports.",
    Verdict.UNDER: "Fewer units were billed than the record supports.",
    Verdict.SHIFTED: "As many units were billed as the record supports, but on other codes.",
}
MODIFIERS_DIFFER = "The modifiers differ from those that the record asks for."


def sentence(held: Held) -> str:
    """Say the verdict on units, whether modifiers differ, and what else may be paid too much."""
    said = HEADLINES[held.audited.verdict]
    parts = [said, MODIFIERS_DIFFER] if _modifiers_differ(held) else [said]
    beside = tuple(_overpaid(held))
    if beside:
        parts.append(f"Overpayment is possible beside the units: {'; '.join(beside)}.")
    return " ".join(parts)


def _overpaid(held: Held) -> Iterator[str]:
    if held.denied:
        yield f"a denial of {listed(held.denied)} is expected"
    if held.beyond:
        yield f"{listed(held.beyond)} above the MUE"
    for own in sorted(ASSISTANTS):
        lacking = dict.fromkeys(
            line.code
            for line, each in zip(held.billed, held.carried, strict=True)
            if own in each.missing
        )
        if lacking:
            yield f"{own} is missing on {listed(lacking)}"


def _modifiers_differ(held: Held) -> bool:
    return any(each.missing or each.extra or each.contradicting for each in held.carried)


def report(held: Held) -> list[str]:
    """Write the sentences of an audit's report, in the order in which they are read."""
    return [
        sentence(held),
        *(_documented(pool, held) for pool in held.pools),
        *_untimed(held),
        *(finding.says for finding in held.findings),
        *_money(held),
    ]


def _documented(pool: Pool, held: Held) -> str:
    each_code = listed(f"{each.code} {each.minutes}" for each in pool.timed)
    mine = [each for each in held.audited.compared if _in(each, pool)]
    supported = sum(each.supported for each in mine)
    billed = sum(each.billed for each in mine)
    alone = held.answer.visit.method is Method.MIDPOINT
    if held.answer.visit.episode is not Episode.NONE:
        return (
            f"Documented under the {pool.plan} plan: {counted(pool.minutes, 'timed minute')}"
            f" ({each_code}), which the stay or episode takes: no Part B unit;"
            f" {billed or 'none'} {'was' if billed == 1 else 'were'} billed{_differing(mine)}"
        )
    counting = ", each code counted alone, support" if alone else " support"
    were = "was" if billed == 1 else "were"
    return (
        f"Documented under the {pool.plan} plan: {counted(pool.minutes, 'timed minute')}"
        f" ({each_code}), which{counting} {_units(supported)};"
        f" {billed or 'none'} {were} billed{_differing(mine)}"
    )


def _units(count: int) -> str:
    return counted(count, "unit") if count else "no unit"


def _in(compared: Compared, pool: Pool) -> bool:
    return compared.plan is pool.plan and compared.code in pool.codes


def _differing(compared: list[Compared]) -> str:
    apart = [_apart(each) for each in compared if each.billed != each.supported]
    return f": {listed(apart)}." if apart else "."


def _apart(compared: Compared) -> str:
    differ = compared.billed - compared.supported
    which = "too many" if differ > 0 else "too few"
    noun = "unit" if abs(differ) == 1 else "units"
    return f"{number(abs(differ))} {noun} {which} on {compared.code}"


def _untimed(held: Held) -> Iterator[str]:
    """Speak of the codes that no pool holds, where their units differ."""
    for each in held.audited.compared:
        if any(_in(each, pool) for pool in held.pools) or each.verdict is Verdict.CONSISTENT:
            continue
        recorded = any(
            (service.code, service.discipline) == (each.code, each.plan)
            for service in held.answer.visit.services
        )
        stands = "" if recorded else f"{each.code} is not in the record of the {each.plan} plan. "
        yield (
            f"{stands}{each.code}: {_units(each.supported)} supported,"
            f" {_units(each.billed)} billed: {_apart(each)}."
        )


def _money(held: Held) -> Iterator[str]:
    billed, supported = held.worth.billed, held.worth.supported
    if billed is None or supported is None:
        yield f"No difference in dollars is worked out, as a line has {NO_AMOUNT}."
        return
    differ = billed - supported
    apart = f"{dollars(abs(differ))} {'more' if differ > 0 else 'less'}" if differ else "the same"
    yield (
        f"After MPPR the billed units come to {dollars(billed)}, the allowed claim they are held"
        f" against to {dollars(supported)}: {apart}, before the reduction for assistants and any"
        " denial."
    )
    yield from _of_modifiers(held.worth)


def _of_modifiers(worth: Worth) -> Iterator[str]:
    """Say what CQ or CO and KX, as billed, change of the money."""
    billed, due = worth.billed_reduction, worth.supported_reduction
    if billed is not None and due is not None and billed != due:
        which = "less" if billed < due else "more"
        differ = dollars(abs(billed - due))
        yield (
            f"The reduction for assistants comes to {dollars(billed)} by the modifiers billed and"
            f" to {dollars(due)} on the allowed claim: {differ} {which} is taken off Medicare's"
            " share."
        )
    if worth.without_kx:
        code = worth.no_kx
        elsewhere = "".join(f" or {each.written}" for each in code.others)
        yield (
            f"Lines that lack a KX which is due come to {dollars(worth.without_kx)} after MPPR."
            f" Without it such a line is denied, {code.written}{elsewhere}: sources differ on who"
            " bears it."
        )


def region(held: Held, reference: Reference, root: str) -> str:
    """Make the region "Audit"; `root` leads from the page to the site's root."""
    head, *told = report(held)
    said = {finding.says for finding in held.findings}
    return element(
        "section",
        element("h3", text(head), class_=f"verdict {held.audited.verdict}"),
        element("p", text(asked(held.answer, reference)), class_="asked"),
        element("ul", *(element("li", text(each)) for each in told if each not in said)),
        why.findings(held.findings, reference, root),
        _table(held, root),
        _claims(held),
        boundaries.region(held.boundaries, reference, root),
        why.reasons((*held.answer.steps, *held.steps), reference, root),
        class_="answer audit",
        aria_label="Audit",
    )


def _table(held: Held, root: str) -> str:
    head = heads(
        *(("Code", ""), ("Plan", ""), ("Units billed", "number"), ("Units supported", "number")),
        *(("Assistant’s units billed", "number"), ("Assistant’s units supported", "number")),
        *(("Verdict", ""), ("Modifiers billed", ""), ("Modifiers supported", "")),
    )
    rows = [_row(each, held, root) for each in held.audited.compared]
    named = "Billed beside the nearest allowed claim"
    name = element("caption", named)
    table = element("table", name, head, element("tbody", *rows), class_="figures")
    return scroller(table, named)


def _row(each: Compared, held: Held, root: str) -> str:
    billed = [" ".join(held.billed[place].modifiers) for place in each.places]
    due = [
        " ".join(line.modifiers)
        for line in held.nearest
        if (line.code, line.discipline) == (each.code, each.plan)
    ]
    return row(
        element("th", link(f"{root}codes/{each.code.lower()}/", each.code), scope="row"),
        cell(each.plan),
        cell(str(each.billed), "number"),
        cell(str(each.supported), "number"),
        cell(str(each.billed_assistant), "number"),
        cell(str(each.supported_assistant), "number"),
        cell(each.verdict),
        cell(text("; ".join(billed) or "—")),
        cell(text("; ".join(due) or "—")),
    )


def _claims(held: Held) -> str:
    items = [
        element(
            "li",
            text(written(lines) or "no line"),
            element("b", " ◆ nearest") if place == held.audited.nearest else "",
        )
        for place, lines in enumerate(held.claims)
    ]
    unseen = held.answer.allocations - len(held.claims)
    rest = element("p", f"{counted(unseen, 'further allocation')} not written out here.")
    summary = f"Every allowed claim ({held.answer.allocations:,})"
    return element(
        "details",
        element("summary", text(summary)),
        element("ul", *items),
        rest if unseen > 0 else "",
        class_="plain",
    )
