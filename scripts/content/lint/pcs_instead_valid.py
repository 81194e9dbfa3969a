"""What is advised instead of a wrong PCS code is a code of section F, and another one."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each piece of advice that is no code, or the wrong code itself."""
    known = {row.code for row in content.pcs.codes.rows}
    for place, wrong in enumerate(content.pcs.source_codes.codes):
        for number, code in enumerate(wrong.instead):
            field = f"codes[{place}].instead[{number}]"
            if code not in known or code == wrong.code:
                takes = f"another code that {content.pcs.codes.path}.csv has"
                yield Problem("pcs/source-codes.yaml", field, code, takes)
