"""What is wrong in content/, as one plain line each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in a file below content/: which field, what it got, what it takes.

    Line 0 is not known yet: the lints' runner finds it by the field.
    """

    file: str
    field: str
    got: object
    takes: str
    line: int = 0

    def __str__(self) -> str:
        """Write `file:line: field: got X, takes Y`."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        field = f"{self.field}: " if self.field else ""
        return f"{place}: {field}got {self.got}, takes {self.takes}"


class ContentRefused(ValueError):
    """Content that cannot be used; says every problem, one a line."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep the problems, sorted by file and line."""
        self.problems = tuple(sorted(problems, key=lambda problem: (problem.file, problem.line)))
        super().__init__("\n".join(map(str, self.problems)))
