"""Why no answer can be given: the field, what it got and what it takes."""

from dataclasses import dataclass

LONGEST_GOT = 80
NOTHING_GIVEN = "nothing"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with what was handed in.

    `field` is a path such as `services[1].minutes`; `says` is the sentence for the user.
    """

    field: str
    got: str
    takes: str
    says: str


def placed(problems: tuple[Problem, ...], at: str) -> tuple[Problem, ...]:
    """Put a visit's problems at the path where the visit itself stands."""
    return tuple(
        Problem(
            at if each.field == "visit" else f"{at}.{each.field}", each.got, each.takes, each.says
        )
        for each in problems
    )


class BadVisit(ValueError):
    """A visit that cannot be answered, with every problem it has."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems in the order in which they were met."""
        super().__init__("; ".join(problem.says for problem in problems))
        self.problems = problems
