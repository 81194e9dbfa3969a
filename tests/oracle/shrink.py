"""Make a visit that two programs answer differently as small as it can be while they still do."""

from collections.abc import Callable, Iterator
from typing import Any

Visit = dict[str, Any]
PLAIN: Visit = {
    "date": "2026-03-02",
    "discipline": "PT",
    "method": "cms",
    "locality": "national",
    "qualifying_apm": False,
    "threshold_used": "0.00",
    "deductible_remaining": "0.00",
}
OPTIONAL = ("assistant_minutes", "together_minutes", "discipline")
COUNTED = ("minutes", "assistant_minutes", "together_minutes")


def smallest(visit: Visit, fails: Callable[[Visit], bool]) -> Visit:
    """Take steps down from a visit that fails, each to one that fails too, until there is none."""
    while smaller := next((each for each in _smaller(visit) if fails(each)), None):
        visit = smaller
    return visit


def _smaller(visit: Visit) -> Iterator[Visit]:
    """Give every visit one step plainer, the longest steps first."""
    services = visit["services"]
    if len(services) > 1:
        for place in range(len(services)):
            yield {**visit, "services": services[:place] + services[place + 1 :]}
    if "threshold_used_other" in visit:
        yield {name: value for name, value in visit.items() if name != "threshold_used_other"}
    for name, value in PLAIN.items():
        if visit[name] != value:
            yield {**visit, name: value}
    for place, row in enumerate(services):
        for plainer in _plainer(row):
            yield {**visit, "services": [*services[:place], plainer, *services[place + 1 :]]}


def _plainer(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Give every row one step plainer: a field less, fewer minutes."""
    for name in OPTIONAL:
        if name in row:
            yield {key: value for key, value in row.items() if key != name}
    for name in COUNTED:
        minutes = row.get(name, 0)
        for fewer in sorted({0, minutes // 2, minutes - 15, minutes - 1}):
            if 0 <= fewer < minutes:
                yield {**row, name: fewer}
