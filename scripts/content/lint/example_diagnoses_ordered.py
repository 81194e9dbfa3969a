"""A worked example has at most one first diagnosis, its codes once each, and it stands on top."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each first diagnosis below another, and each code that stands twice."""
    for key, example in content.examples.items():
        seen: set[str] = set()
        for place, diagnosis in enumerate(example.diagnoses):
            field = f"diagnoses[{place}]"
            if diagnosis.stands == "first" and place:
                takes = "another place: one alone stands first, on top"
                yield Problem(f"examples/{key}.yaml", f"{field}.stands", "first", takes)
            if diagnosis.code in seen:
                got = f"{diagnosis.code} again"
                yield Problem(f"examples/{key}.yaml", f"{field}.code", got, "each code once")
            if diagnosis.code:
                seen.add(diagnosis.code)
