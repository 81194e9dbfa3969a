"""Where money turns: equal practice expenses, a cent around threshold and deductible."""

from collections.abc import Iterator
from itertools import combinations, product

from tests.oracle import answer
from tests.oracle.cases.case import JSON, Because, Case, timed, visit, worked_out
from tests.oracle.figures import in_force, whole
from tests.oracle.services import FIRST, TIMED

DAY = {2025: "2025-07-01", 2026: "2026-07-01"}
REDUCTION = Because(("usc-42-1395w-4-b-7", "settled-mppr-order", "cms-rvu26b"))
ACCRUAL = {
    2025: Because(("prombs-kx-2025", "pub-100-04-ch05-10-3", "settled-kx-accrual"), "unverified"),
    2026: Because(
        ("cms-therapy-services", "pub-100-04-ch05-10-3", "settled-kx-accrual"), "unverified"
    ),
}
SHARES = Because(("usc-42-1395l", "fcso-sequestration", "settled-net-by-line"))
ASSISTANTS = Because(
    ("usc-42-1395m-v", "settled-assistant-share", "settled-net-by-line"), "disputed"
)
CENT_AROUND = {-1: "a cent below", 0: "at", 1: "a cent above"}
LINES_OF = {"PT": "97530", "OT": "97535", "SLP": FIRST}


def dollars(cents: int) -> str:
    """Write cents as the door takes them."""
    return f"{cents // 100}.{cents % 100:02}"


def mppr() -> Iterator[Case]:
    """Take every two timed codes whose practice expense and fee rank otherwise, or tie."""
    rows = in_force(DAY[2026]).rows
    for first, second in combinations(sorted(code for code in TIMED if code != FIRST), 2):
        one, other = rows[first], rows[second]
        expense = one.practice_expense - other.practice_expense
        if expense == 0 or expense * (one.total - other.total) <= 0:
            asked = visit(timed((first, 15), (second, 15)), date=DAY[2026])
            says = f"Which unit is paid whole: {first} beside {second}"
            yield worked_out(REDUCTION, asked, says, "unit_amounts", "allowed")


def threshold() -> Iterator[Case]:
    """Come to a cent around the threshold of each year and discipline with one unit to three."""
    for (year, day), (discipline, code), units in product(DAY.items(), LINES_OF.items(), (1, 2, 3)):
        asked = visit(timed((code, 15 * units)), date=day, discipline=discipline)
        limit = in_force(day).thresholds["ot" if discipline == "OT" else "pt-slp"]
        room = limit - whole(answer.evaluate(asked)["allowed"], 2)
        for cent, where in CENT_AROUND.items():
            used = {**asked, "threshold_used": dollars(room + cent)}
            says = f"{discipline} in {year}, units of {code}: {units}, {where} the threshold"
            yield worked_out(ACCRUAL[year], used, says, "modifiers", "allowed")


def costshare() -> Iterator[Case]:
    """Leave a cent around what three lines come to of the deductible, with and without CQ."""
    for key, who, because in (
        ("minutes", "therapist", SHARES),
        ("assistant_minutes", "assistant", ASSISTANTS),
    ):
        services: list[JSON] = [
            {"code": code, "minutes": 0} | {key: 15} for code in ("97530", "97110", "97140")
        ]
        asked = visit(services)
        lines = answer.evaluate(asked)["lines"]
        sums = [sum(whole(line["unit_amounts"][0], 2) for line in lines[: n + 1]) for n in range(3)]
        for (place, sum_), (cent, where) in product(enumerate(sums, 1), CENT_AROUND.items()):
            owed = {**asked, "deductible_remaining": dollars(sum_ + cent)}
            says = f"The {who}’s three lines, the deductible {where} what {place} come to"
            yield worked_out(because, owed, says, "net")
