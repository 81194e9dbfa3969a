"""Where one modifier names another as a conflict, the other names it too."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each modifier that is named as a conflict and does not name the other back."""
    named = {
        file.modifier: (key, {conflict.other for conflict in file.conflicts})
        for key, file in content.modifiers.items()
    }
    for modifier, (_, others) in named.items():
        for other in sorted(others):
            key, back = named.get(other, ("", {modifier}))
            if modifier not in back:
                takes = f"one with {modifier}, which names {other}"
                yield Problem(f"modifiers/{key}.yaml", "conflicts", "no conflict", takes)
