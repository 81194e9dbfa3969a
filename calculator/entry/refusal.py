"""A refusal as every door writes it in JSON."""

from collections.abc import Iterable

from calculator.words.problem import Problem


def refusal(problems: Iterable[Problem]) -> dict[str, object]:
    """Make the record of a refusal."""
    return {
        "ok": False,
        "problems": [
            {"field": each.field, "got": each.got, "takes": each.takes, "says": each.says}
            for each in problems
        ],
    }
