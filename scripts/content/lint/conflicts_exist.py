"""A modifier conflicts only with modifiers that are held, with each once, never with itself."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each conflict with an unknown modifier, with itself, or named twice."""
    held = {file.modifier for file in content.modifiers.values()}
    for key, file in content.modifiers.items():
        seen = {file.modifier}
        for place, conflict in enumerate(file.conflicts):
            field = f"conflicts[{place}].with"
            if conflict.other not in held:
                takes = f"a modifier that is held: {', '.join(sorted(held))}"
                yield Problem(f"modifiers/{key}.yaml", field, conflict.other, takes)
            elif conflict.other in seen:
                takes = "each other modifier once"
                yield Problem(f"modifiers/{key}.yaml", field, conflict.other, takes)
            seen.add(conflict.other)
