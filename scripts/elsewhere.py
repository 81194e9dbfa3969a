"""Build as on another machine and another day: `python -m scripts.elsewhere [LAST STAGE]`.

The clock is more than a year ahead, and every folder lists its files backwards. What the build
makes must not show it. scripts.reproduce runs this in a copy of the project.
"""

import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import time_machine

LATER = timedelta(days=400, hours=7)


class Backwards(Iterator[Any]):
    """The entries of a folder from the last to the first, as `os.scandir` gives them."""

    def __init__(self, entries: list[Any]) -> None:
        self._left = entries

    def __next__(self) -> Any:  # noqa: ANN401  names or entries, as asked
        """Give the next one before."""
        if not self._left:
            raise StopIteration
        return self._left.pop()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the rest go."""
        self._left = []


def turn_folders() -> None:
    """Let this Python list every folder backwards, by name."""
    scandir, listdir = os.scandir, os.listdir

    def scanned(path: Any = ".") -> Backwards:  # noqa: ANN401  as there
        with scandir(path) as entries:
            return Backwards(sorted(entries, key=lambda entry: entry.name))

    def listed(path: Any = ".") -> list[Any]:  # noqa: ANN401
        return sorted(listdir(path), reverse=True)

    os.scandir = scanned  # type: ignore[assignment]
    os.listdir = listed


def main() -> None:
    """Run the stages of the build, all or as far as the one that is named."""
    turn_folders()
    with time_machine.travel(datetime.now(UTC) + LATER):
        from scripts import build, stages  # noqa: PLC0415  nothing may have read the clock before

        names = [stage.name for stage in build.STAGES]
        last = sys.argv[1] if sys.argv[1:] else names[-1]
        stages.run(Path.cwd(), build.STAGES[: names.index(last) + 1], print)


if __name__ == "__main__":
    main()
