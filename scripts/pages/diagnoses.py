"""A page for each diagnosis, the index of all of them, and the pairings of a code."""

from collections.abc import Iterator

import yaml

from scripts.content.diagnoses import Diagnosis, PairGroup, RiskGroup
from scripts.content.model.diagnoses import Pair
from scripts.content.validity import Validity
from scripts.content.values import Supported
from scripts.pages import releases
from scripts.pages.facts import Facts
from scripts.pages.subjects import Subject
from scripts.pages.template import render

ROOT = "../../"
# In the order of the source page; any other group follows them by its key.
GROUPS = ("neurologic", "musculoskeletal", "replacement", "balance")
SEGMENTS = {
    "CNA": "In the community, without Medicaid, aged",
    "CND": "In the community, without Medicaid, disabled",
    "CFA": "In the community, full Medicaid, aged",
    "CFD": "In the community, full Medicaid, disabled",
    "CPA": "In the community, partial Medicaid, aged",
    "CPD": "In the community, partial Medicaid, disabled",
    "INS": "In an institution",
}
ROLES = {
    "first": "may be listed first",
    "additional": "beside another code",
    "avoid": "take another, or ask",
}
PLACES = {
    ("right", "dominant"): "Right, dominant",
    ("left", "dominant"): "Left, dominant",
    ("right", "non-dominant"): "Right, non-dominant",
    ("left", "non-dominant"): "Left, non-dominant",
    ("right", None): "Right",
    ("left", None): "Left",
    ("both", None): "Both sides",
    ("unspecified", None): "Side not specified",
    (None, None): "",
}


def pages(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the path below docs and the Markdown of every diagnosis's page."""
    for diagnosis in facts.library.diagnoses.codes.values():
        yield f"diagnoses/{_slug(diagnosis.code)}.md", _page(facts, diagnosis)


def address(code: str) -> str:
    """Return a diagnosis's address from the site's root."""
    return f"diagnoses/{_slug(code)}/"


def _slug(code: str) -> str:
    return code.lower().replace(".", "-")


def subjects(facts: Facts) -> Iterator[Subject]:
    """Yield every diagnosis under its code."""
    for diagnosis in facts.library.diagnoses.codes.values():
        yield Subject("diagnosis", (diagnosis.code,), address(diagnosis.code), _title(diagnosis))


def fragments(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the table of all diagnoses, the pairings by group, and the risk groups' factors."""
    held = facts.library.diagnoses
    rows = [_row(facts, each) for each in held.codes.values()]
    newest = held.releases[-1]
    awaited = releases.following(facts.library.awaited, "icd10cm")
    yield (
        "diagnoses/index.html",
        render("diagnoses.html", rows=rows, release=newest, awaited=awaited),
    )
    yield "diagnoses/pairings.md", _pairings(facts)
    yield "diagnoses/factors.html", _factors(facts)


def section(facts: Facts, code: str) -> str:
    """Write the diagnoses that a code is paired with, as one table; empty where there are none."""
    groups = [
        (group, [_paired(facts, pair) for pair in group.pairs if code in pair.codes])
        for group in _groups(facts)
    ]
    found = [(group, pairs) for group, pairs in groups if pairs]
    return render("paired.html", groups=found, root=ROOT, roles=ROLES) if found else ""


def _page(facts: Facts, diagnosis: Diagnosis) -> str:
    held, code = facts.library.diagnoses, diagnosis.code
    title = _title(diagnosis)
    about = f"{code}: {title}. Valid and billable when, its siblings, risk groups, pairings."
    head = yaml.safe_dump(
        {"title": code, "description": about, "siblings": _beside(facts, diagnosis)},
        sort_keys=False,
    )
    groups = {each.release.release: each for each in diagnosis.groups}
    pairs = [(group, pair) for group, pair in held.pairs_of(code)]
    body = render(
        "diagnosis.md",
        diagnosis=diagnosis,
        title=title,
        root=ROOT,
        newest=diagnosis.newest,
        periods=list(reversed(diagnosis.periods)),
        written=_written(diagnosis),
        awaited=releases.following(facts.library.awaited, "icd10cm"),
        instead=[_row(facts, held.codes[other]) for other in diagnosis.file.instead],
        siblings=[_row(facts, each) for each in held.siblings(diagnosis)],
        v28=_newest(diagnosis, "V28"),
        v24=_newest(diagnosis, "V24"),
        groups=groups.values(),
        factors=_factors_of(facts, diagnosis),
        pairs=pairs,
        roles=ROLES,
        sources=facts.library.sources,
        cited=_cited(diagnosis, [pair for _, pair in pairs]),
        seen=_seen(facts, diagnosis),
    )
    return f"---\n{head}---\n{body}"


def _title(diagnosis: Diagnosis) -> str:
    return diagnosis.title or "No code of ICD-10-CM"


def _row(facts: Facts, diagnosis: Diagnosis) -> dict[str, object]:
    """Give what a table shows of a diagnosis."""
    v28 = _newest(diagnosis, "V28")
    file = diagnosis.file
    return {
        "code": diagnosis.code,
        "title": _title(diagnosis),
        "url": f"{_slug(diagnosis.code)}/",
        "family": diagnosis.family.title,
        "place": PLACES[file.side, file.dominance],
        "v28": v28.hcc if v28 else "—",
        "state": state(diagnosis.newest, diagnosis),
        "written": _written(diagnosis),
        "paired": any(True for _ in facts.library.diagnoses.pairs_of(diagnosis.code)),
    }


def state(period: Validity | None, diagnosis: Diagnosis) -> str:
    """Say whether a code can be billed, in a period of its own."""
    if not diagnosis.file.exists:
        return "no such code"
    if period is None:
        return "not held"
    return "billable" if period.billable else "not billable"


def _written(diagnosis: Diagnosis) -> str:
    """Write a code's periods for the page's program: from/to/yes or no, a semicolon between."""
    return ";".join(
        f"{each.start}/{each.end}/{'yes' if each.billable else 'no'}" for each in diagnosis.periods
    )


def _newest(diagnosis: Diagnosis, model: str) -> RiskGroup | None:
    found = [each for each in diagnosis.groups if each.release.model == model]
    return found[-1] if found else None


def _factors_of(facts: Facts, diagnosis: Diagnosis) -> list[tuple[str, object]]:
    group = _newest(diagnosis, "V28")
    rows = facts.library.diagnoses.factors if group else ()
    found = {each.row.segment: each for each in rows if group and each.row.hcc == group.hcc}
    return [(words, found[segment]) for segment, words in SEGMENTS.items() if segment in found]


def _factors(facts: Facts) -> str:
    """Write the factors of the groups that a diagnosis held here counts for."""
    held = facts.library.diagnoses.factors
    codes = facts.library.diagnoses.codes.values()
    newest = {_newest(each, "V28") for each in codes}
    counted = {each.hcc for each in newest if each}
    labels = {each.row.hcc: each.row.label for each in held if each.row.hcc in counted}
    table = {(each.row.hcc, each.row.segment): each.row.factor for each in held}
    return render(
        "factors.html", labels=labels, table=table, segments=SEGMENTS, release=held[0].release
    )


def _groups(facts: Facts) -> list[PairGroup]:
    pairings = facts.library.diagnoses.pairings
    places = {key: place for place, key in enumerate(GROUPS)}
    return sorted(
        pairings.values(), key=lambda group: (places.get(group.key, len(GROUPS)), group.key)
    )


def _pairings(facts: Facts) -> str:
    return "\n".join(
        render(
            "pairings.md",
            group=group,
            pairs=[_paired(facts, pair) for pair in group.pairs],
            roles=ROLES,
        )
        for group in _groups(facts)
    )


def _paired(facts: Facts, pair: Pair) -> dict[str, object]:
    return _row(facts, facts.library.diagnoses.codes[pair.diagnosis]) | {"pair": pair}


def _seen(facts: Facts, diagnosis: Diagnosis) -> object:
    newest = diagnosis.newest
    return facts.library.sources[newest.sources[0]].seen.on if newest else None


def _cited(diagnosis: Diagnosis, pairs: list[Pair]) -> list[str]:
    """List the sources of all that the page says, in reading order."""
    said: tuple[Validity | Supported, ...] = (
        *diagnosis.periods,
        *(edge for _, edge in diagnosis.remarks),
        *(group.release for group in diagnosis.groups),
        *diagnosis.notes,
        *pairs,
    )
    return list(dict.fromkeys(key for each in said for key in each.sources))


def _beside(facts: Facts, diagnosis: Diagnosis) -> dict[str, object]:
    return {
        "title": diagnosis.family.title,
        "index": {"title": "All diagnoses", "url": "diagnoses/"},
        "entries": [
            {"name": each.code, "title": _title(each), "url": address(each.code)}
            for each in facts.library.diagnoses.siblings(diagnosis)
        ],
    }
