"""Every group that is named, by a code or as a parent, is in groups.yaml, once."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each name that groups.yaml does not have, and each that it has twice."""
    known: set[str] = set()
    for place, group in enumerate(content.groups.groups):
        if group.key in known:
            yield Problem("groups.yaml", f"groups[{place}].key", group.key, "each key once")
        if group.parent and group.parent not in known:
            field = f"groups[{place}].parent"
            yield Problem("groups.yaml", field, group.parent, "a group that stands above it")
        known.add(group.key)
    for code, file in content.codes.items():
        if file.group not in known:
            takes = f"a key of groups.yaml: {', '.join(sorted(known))}"
            yield Problem(f"codes/{code}.yaml", "group", file.group, takes)
