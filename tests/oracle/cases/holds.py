"""How a case is held against an answer: what it names has to be so, what it leaves out may be."""

from typing import Any

IN_ANY_ORDER = ("alternatives", "problems")


def holds(expected: Any, answer: Any) -> bool:  # noqa: ANN401  any JSON
    """Tell whether an answer has all that a case expects of it."""
    if isinstance(expected, dict):
        return isinstance(answer, dict) and all(
            key in answer and _part(key, due, answer[key]) for key, due in expected.items()
        )
    if isinstance(expected, list):
        return (
            isinstance(answer, list)
            and len(answer) == len(expected)
            and all(map(holds, expected, answer))
        )
    return bool(expected == answer and type(expected) is type(answer))


def _part(key: str, expected: Any, answer: Any) -> bool:  # noqa: ANN401  any JSON
    if key not in IN_ANY_ORDER:
        return holds(expected, answer)
    left = list(answer)
    for due in expected:
        found = next((each for each in left if holds(due, each)), None)
        if found is None:
            return False
        left.remove(found)
    return not left
