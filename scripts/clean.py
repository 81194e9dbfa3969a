"""Remove what the other verbs made: build/, site/ and dist/. What was installed stays."""

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GENERATED = ("build", "site", "dist")


def main(root: Path = ROOT) -> None:
    """Remove the generated folders, and name each one removed."""
    for name in GENERATED:
        folder = root / name
        if folder.is_dir():
            shutil.rmtree(folder)
            print(f"removed {name}/")


if __name__ == "__main__":
    main()
