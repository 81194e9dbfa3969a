"""What running Python in the page costs on the wire: every file that was asked for to that end."""

from collections.abc import Callable
from pathlib import Path

from scripts.bench.figures import Figure
from scripts.bench.server import Server
from scripts.bench.sides import DELIVERED, OURS, RUNTIME, gzipped, packed
from scripts.runtime import edition

BESIDES = (
    "worker.js",
    "engine.js",
    "files.js",
    "trouble.js",
    "reference.json",
)


def measure(server: Server) -> list[Figure]:
    """Weigh what both sides' pages have asked of the server, packed with brotli and with gzip."""
    ways: dict[str, Callable[[Path], int]] = {
        "wire_bytes": lambda file: len(packed(file, server.root)),
        "wire_bytes_gzip": gzipped,
    }
    return [
        Figure(
            name, "bytes", [weigh(server, OURS, way)], {DELIVERED: [weigh(server, DELIVERED, way)]}
        )
        for name, way in ways.items()
    ]


def weigh(server: Server, side: str, way: Callable[[Path], int]) -> int:
    """Add up what a side's page asked for to run Python."""
    asked, assets = server.asked[side], edition.folder(server.root / "site")
    return sum(
        way(file)
        for name, file in server.sides[side].items()
        if name in asked and name.removeprefix(assets).startswith((RUNTIME, *BESIDES))
    )
