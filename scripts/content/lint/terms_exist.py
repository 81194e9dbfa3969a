"""Every term that another refers to is in the glossary, and no two are written alike."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each reference that leads nowhere, and each form that leads to two terms."""
    seen: dict[str, str] = {}
    for key, file in content.glossary.items():
        where = f"glossary/{key}.yaml"
        for place, other in enumerate(file.see):
            if other not in content.glossary or other == key:
                takes = f"the key of another term: glossary/{other}.yaml is missing"
                yield Problem(where, f"see[{place}]", other, takes)
        for place, form in enumerate(file.written):
            if seen.setdefault(form, key) != key:
                takes = f"a form of its own: {seen[form]} is written so"
                yield Problem(where, f"written[{place}]", form, takes)
