"""The pairs of a day: the edits met, what the note has to show, what the manual wants besides."""

from collections.abc import Iterator

from calculator.reference.bundle import Reference
from calculator.render import record
from calculator.render.markup import cell, element, heads, row, source, text
from calculator.words.explained import Finding
from calculator.words.same_day import PairSeen, SameDay
from calculator.words.sentences import capitalised, listed

NAME = "Pairs of the day"
NOT_YET = "Pairs and units a day (MUE) were not looked up here."
HEAD = heads(
    ("Column one, paid", ""),
    ("Column two", ""),
    ("Indicator", ""),
    ("On the line of column two", "words"),
    ("File", "words"),
)


def section(day: SameDay | None, reference: Reference, root: str) -> str:
    """Make the section "Pairs of the day"; without a `day` it says that one is still to come."""
    if day is None:
        body = element("p", NOT_YET)
    else:
        notes = [element("li", text(capitalised(each))) for each in day.notes]
        policies = [_policy(each, reference, root) for each in day.policies]
        body = (
            element("p", text(day.says))
            + _table(tuple(each for each in day.pairs if each.indicator), day)
            + _listed("The note has to show", notes, "")
            + _listed("Policy, which is no edit", policies, "policies")
        )
    return element("section", element("h3", NAME), body, class_="pairs-of-day", aria_label=NAME)


def _table(met: tuple[PairSeen, ...], day: SameDay) -> str:
    if not met:
        return ""
    body = element("tbody", *(_row(each, day) for each in met))
    return element("table", HEAD, body, class_="figures folds pairs", aria_label="Edits met")


def _row(seen: PairSeen, day: SameDay) -> str:
    return row(
        element("th", text(seen.column_one), scope="row", class_="code"),
        cell(text(seen.column_two), "code value"),
        cell(element("span", "indicator ", class_="narrow-only") + text(seen.indicator)),
        cell(text(does(seen, day)) + _evidence(seen), f"words {_state(seen)}"),
        cell(text(_file(seen)), "provenance words"),
    )


def _evidence(seen: PairSeen) -> str:
    said = "".join(f" Times typed: {each}" for each in seen.evidence)
    return element("span", text(said), class_="note") if said else ""


def _state(seen: PairSeen) -> str:
    if not seen.in_force:
        return "last-seen"
    return "put" if seen.modifier else "denied"


def _file(seen: PairSeen) -> str:
    return f"{seen.release}, {'in force' if seen.in_force else 'last seen'}"


def does(seen: PairSeen, day: SameDay) -> str:
    """Say in short what an edit does to the line of column two."""
    if not seen.in_force:
        return "nothing put: no file of this day is held"
    if seen.modifier:
        return f"{seen.modifier}, or {listed(seen.others, 'or')}"
    denied = "denied" if seen.column_two in day.denied else ""
    return f"{denied}: {seen.against}" if seen.against else denied


def _policy(told: Finding, reference: Reference, root: str) -> str:
    cited = ", ".join(source(key, reference, root) for key in told.cites)
    return element("li", text(told.says), " ", element("span", cited, class_="cites"))


def _listed(heading: str, items: list[str], class_: str) -> str:
    if not items:
        return ""
    attributes = {"class_": class_} if class_ else {}
    return element("h4", heading) + element("ul", *items, **attributes)


def lines(day: SameDay) -> Iterator[str]:
    """Write it for a terminal."""
    yield day.says
    for each in day.pairs:
        if each.indicator:
            columns = f"{each.column_one} / {each.column_two}, indicator {each.indicator}"
            yield f"{columns}: {does(each, day)} ({_file(each)})."
            yield from (f"Times typed: {says}" for says in each.evidence)
    yield from (f"The note has to show {note}." for note in day.notes)
    yield from (told.says for told in day.policies)


def records(day: SameDay) -> dict[str, object]:
    """Write it as the JSON door does: what was looked up, and the policies apart."""
    return {
        "edits": [_record(each, day) for each in day.pairs],
        "denied": [{"code": code, "says": says} for code, says in day.denied.items()],
        "above_mue": list(day.beyond),
        "note": list(day.notes),
        "policies": [record.finding(each) for each in day.policies],
    }


def _record(seen: PairSeen, day: SameDay) -> dict[str, object]:
    return {
        "codes": list(seen.codes),
        "verdict": seen.verdict,
        "column_one": seen.column_one or None,
        "column_two": seen.column_two or None,
        "indicator": seen.indicator or None,
        "rationale": seen.reason or None,
        "release": seen.release or None,
        "in_force": seen.in_force,
        "modifier_on": seen.column_two if seen.modifier else None,
        "modifier": seen.modifier or None,
        "or": list(seen.others),
        "denied": seen.in_force and seen.column_two in day.denied,
        "against": seen.against or None,
        "evidence": list(seen.evidence),
        "note": list(seen.note),
        "ended": str(seen.ended) if seen.ended else None,
    }
