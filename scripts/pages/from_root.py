"""What is read both at the root of the project and on the site, from one source."""

from collections.abc import Iterator
from pathlib import Path

from scripts.stages import Refused

SHOWN = ("CHANGELOG.md", "CONTRIBUTING.md")


def fragments(root: Path) -> Iterator[tuple[str, str]]:
    """Yield each file below its heading, which the page that includes it brings itself."""
    for name in SHOWN:
        heading, _, text = (root / name).read_text(encoding="utf-8").partition("\n")
        if not heading.startswith("# "):
            raise Refused(f"{name}:1: got {heading!r}, takes a heading: # and its title")
        yield f"root/{name}", text.strip() + "\n"
