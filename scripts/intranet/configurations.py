"""What each server is told, made from the policy of the build and one table of types."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from scripts.intranet.origin import Origin
from scripts.runtime.responses import ASKED_AGAIN, ASSETS, FOLDER, FOR_EVER, TYPES

TEMPLATES = Path(__file__).resolve().parent / "templates"
FOLDER_OF_SITE = "/therapy/"
# Each file of the archive, its template, and the folder that the site is served from.
FILES = {
    "nginx/own-host.conf": ("nginx.j2", "/"),
    "nginx/in-folder.conf": ("nginx.j2", FOLDER_OF_SITE),
    "apache/own-host.conf": ("apache.j2", "/"),
    "apache/in-folder.conf": ("apache.j2", FOLDER_OF_SITE),
    "apache/htaccess": ("apache.j2", "/"),
    "iis/web.config": ("web.config.j2", "/"),
    "caddy/Caddyfile": ("Caddyfile.j2", "/"),
    "caddy/in-folder.Caddyfile": ("Caddyfile.j2", FOLDER_OF_SITE),
}
# The templates write plain text and one XML file, whose values they escape by name.
WORDS = Environment(  # noqa: S701
    loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, keep_trailing_newline=True
)


def configurations(headers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Write each server's configuration: its path in the archive, its text."""
    for name, (template, prefix) in FILES.items():
        text = WORDS.get_template(template).render(
            file=name.rpartition("/")[2],
            prefix=prefix,
            headers=headers,
            types=TYPES,
            assets=ASSETS,
            edition=FOLDER.pattern,
            again=ASKED_AGAIN,
            for_ever=FOR_EVER,
        )
        yield f"configurations/{name}", text


def read_me(origin: Origin) -> str:
    """Write what an administrator reads first."""
    return WORDS.get_template("README.j2").render(release=origin.release, commit=origin.commit)


def headers_of(file: Path) -> dict[str, str]:
    """Read the headers that the build wrote with the pages."""
    read: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return read
