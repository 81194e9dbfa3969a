"""A code is either held, with a page of its own, or listed as one that is only named."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem

FILE = "outside.yaml"


def lint(content: Content) -> Iterator[Problem]:
    """Report each code of the list that has a page, or stands in it twice."""
    held = {*content.codes, *(row.code for table in content.icd10cm for row in table.rows)}
    listed: set[str] = set()
    for folder in ("codes", "diagnoses"):
        for place, each in enumerate(getattr(content.outside, folder)):
            field = f"{folder}[{place}].number"
            if each.number in held:
                yield Problem(FILE, field, each.number, "a code that is held nowhere else")
            if each.number in listed:
                yield Problem(FILE, field, each.number, "each code once")
            listed.add(each.number)
