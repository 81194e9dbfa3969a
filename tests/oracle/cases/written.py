"""The files of tests/vectors/, as they have to be: cases by hand first, then the edges."""

from collections.abc import Callable, Iterator
from pathlib import Path

from scripts.pages.api.layout import laid_out
from tests.oracle.cases import by_hand
from tests.oracle.cases.case import JSON, Case
from tests.oracle.cases.edges import counts, furnished, listed, money, plans

FOLDER = Path("tests/vectors")
SCHEMA = "schema.json"
EDGES: dict[str, Callable[[], Iterator[Case]]] = {
    "units": counts.units,
    "ties": counts.ties,
    "midpoint": counts.midpoint,
    "pair": counts.pair,
    "assistants": furnished.assistants,
    "plans": plans.plans,
    "fees": listed.fees,
    "statuses": listed.statuses,
    "mppr": money.mppr,
    "threshold": money.threshold,
    "costshare": money.costshare,
}
GROUPS = (*EDGES, "untimed", "services", "refusals")


def files() -> Iterator[tuple[str, str]]:
    """Yield the name and text of every file of cases."""
    for group in GROUPS:
        yield f"{group}.json", laid_out(_file(group)) + "\n"


def _file(group: str) -> JSON:
    title, cases = by_hand.read(group)
    if group in EDGES:
        cases += EDGES[group]()
    return {
        "$schema": SCHEMA,
        "group": group,
        "title": title,
        "licence": "MIT",
        "cases": [case.written() for case in cases],
    }
