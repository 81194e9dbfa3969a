"""The list of decision records, by title, made from the records themselves."""

from pathlib import Path

from scripts.pages.prose import HEAD
from scripts.stages import Refused


def index(folder: Path) -> str:
    """Write a Markdown list of every record: its heading, and the sentence under it."""
    lines = []
    for record in sorted(folder.glob("*.md")):
        if record.name == "index.md":
            continue
        text = HEAD.sub("", record.read_text(encoding="utf-8"))
        parts = [part.strip() for part in text.split("\n\n") if part.strip()]
        title, says, *_ = (*parts, "", "")
        if not title.startswith("# ") or not says:
            raise Refused(f"docs/about/decisions/{record.name}:1: takes a heading and a paragraph")
        sentence = " ".join(says.split())
        lines.append(f"* [{title.removeprefix('# ').strip()}]({record.name}): {sentence}")
    return "\n".join(lines) + "\n"
