"""Each section of a code's text has its standing and sources in the YAML beside it."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem
from scripts.content.prose import HEADINGS


def lint(content: Content) -> Iterator[Problem]:
    """Report each section without a standing, and each standing without a section."""
    texts = content.code_texts()
    for code, file in content.codes.items():
        written = {HEADINGS.get(section.heading): section for section in texts.get(code, ())}
        said = {str(key) for key in file.text}
        for key, section in written.items():
            if key and key not in said:
                takes = f"text.{key} with standing and sources in codes/{code}.yaml"
                yield Problem(f"codes/{code}.md", "", section.heading, takes, section.line)
        for key in sorted(said - {str(key) for key in written}):
            takes = f"such a section in codes/{code}.md"
            yield Problem(f"codes/{code}.yaml", f"text.{key}", "a standing alone", takes)
