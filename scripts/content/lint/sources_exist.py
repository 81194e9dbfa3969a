"""Every source that is cited has its file."""

from collections.abc import Iterator

from scripts.content.cited import citations
from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each citation of a source that is not in sources/."""
    for file, field, key in citations(content):
        if key not in content.sources:
            yield Problem(file, field, key, f"the key of a source: sources/{key}.yaml is missing")
