"""Every value of an indicator that a table holds is explained in indicators.yaml, once."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem

EXPLAINED = (
    "status",
    "pc_tc",
    "global_days",
    "multiple_procedure",
    "bilateral",
    "assistant_at_surgery",
    "co_surgeons",
    "team_surgery",
)


def lint(content: Content) -> Iterator[Problem]:
    """Report each value without a meaning, at its row, and each meaning given twice."""
    known: set[tuple[str, str]] = set()
    for place, indicator in enumerate(content.indicators.indicators):
        for number, meaning in enumerate(indicator.values):
            pair = (indicator.field, meaning.value)
            if pair in known:
                field = f"indicators[{place}].values[{number}].value"
                yield Problem("indicators.yaml", field, meaning.value, "each value once")
            known.add(pair)
    for table in content.rvu:
        for line, row in enumerate(table.rows, start=2):
            for name in EXPLAINED:
                value = getattr(row, name)
                if (name, value) not in known:
                    takes = "a value that indicators.yaml explains"
                    yield Problem(f"{table.path}.csv", f"{row.code} {name}", value, takes, line)
