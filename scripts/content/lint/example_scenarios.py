"""Every worked example has its scenario beside it, and every scenario its example."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each example without a scenario, and each scenario without an example."""
    told = {file for file in content.texts if file.startswith("examples/")}
    due = {f"examples/{key}.md" for key in content.examples}
    for file in sorted(due - told):
        takes = f"{file} beside it, which tells what happened"
        yield Problem(file.replace(".md", ".yaml"), "", "no scenario", takes)
    for file in sorted(told - due):
        yield Problem(file, "", "a scenario alone", "an example of the same name beside it")
