"""A modifier about who pays says what calls for it; no other does, and no two say the same."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each modifier that calls for a liability, or for none, against its kind."""
    called: dict[tuple[str, str | None], str] = {}
    for key, file in content.modifiers.items():
        due = file.kind == "liability"
        if (file.liability is not None) != due:
            got = "a liability" if file.liability else "no liability"
            takes = "coverage, notice and who bears it" if due else f"none with kind {file.kind}"
            yield Problem(f"modifiers/{key}.yaml", "liability", got, takes)
        if file.liability is None:
            continue
        what = (file.liability.coverage, file.liability.notice)
        if what in called:
            takes = f"another coverage or notice than {called[what]}"
            yield Problem(
                f"modifiers/{key}.yaml", "liability", ", ".join(filter(None, what)), takes
            )
        called.setdefault(what, file.modifier)
