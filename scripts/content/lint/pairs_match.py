"""The first code of a pair names the one for further units, and that one is held as such."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each first code without its further one, and each `further` where none belongs."""
    further = [
        code for code, file in content.codes.items() if file.time.timing == "further_of_pair"
    ]
    for code, file in content.codes.items():
        named = file.time.further
        first = file.time.timing == "first_of_pair"
        if first and named not in further:
            takes = f"a code with timing further_of_pair: {', '.join(further) or 'none is held'}"
            yield Problem(f"codes/{code}.yaml", "time.further", named or "nothing", takes)
        elif named and not first:
            takes = "nothing, unless timing is first_of_pair"
            yield Problem(f"codes/{code}.yaml", "time.further", named, takes)
