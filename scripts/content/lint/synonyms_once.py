"""What readers type leads to one thing, in small letters, and to something new."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each synonym that stands twice, is not in small letters or leads nowhere."""
    seen: set[str] = set()
    for place, entry in enumerate(content.synonyms.synonyms):
        typed = f"synonyms[{place}].typed"
        if entry.typed != entry.typed.lower():
            yield Problem("synonyms.yaml", typed, entry.typed, "small letters")
        if entry.typed in seen:
            yield Problem("synonyms.yaml", typed, f"{entry.typed} again", "each once")
        if entry.typed == entry.means and entry.page is None:
            takes = "other words than it means, or a page"
            yield Problem("synonyms.yaml", typed, entry.typed, takes)
        seen.add(entry.typed)
