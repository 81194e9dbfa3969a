"""Changes to content/, kept aside until all of them are made; then the folder is swapped, whole."""

import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

PREFIX = ".content-import-"


@dataclass(slots=True)
class Edits:
    """Files below `root` as they will be; nothing is written before `swap`."""

    root: Path
    texts: dict[str, str] = field(default_factory=dict)

    def text(self, file: str) -> str | None:
        """Read a file as it will be; None where there is none."""
        if file in self.texts:
            return self.texts[file]
        path = self.root / file
        return path.read_text(encoding="utf-8") if path.is_file() else None

    def put(self, file: str, text: str) -> None:
        """Change or add a file."""
        self.texts[file] = text

    def names(self, folder: str, suffix: str) -> list[str]:
        """List the files of a folder as they will be, by name."""
        held = (path.name for path in (self.root / folder).glob(f"*{suffix}"))
        added = (file.rpartition("/") for file in self.texts)
        more = (name for place, _, name in added if place == folder and name.endswith(suffix))
        return sorted({*held, *more})

    def changed(self) -> list[str]:
        """List the files that will not be as they are."""
        return sorted(
            file for file, text in self.texts.items() if Edits(self.root).text(file) != text
        )

    def swap(self) -> tuple[Path, ...]:
        """Make the new folder beside the old one and put it in its place; gives what changed."""
        changed = self.changed()
        if not changed:
            return ()
        root = self.root.resolve()
        aside = Path(tempfile.mkdtemp(prefix=PREFIX, dir=root.parent))
        try:
            self._swap(root, aside, changed)
        finally:
            if root.is_dir():  # else the old folder lies there, and nowhere else
                shutil.rmtree(aside)
        return tuple(self.root / file for file in changed)

    def _swap(self, root: Path, aside: Path, changed: list[str]) -> None:
        new, old = aside / "new", aside / "old"
        shutil.copytree(root, new, symlinks=True)
        for file in changed:
            (new / file).parent.mkdir(parents=True, exist_ok=True)
            (new / file).write_text(self.texts[file], encoding="utf-8", newline="\n")
        root.rename(old)
        try:
            new.rename(root)
        except BaseException:
            old.rename(root)
            raise
