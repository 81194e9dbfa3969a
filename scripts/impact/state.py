"""A state of the content: what its files say, and what pages and calculator are given of it."""

from dataclasses import dataclass
from pathlib import Path

from calculator.reference import bundle, edits_bundle, names, pcs
from scripts.content import library
from scripts.content.lint import problems_in
from scripts.content.load import Content, read
from scripts.content.problems import ContentRefused, Problem
from scripts.pages import pitfalls
from scripts.pages.facts import Facts
from scripts.runtime import edits_json, names_json, pcs_json, reference_json


@dataclass(frozen=True, slots=True)
class State:
    """Content as it was read; `problems` are what the lints found, which does not keep it off."""

    content: Content
    facts: Facts
    problems: tuple[Problem, ...]


def load(content: Path, root: Path) -> State:
    """Read a content folder; written pages are those below `root`.

    Raises `ContentRefused` where a file lacks its shape, or where what the lints found is so wrong
    that the files cannot be joined.
    """
    held = read(content)
    problems = problems_in(held)
    try:
        facts = _facts(library.join(held), root)
    except (LookupError, ValueError) as error:
        raise ContentRefused(problems) from error
    return State(held, facts, ContentRefused(problems).problems)


def _facts(joined: library.Library, root: Path) -> Facts:
    """Make in memory what the build writes as files."""
    return Facts(
        joined,
        bundle.load(reference_json.dumps(reference_json.reference(joined))),
        pcs=pcs.load(pcs_json.text(joined)),
        edits=edits_bundle.load(edits_json.text(joined)),
        names=names.load(names_json.text(joined)),
        pitfalls=pitfalls.read(root),
    )
