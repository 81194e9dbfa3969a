"""An adjustment is one that the calculator shows."""

from collections.abc import Iterator

from calculator.words.remittance import KEYS
from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each file under a key that no amount of a remittance bears."""
    for key in content.adjustments:
        if key not in KEYS:
            yield Problem(f"adjustments/{key}.yaml", "", key, f"one of {', '.join(KEYS)}")
