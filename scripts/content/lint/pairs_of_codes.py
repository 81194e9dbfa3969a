"""Every pairing is with codes of the family, and no group pairs a diagnosis twice."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each procedure that codes/ does not have, and each diagnosis that comes again."""
    for key, group in content.pairings.items():
        seen: set[str] = set()
        for place, pair in enumerate(group.pairs):
            file, field = f"pairings/{key}.yaml", f"pairs[{place}]"
            for number, code in enumerate(pair.codes):
                if code not in content.codes:
                    yield Problem(file, f"{field}.codes[{number}]", code, "one that codes/ has")
            if pair.diagnosis in seen:
                got = f"{pair.diagnosis} again"
                yield Problem(file, f"{field}.diagnosis", got, "one pairing in each group")
            seen.add(pair.diagnosis)
