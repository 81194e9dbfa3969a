"""What readers type leads to one thing, in small letters, and not to itself."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each synonym that stands twice, is not in small letters or means itself."""
    seen: set[str] = set()
    for place, entry in enumerate(content.synonyms.synonyms):
        typed = f"synonyms[{place}].typed"
        if entry.typed != entry.typed.lower():
            yield Problem("synonyms.yaml", typed, entry.typed, "small letters")
        if entry.typed in seen:
            yield Problem("synonyms.yaml", typed, f"{entry.typed} again", "each once")
        if entry.typed == entry.means:
            yield Problem("synonyms.yaml", typed, entry.typed, "other words than it means")
        seen.add(entry.typed)
