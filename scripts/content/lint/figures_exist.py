"""A modifier shows only figures that are held."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each figure that a modifier names and figures/ lacks."""
    for key, file in content.modifiers.items():
        for place, figure in enumerate(file.figures):
            if figure not in content.figures:
                takes = f"the key of a figure: figures/{figure}.yaml is missing"
                yield Problem(f"modifiers/{key}.yaml", f"figures[{place}]", figure, takes)
