"""What the fee schedule lists: codes without a line or an amount, and every locality."""

from collections.abc import Iterator

from tests.oracle.cases.case import Because, Case, timed, visit, worked_out
from tests.oracle.cases.edges.money import DAY
from tests.oracle.figures import in_force
from tests.oracle.pricing import Schedule
from tests.oracle.services import NEVER_PAID

SCHEDULE = {
    2025: Because(("cms-rvu25d", "cms-rvu26b-readme"), "official"),
    2026: Because(("cms-rvu26b", "cms-rvu26b-readme"), "official"),
}
PRICED = {
    2025: Because(("cms-rvu25d", "cms-gpci-2025", "cfr-42-414-22")),
    2026: Because(("cms-rvu26b", "cms-gpci-2026", "cfr-42-414-22")),
}


def statuses() -> Iterator[Case]:
    """List every code of the family that has no line of its own, or a line without an amount."""
    for year, day in DAY.items():
        figures = in_force(day)
        schedule = Schedule(figures, figures.places["national"], figures.factor)
        for code, row in sorted(figures.rows.items()):
            if row.status not in NEVER_PAID and schedule.priced(code):
                continue
            asked = visit(
                timed((code, 15), ("97530", 7 if row.status in NEVER_PAID else 8)), date=day
            )
            says = f"{code}, status {row.status} in {year}, beside 97530"
            yield worked_out(SCHEDULE[year], asked, says, "units", "unit_amounts", "allowed")


def fees() -> Iterator[Case]:
    """Price two units of 97530 in every locality of each year, for one of the two factors."""
    for year, day in DAY.items():
        for turn, place in enumerate(sorted(in_force(day).places)):
            qualifying = turn % 2 == 1
            asked = visit(timed(("97530", 23)), date=day, locality=place, qualifying_apm=qualifying)
            whom = "a qualifying participant" if qualifying else "others"
            says = f"Two units of 97530 in {year} in {place}, for {whom}"
            yield worked_out(PRICED[year], asked, says, "unit_amounts", "allowed")
