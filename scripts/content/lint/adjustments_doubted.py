"""What is not established of an adjustment shows in its standing."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each adjustment without a code, or with another bearer named, that is called sure."""
    for key, file in content.adjustments.items():
        due = ""
        if file.reason is None and file.standing != "unverified":
            due = "unverified: it has no reason code"
        elif any(other.group != file.group for other in file.others):
            due = "disputed: another source names another group"
        if due and not due.startswith(file.standing):
            yield Problem(f"adjustments/{key}.yaml", "standing", file.standing, due)
