"""A demand names the codes or modifiers that call for it, where its word speaks of them."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each demand whose codes or modifiers are unknown, missing, or of no use."""
    modifiers = {file.modifier for file in content.modifiers.values()}
    for key, file in content.demands.items():
        for field, named, held, due in (
            ("codes", file.codes, set(content.codes), file.when == "code"),
            ("modifiers", file.modifiers, modifiers, file.when == "modifier"),
        ):
            if bool(named) != due:
                got = ", ".join(named) or "nothing"
                takes = f"one or more with {file.when}" if due else f"none with {file.when}"
                yield Problem(f"demands/{key}.yaml", field, got, takes)
            for place, name in enumerate(named):
                if name not in held:
                    takes = f"one of {field} that are held"
                    yield Problem(f"demands/{key}.yaml", f"{field}[{place}]", name, takes)
