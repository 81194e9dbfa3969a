"""`python -m scripts.content`: read and lint content/, say what is wrong or how much is there."""

import sys
from pathlib import Path

from scripts.content.library import Library, load
from scripts.content.problems import ContentRefused

ROOT = Path("content")


def main() -> int:
    """Return 0 where content/ is in order, 1 where it is not."""
    try:
        library = load(ROOT)
    except ContentRefused as refused:
        for problem in refused.problems:
            print(f"{ROOT}/{problem}")
        return 1
    print(_counts(library))
    return 0


def _counts(library: Library) -> str:
    names = ("codes", "localities", "figures", "rules", "sources", "releases")
    counts = ", ".join(f"{len(getattr(library, name))} {name}" for name in names)
    first, last = library.days
    return f"content in order: {counts}; dates of service {first} to {last}"


if __name__ == "__main__":
    sys.exit(main())
