"""What a worked example bills is a code of the family."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each service of an example whose code is not held."""
    for key, example in content.examples.items():
        for number, worked in enumerate(example.visits):
            for place, service in enumerate(worked.visit.services):
                if service.code not in content.codes:
                    field = f"visits[{number}].visit.services[{place}].code"
                    takes = "a code with a file in codes/"
                    yield Problem(f"examples/{key}.yaml", field, service.code, takes)
