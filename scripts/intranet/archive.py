"""One archive of a built site: the same bytes for the same commit."""

import zipfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from scripts.intranet.bill import bill
from scripts.intranet.configurations import configurations, headers_of, read_me
from scripts.intranet.inside import inside
from scripts.intranet.licences import licences
from scripts.intranet.origin import Origin
from scripts.intranet.packed import HARDEST, packed

SUMS = "SHA256SUMS"
ALREADY_PACKED = (".br", ".gz", ".png", ".woff2")
READABLE = 0o100644 << 16  # a file that its owner writes and everybody reads
UNIX = 3


def contents(
    root: Path, site: Path, headers: Path, origin: Origin, brotli_at: int = HARDEST
) -> dict[str, bytes]:
    """Give every file of the archive by its path, the checksums among them."""
    served = {
        file.relative_to(site).as_posix(): file.read_bytes()
        for file in sorted(site.rglob("*"))
        if file.is_file() and file.suffix != ".gz"  # the builder's own, which holds the clock
    }
    parts = inside(root, site)
    texts = {
        "README.txt": read_me(origin),
        "sbom.cdx.json": bill(origin, parts),
        **dict(configurations(headers_of(headers))),
        **dict(licences(root, parts)),
    }
    whole = {name: text.encode() for name, text in texts.items()}
    whole |= {f"site/{name}": content for name, content in served.items()}
    whole |= {f"site/{name}": content for name, content in packed(served, brotli_at)}
    lines = [f"{sha256(whole[name]).hexdigest()}  {name}\n" for name in sorted(whole)]
    return {**whole, SUMS: "".join(lines).encode()}


def write(files: Mapping[str, bytes], origin: Origin, folder: Path) -> Path:
    """Write the archive into a folder, everything in it below its own name; return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{origin.name}.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{origin.name}/{name}", origin.when.timetuple()[:6])
            stored = name.endswith(ALREADY_PACKED)
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = UNIX, READABLE
            archive.writestr(entry, files[name])
    return path
