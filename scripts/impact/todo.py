"""What an update leaves to do by hand, each with its file."""

from collections.abc import Iterable, Iterator
from datetime import date

from scripts.content.library import Library
from scripts.content.model.updates import Moves
from scripts.impact.pages import Site
from scripts.impact.state import State
from scripts.pages import prices
from scripts.pages.releases import newest, series

AWAITED = "content/awaited.yaml"
VECTORS = ".venv/bin/python -m tests.oracle.cases.write"


def todo(
    before: State, after: State, moved: Moves, site: Site, unpriced: Iterable[date]
) -> Iterator[str]:
    """Yield what is to be done, in the order in which to do it."""
    for problem in after.problems:
        yield f"content/{problem}"
    yield from _awaited(before.facts.library, after.facts.library)
    yield from _next(before.facts.library, after.facts.library)
    for day in unpriced:
        yield f"content/figures/{prices.FACTOR}.yaml: add the factor that begins on {day}"
    yield from _by_file(site.disagreements)
    if moved.vectors:
        yield (
            f"tests/vectors/: {len(moved.vectors)} cases are answered otherwise; look at each, "
            f"then write them anew once built: {VECTORS}"
        )


def _next(before: Library, after: Library) -> Iterator[str]:
    """Yield each new release after which nothing is awaited."""
    followed = {name for entry in after.awaited for name in entry.follows}
    for path, release in newest(after.releases).items():
        if path not in before.releases and path not in followed:
            yield f"{AWAITED}: say what is awaited after {path}, which ends on {release.end}"


def _by_file(disagreements: Iterable[str]) -> Iterator[str]:
    """Yield each file that disagrees once, with its lines."""
    lines: dict[str, list[str]] = {}
    for said in disagreements:
        file, _, rest = said.partition(":")
        lines.setdefault(file, []).append(rest.partition(":")[0])
    for file, numbers in lines.items():
        places = ", ".join(dict.fromkeys(numbers))
        yield f"{file}: look at what it expects in line {places}, listed above"


def _awaited(before: Library, after: Library) -> Iterator[str]:
    """Yield each entry that awaits what has come: by its name, or for a day that is held now."""
    come = {path: each for path, each in after.releases.items() if path not in before.releases}
    for entry in after.awaited:
        for path, release in come.items():
            named = path.rpartition("/")[2] == entry.key
            follows = series(path) in map(series, entry.follows)
            if named or (follows and release.holds_on(entry.needed_from)):
                yield (
                    f"{AWAITED}: {entry.key} is awaited from {entry.needed_from}, and "
                    f"{release.release} is held; take the entry out, or let it name what comes next"
                )
