"""A page for each source, and the index of all of them with how far each was read."""

from collections.abc import Iterator

import yaml

from scripts.content.joined import Code, Source
from scripts.pages import resting
from scripts.pages.diagnoses import address
from scripts.pages.facts import Facts
from scripts.pages.subjects import Subject
from scripts.pages.template import render

ROOT = "../../"


def pages(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the path below docs and the Markdown of every source's page."""
    for key, source in facts.library.sources.items():
        head = yaml.safe_dump(
            {"title": source.title, "description": f"What was read of it: {source.title}."}
        )
        body = render("source.md", source=source, cited=_cited(facts, source), root=ROOT)
        yield f"sources/{key}.md", f"---\n{head}---\n{body}"


def subjects(facts: Facts) -> Iterator[Subject]:
    """Yield every source under its title."""
    for key, source in facts.library.sources.items():
        yield Subject("source", (source.title,), f"sources/{key}/", source.says or source.title)


def fragments(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the tables of what was read and of what was settled here."""
    yield "sources/index.html", _index(facts)


def _index(facts: Facts) -> str:
    every = sorted(facts.library.sources.values(), key=lambda source: source.title.casefold())
    return render(
        "sources.html",
        read=[source for source in every if not source.settled],
        settled=[source for source in every if source.settled],
    )


def _cited(facts: Facts, source: Source) -> list[tuple[str, str | None]]:
    """List what rests on a source: names, with their addresses from the site's root."""
    library = facts.library
    rules = [
        (f"Rule: {rule.title}", f"rules/{rule.key}/")
        for rule in library.rules.values()
        if source.key in rule.sources
    ]
    figures = [
        (f"Figure: {series.label}", None)
        for series in library.figures.values()
        if any(source.key in period.sources for period in series.periods)
    ]
    releases = [
        (f"Release: {release.release}", None)
        for release in library.releases.values()
        if source.key in release.sources
    ]
    codes = [
        (f"Code {code.code}", f"codes/{code.code.lower()}/")
        for code in library.codes.values()
        if source.key in _supports(code)
    ]
    diagnoses = [
        (f"Diagnosis {code}", address(code))
        for code, diagnosis in library.diagnoses.codes.items()
        if any(source.key in note.sources for note in diagnosis.file.notes)
    ]
    families = [
        (f"Diagnoses: {family.title}", None)
        for family in library.diagnoses.families.values()
        if any(source.key in note.sources for note in family.notes)
    ]
    awaited = [
        (f"Awaited: {each.what}", f"freshness/#{each.key}")
        for each in library.awaited
        if source.key in each.sources
    ]
    policies = [
        (f"Policy: {policy.title}", f"exclusions/#policy-{key}")
        for key, policy in library.policies.items()
        if source.key in policy.sources
    ]
    compared = [
        (
            f"Comparison: {code}",
            f"exclusions/#confused-{code.lower()}" if each.tells_apart else None,
        )
        for code, each in library.comparisons.items()
        if source.key in each.sources
    ]
    edits = [*policies, *compared]
    others = resting.entries(facts, source)
    return [*rules, *figures, *releases, *codes, *edits, *diagnoses, *families, *awaited, *others]


def _supports(code: Code) -> set[str]:
    parts = (code.time, code.therapy, code.unusual_for, *code.texts.values())
    return {key for part in parts if part for key in part.sources}
