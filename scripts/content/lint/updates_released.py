"""What an update brought is held."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each release that an update names and that is not held."""
    held = {table.path for table in content.tables()}
    for key, update in content.updates.items():
        for place, path in enumerate(update.brought):
            if path not in held:
                takes = "a release that is held, such as rvu/rvu26b"
                yield Problem(f"updates/{key}.yaml", f"brought[{place}]", path, takes)
