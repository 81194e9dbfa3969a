"""The packed forms of a file, for servers that hand them out as they stand."""

import zlib
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from gzip import compress

import brotli  # type: ignore[import-untyped]

from scripts.runtime.responses import FOLDER

PACKED = (
    ".bin",
    ".css",
    ".html",
    ".ics",
    ".js",
    ".json",
    ".map",
    ".mjs",
    ".svg",
    ".txt",
    ".wasm",
    ".whl",
)
PACKED_TOO = (".xml", ".zip")  # a stored archive packs better as a whole
WORTH = 1000  # bytes: below, the headers weigh more
HARDEST = 11
QUICK = 5  # pages are many and small: the last steps take minutes and gain little


def packed(files: Mapping[str, bytes], brotli_at: int = HARDEST) -> Iterator[tuple[str, bytes]]:
    """Yield the packed forms of all files that are worth it: path with .br or .gz, content."""
    worth = [
        (name, content)
        for name, content in files.items()
        if name.endswith(PACKED + PACKED_TOO) and len(content) >= WORTH
    ]

    def both(file: tuple[str, bytes]) -> tuple[bytes, bytes]:
        name, content = file
        quality = brotli_at if FOLDER.match(name) else min(brotli_at, QUICK)
        squeezed = compress(content, zlib.Z_BEST_COMPRESSION, mtime=0)
        return squeezed, brotli.compress(content, quality=quality)

    with ThreadPoolExecutor() as pool:  # both libraries let other threads run meanwhile
        for (name, content), (gzipped, brotlied) in zip(worth, pool.map(both, worth), strict=True):
            for ending, form in ((".gz", gzipped), (".br", brotlied)):
                if len(form) < len(content):
                    yield name + ending, form
