"""Build the site and write one archive for intranets to dist/. `python -m scripts.package`."""

import sys
from pathlib import Path

from scripts import build
from scripts.intranet import archive
from scripts.intranet.origin import origin
from scripts.stages import Refused

ROOT = Path(__file__).resolve().parent.parent
DIST = "dist"


def main(root: Path = ROOT) -> None:
    """Build, pack, and name the archive."""
    build.main()
    try:
        made_from = origin(root)
    except Refused as refused:
        sys.exit(f"\nNot packed: {refused}")
    print("Packing; the large files take a minute …", flush=True)
    files = archive.contents(root, root / build.SITE, root / build.HEADERS, made_from)
    path = archive.write(files, made_from, root / DIST)
    size = path.stat().st_size / 1_000_000
    print(f"{path.relative_to(root)}: {len(files)} files, {size:.1f} MB. README.txt in it goes on.")


if __name__ == "__main__":
    main()
