"""Every diagnosis that a table, a pairing or another diagnosis names has its own file."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each name that diagnoses/ does not have, and each row that comes twice."""
    for file, field, code, line in _named(content):
        if code not in content.diagnoses:
            takes = f"a diagnosis that is held: diagnoses/{code}.yaml is missing"
            yield Problem(file, field, code, takes, line)
    for table, codes in _tables(content):
        met: set[str] = set()
        for line, code in enumerate(codes, start=2):
            if code in met:
                yield Problem(f"{table}.csv", "code", f"{code} again", "one row for each", line)
            met.add(code)


def _named(content: Content) -> Iterator[tuple[str, str, str, int]]:
    for table, codes in _tables(content):
        for line, code in enumerate(codes, start=2):
            yield f"{table}.csv", "code", code, line
    for key, group in content.pairings.items():
        for place, pair in enumerate(group.pairs):
            yield f"pairings/{key}.yaml", f"pairs[{place}].diagnosis", pair.diagnosis, 0
    for code, file in content.diagnoses.items():
        for place, other in enumerate(file.instead):
            yield f"diagnoses/{code}.yaml", f"instead[{place}]", other, 0


def _tables(content: Content) -> Iterator[tuple[str, list[str]]]:
    for release in content.icd10cm:
        yield release.path, [row.code for row in release.rows]
    for model in content.hcc:
        yield model.path, [row.code for row in model.rows]
