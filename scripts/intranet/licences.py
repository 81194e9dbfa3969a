"""The licences of all that is inside, as files."""

from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

from scripts.intranet.inside import FONTS, THEME, Part

TEXTS = Path(__file__).resolve().parent / "licences"
OURS = ("LICENSE", "LICENSE-CONTENT", "NOTICE")
ICONS = "material/templates/.icons/material/LICENSE"


def licences(root: Path, parts: list[Part]) -> Iterator[tuple[str, str]]:
    """Yield each file: path in the archive, text."""
    yield "licences/README.txt", _list(parts)
    for name in OURS:
        yield f"licences/{name}.txt", (root / name).read_text(encoding="utf-8")
    for name in FONTS:
        text = (root / "node_modules" / name / "LICENSE").read_text(encoding="utf-8")
        yield f"licences/{name.rpartition('/')[2]}.txt", text
    theme = distribution(THEME)
    for text in filter(None, map(theme.read_text, ("licenses/LICENSE", "LICENSE"))):
        yield f"licences/{THEME}.txt", text
        break
    icons = Path(str(theme.locate_file(ICONS))).read_text(encoding="utf-8")
    yield "licences/material-design-icons.txt", icons
    for file in sorted(TEXTS.glob("*.txt")):
        yield f"licences/{file.name}", file.read_text(encoding="utf-8")


def _list(parts: list[Part]) -> str:
    lines = [
        "What is inside the site, and under which licence (SPDX names).",
        "Our program: MIT. Our text and content: CC BY 4.0. NOTICE.txt says what is nobody's.",
        "",
    ]
    for part in parts:
        lines.append(_line(part, ""))
        lines += [_line(each, "  ") for each in part.parts]
    return "\n".join([*lines, ""])


def _line(part: Part, indent: str) -> str:
    return f"{indent}{' '.join(filter(None, (part.name, part.version)))}: {part.licence}"
