"""A code's own text as HTML: paragraphs, lists, entries with an anchor each, and its standing."""

from scripts.content.joined import Code, Text
from scripts.pages.facts import Facts
from scripts.pages.template import render

ROOT = "../../"


def sections(facts: Facts, code: Code) -> dict[str, str]:
    """Write each section that a code's text has, by its anchor."""
    return {key: _section(facts, text) for key, text in code.texts.items()}


def _section(facts: Facts, text: Text) -> str:
    name = "activities.html" if text.key == "activities" else "text.html"
    return render(name, text=text, sources=facts.library.sources, root=ROOT)
