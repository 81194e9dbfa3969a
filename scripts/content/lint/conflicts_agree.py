"""Two modifiers that name each other as a conflict give the same reason for it."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each conflict whose reason differs from that of the other modifier."""
    reasons = {
        (file.modifier, conflict.other): conflict.why
        for file in content.modifiers.values()
        for conflict in file.conflicts
    }
    for key, file in content.modifiers.items():
        for place, conflict in enumerate(file.conflicts):
            other = reasons.get((conflict.other, file.modifier), conflict.why)
            if file.modifier > conflict.other and other != conflict.why:
                takes = f"the reason that {conflict.other} gives: {other}"
                yield Problem(
                    f"modifiers/{key}.yaml", f"conflicts[{place}].why", conflict.why, takes
                )
