"""An error in a program that people write, as one plain line with its file and line."""

import traceback
from pathlib import Path

OURS = ("calculator", "scripts")


def plain(root: Path, error: BaseException) -> str:
    """Write `file:line: what`; the file is the last one of ours that the error came through."""
    file, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    if file and line:  # a syntax error, of Python or of a template, names its own place
        return f"{_short(root, str(file))}:{line}: {getattr(error, 'msg', None) or error}"
    frames = traceback.extract_tb(error.__traceback__)
    ours = [each for each in frames if Path(_short(root, each.filename)).parts[0] in OURS]
    said = f"{type(error).__name__}: {error}"
    return f"{_short(root, ours[-1].filename)}:{ours[-1].lineno}: {said}" if ours else said


def _short(root: Path, file: str) -> str:
    path = Path(file)
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else file
