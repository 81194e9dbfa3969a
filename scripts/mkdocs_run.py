"""One run of the site builder, its complaints turned into lines that name file and line."""

import logging
import os
import re
from pathlib import Path

from scripts.stages import Refused, without_clock

LINK = re.compile(r"Doc file '(?P<file>[^']+)' contains (?:a|an) .*?link '(?P<link>[^']+)'")
READING = re.compile(r"Error reading page '(?P<file>[^']+)': (?P<why>.*)")


class _Kept(logging.Handler):
    """Everything that the builder warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def build(root: Path, into: Path) -> None:
    """Build the site from build/docs into a folder; raises `Refused` at any warning."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # the theme's notice of its end of life, known here
    from mkdocs.commands.build import build as run  # noqa: PLC0415  it takes its time to load
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import Abort, MkDocsException  # noqa: PLC0415

    kept, log = _Kept(), logging.getLogger("mkdocs")
    log.addHandler(kept)
    log.propagate = False
    try:
        with without_clock(), (root / "mkdocs.yml").open("rb") as file:
            run(load_config(config_file=file, site_dir=str(into)))
    except (Abort, MkDocsException, OSError) as error:
        kept.said.append(str(error))
    finally:
        log.removeHandler(kept)
    if kept.said:
        raise Refused("\n".join(_placed(root, said) for said in kept.said if said))


def _placed(root: Path, said: str) -> str:
    """Name the file and line that a complaint is about, where it tells."""
    reading = READING.search(said)
    if reading:
        return f"docs/{reading['file']}: {reading['why']}"
    link = LINK.search(said)
    if not link:
        return f"mkdocs.yml: {said}"
    written = root / "docs" / link["file"]
    lines = written.read_text(encoding="utf-8").splitlines() if written.is_file() else []
    number = next((place for place, line in enumerate(lines, 1) if link["link"] in line), 0)
    return f"docs/{link['file']}:{number}: a link that leads nowhere: {link['link']}"
