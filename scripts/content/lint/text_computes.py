"""No figure is typed in a code's text: the page takes each from where it is held."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem
from scripts.content.prose import typed


def lint(content: Content) -> Iterator[Problem]:
    """Report each paragraph that holds dollars, a share, a factor, minutes or units."""
    for code, sections in content.code_texts().items():
        for entry in (entry for section in sections for entry in section.entries):
            for words in (entry.title, *entry.paragraphs, *entry.items):
                found = typed(words)
                if found:
                    takes = "an include of build/include, so that it is computed"
                    yield Problem(f"codes/{code}.md", "", found, takes, entry.line)
