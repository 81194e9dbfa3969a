"""`python -m scripts.impact --before REV`: what the content tells otherwise than at a revision."""

import argparse
import sys
import tempfile
from pathlib import Path

from scripts.content.problems import ContentRefused
from scripts.impact import report, revision, state, tell
from scripts.stages import Refused

ROOT = Path(__file__).resolve().parent.parent.parent


def options(arguments: list[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m scripts.impact", description=__doc__)
    parser.add_argument("--before", required=True, help="revision of git: main, HEAD~1")
    parser.add_argument("--markdown", action="store_true", help="as Markdown, for a pull request")
    return parser.parse_args(arguments)


def told(root: Path, before: str, *, markdown: bool) -> str:
    """Compare content/ with what it was at a revision of git, and write the report.

    Where the programs have changed so far that they cannot read it as it was, the report says that.
    Raises `Refused` where there is no such revision, or content/ as it stands cannot be read.
    """
    with tempfile.TemporaryDirectory() as folder:
        held = revision.unpack(root, before, Path(folder))
        try:
            new = state.load(root / "content", root)
        except ContentRefused as refused:
            raise Refused(_unread("content/", refused)) from refused
        try:
            old = state.load(held, root)
        except ContentRefused as refused:
            said = f"Not compared: {_unread(f'content/ of {before}', refused)}"
            return f"## Impact\n\n```text\n{said}\n```\n" if markdown else said
    made = report.compare(old, new, root)
    of = f"content/ of {before} against content/ as it stands, with the programs of today"
    return tell.markdown(made, new, of) if markdown else tell.text(made, new)


def _unread(name: str, refused: ContentRefused) -> str:
    said = "\n".join(f"content/{each}" for each in refused.problems)
    return f"{name} cannot be read by the programs of today:\n{said}"


def main() -> None:
    """Print the report; status 1 where content/ as it stands cannot be read."""
    asked = options()
    try:
        print(told(ROOT, asked.before, markdown=asked.markdown))
    except Refused as refused:
        sys.exit(f"Not compared: {refused}")


if __name__ == "__main__":
    main()
