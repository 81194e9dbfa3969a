"""A term that states a fact says how well it is supported and by what; another says neither."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each term with a standing and no source, or with a source and no standing."""
    for key, file in content.glossary.items():
        if (file.standing is None) != (not file.sources):
            got = file.standing or "nothing"
            takes = "a standing with its sources, or neither"
            yield Problem(f"glossary/{key}.yaml", "standing", got, takes)
