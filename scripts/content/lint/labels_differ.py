"""No two codes have the same label."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each label that another code has already."""
    seen: dict[str, str] = {}
    for code, file in content.codes.items():
        first = seen.setdefault(file.label.casefold(), code)
        if first != code:
            takes = f"words that tell {code} from {first}"
            yield Problem(f"codes/{code}.yaml", "label", file.label, takes)
