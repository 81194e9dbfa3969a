"""A page for each code, from one template, and the index of all of them."""

from collections.abc import Iterator

from calculator.words.quarter_hours import boundaries
from scripts.content.joined import Code, Mue
from scripts.pages import (
    changes,
    diagnoses,
    edits,
    form,
    localities,
    make_up,
    modifiers,
    pitfalls,
    prices,
    reference_rows,
    rests_on,
    texts,
    timeline,
    tree,
    units,
    visits,
    worked,
)
from scripts.pages.facts import Facts
from scripts.pages.page import Siblings, page, siblings
from scripts.pages.subjects import Subject
from scripts.pages.template import render

ROOT = "../../"
# The page that holds the calculator: that of the code its default visit opens with.
FEATURED = str(visits.DEFAULT["services"][0]["code"])


def pages(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the path below docs and the Markdown of every code's page."""
    whole = tree.branches(facts)
    for code in facts.library.codes.values():
        yield f"codes/{code.code.lower()}.md", _page(facts, code, tree.path(facts, whole, code))


def address(code: str) -> str:
    """Return a code's address from the site's root."""
    return f"codes/{code.lower()}/"


def _page(facts: Facts, code: Code, path: list[tree.Branch]) -> str:
    day = facts.now.priced_on
    timed = units.by_minutes(code)
    amount = prices.amount(facts.reference, code.code, day)
    body = render(
        "code.md",
        code=code,
        root=ROOT,
        newest=code.periods[-1] if code.periods else None,
        amount=amount,
        further=prices.further(facts.reference, code.code, day) if amount is not None else None,
        reduced=amount is not None and prices.kept_share(facts.reference, code.code, day) != 1,
        limits=_limits(code),
        never_paid=reference_rows.never_paid(code),
        rows=reference_rows.rows(facts, code),
        sources=facts.library.sources,
        texts=texts.sections(facts, code),
        modifiers=modifiers.section(facts, code),
        edits=edits.section(facts, code.code),
        pairings=diagnoses.section(facts, code.code),
        pitfalls=pitfalls.section(facts.pitfalls, code.code),
        examples=worked.section(facts, code.code),
        changes=changes.section(facts, code),
        path=path,
        partners=_partners(facts, code),
        rests_on=rests_on.section(facts, code),
        make_up=make_up.section(facts, code.code) if amount is not None else "",
        localities=localities.section(facts, code.code),
        counts=units.one_to_six(facts, code) if amount is not None else "",
        chart=timeline.picture() + units.chart() if timed else "",
        calculator=form.fragment(facts, ROOT) if code.code == FEATURED else "",
        link=visits.link(example(code), ROOT),
    )
    description = f"{code.code}: {code.label}. Units, price, payment indicators."
    return page(code.code, description, body, _siblings(facts, code))


def example(code: Code) -> visits.Visit:
    """Make the visit that a page opens the calculator with: two units where minutes count."""
    if code.code == FEATURED:
        return visits.DEFAULT
    minutes = boundaries(2)[0] if units.by_minutes(code) else 0
    unusual = code.unusual_for.disciplines if code.unusual_for else ()
    discipline = next(each for each in ("PT", "OT", "SLP") if each not in unusual)
    return visits.visit([{"code": code.code, "minutes": minutes}], discipline=discipline)


def _limits(code: Code) -> list[tuple[str, Mue]]:
    """List the newest MUE of each setting, as one where both settings have the same."""
    newest: dict[str, Mue] = {}
    for entry in code.mue:
        newest.setdefault(entry.setting, entry)
    told = {(entry.value, entry.mai, entry.release) for entry in newest.values()}
    if len(newest) > 1 and len(told) == 1:
        return [("both settings", next(iter(newest.values())))]
    return [(reference_rows.SETTINGS[setting], entry) for setting, entry in newest.items()]


def _siblings(facts: Facts, code: Code) -> Siblings:
    beside = facts.library.codes_in(code.group.key)
    entries = [(each.code, each.label, address(each.code)) for each in beside]
    return siblings(code.group.title, ("All codes", "codes/"), entries)


def _partners(facts: Facts, code: Code) -> tuple[str, str] | None:
    """Name the first and the further code of the pair that a code belongs to."""
    first = next(
        (
            each
            for each in facts.library.codes.values()
            if each.time.further and code.code in (each.code, each.time.further)
        ),
        None,
    )
    return (first.code, str(first.time.further)) if first else None


def _amount(facts: Facts, code: Code) -> object:
    return prices.amount(facts.reference, code.code, facts.now.priced_on)


def subjects(facts: Facts) -> Iterator[Subject]:
    """Yield every code under its number."""
    for code in facts.library.codes.values():
        yield Subject("code", (code.code,), address(code.code), code.label)


def fragments(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the table of all codes: number, label, timed or not, total RVU, price."""
    yield "codes/index.html", _index(facts)


def _index(facts: Facts) -> str:
    rows = [
        {
            "code": code,
            "url": f"{code.code.lower()}/",
            "newest": code.periods[-1] if code.periods else None,
            "amount": _amount(facts, code),
            "timed": units.by_minutes(code),
            "base": "base not held" if code.time.timing == "not_held" else code.time.base,
        }
        for code in facts.library.codes.values()
    ]
    release = next(row["newest"] for row in rows if row["newest"])
    return render("codes.html", rows=rows, release=release, now=facts.now)
