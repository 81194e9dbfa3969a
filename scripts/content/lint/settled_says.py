"""What this project settled is called so and says what; all else was seen somewhere."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.model import SourceFile
from scripts.content.problems import Problem

PREFIX = "settled-"


def lint(content: Content) -> Iterator[Problem]:
    """Report each source that is neither wholly settled here nor wholly seen elsewhere."""
    for key, source in content.sources.items():
        for field, got, takes in _faults(key, source):
            yield Problem(f"sources/{key}.yaml", field, got, takes)


def _faults(key: str, source: SourceFile) -> Iterator[tuple[str, object, str]]:
    if source.settled != key.startswith(PREFIX):
        takes = f"true with a name that begins {PREFIX}, or neither"
        yield "settled", str(source.settled).lower(), takes
    if source.settled and source.says is None:
        yield "says", "nothing", "what was settled, in words"
    if source.settled and source.seen.at is not None:
        yield "seen.at", source.seen.at, "nothing: what was settled here was read nowhere"
    if not source.settled and source.seen.at is None:
        yield "seen.at", "nothing", "the address where it was read"
