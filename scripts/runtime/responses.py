"""How every file goes out, whatever the server: its type, and how long it may be kept."""

import re

ASSETS = "assets"
LENGTH = 12  # hexadecimal digits that name an edition: far more than there will ever be
FOLDER = re.compile(rf"{ASSETS}/[0-9a-f]{{{LENGTH}}}/")
TYPES = {
    ".bin": "application/octet-stream",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".whl": "application/zip",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
FOR_EVER = "public, max-age=31536000, immutable"
ASKED_AGAIN = "no-cache"


def kept(path: str) -> str:
    """Say how long the file at a path below the site's root may be kept without asking again."""
    return FOR_EVER if FOLDER.match(path) else ASKED_AGAIN
