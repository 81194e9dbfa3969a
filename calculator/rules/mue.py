"""Units of a day against the MUE: how many of a code are likely, and what is above them."""

from datetime import date
from itertools import groupby

from calculator.reference.limits import Limit
from calculator.words.explained import Explained, Finding, Step
from calculator.words.same_day import DayLine
from calculator.words.sentences import counted, listed, number
from calculator.words.vocabulary import Setting

BY_LINE = "1"
MEANS = {
    BY_LINE: "MAI 1 counts each line by itself: one above it is met with a denial.",
    "2": (
        "MAI 2 counts all units of the day, against policy or what the code means: no record and no"
        " modifier opens it."
    ),
    "3": (
        "MAI 3 counts all units of the day, against a clinical benchmark: above it a denial comes"
        " first, and the units may be paid where the record shows that they were given, needed and"
        " coded rightly."
    ),
}
HOW_FAR = (
    "Whether such a denial takes the whole line or only the units above the limit is not settled by"
    " what is held here."
)
MEANS_CITES = ("mue-indicators-ngs", "mue-indicators-coding-site")


def check(
    billed: tuple[DayLine, ...], limits: dict[str, Limit | None], setting: Setting, day: date
) -> Explained[tuple[str, ...]]:
    """Return the codes whose units are above their MUE; as many units as the MUE are within it.

    `limits` has the newest MUE of each code that had begun by that day, None where none is held.
    """
    known = {code: limit for code, limit in limits.items() if limit}
    held = sorted(known.items(), key=lambda each: each[1].start, reverse=True)
    units = {code: _counted(code, billed, limit) for code, limit in held}
    beyond = tuple(code for code, limit in held if units[code] > limit.units)
    steps = [
        _compared(tuple(same), units, setting, day)
        for _, same in groupby(held, key=lambda each: each[1].release)
    ]
    found = [_above(code, known[code], units[code], setting, day) for code in beyond]
    missing = [code for code, limit in limits.items() if limit is None]
    return Explained(beyond, tuple(steps), (*found, *_not_held(missing, setting, day)))


def _counted(code: str, billed: tuple[DayLine, ...], limit: Limit) -> int:
    """Count the units that are held against the limit: the day's, or those of the longest line."""
    lines = [units for each, units, _ in billed if each == code]
    return max(lines) if limit.indicator == BY_LINE else sum(lines)


def _compared(
    same: tuple[tuple[str, Limit], ...], units: dict[str, int], setting: Setting, day: date
) -> Step:
    """Say what one release makes of the units of its codes."""
    limit = same[0][1]
    when = f"which answers for {day}" if limit.exact(day) else f"the last seen before {day}"
    against = listed(f"{code} {units[code]} of {limit.units}" for code, limit in same)
    says = f"{limit.release}, {setting.named}, {when}. Units billed of those likely: {against}."
    within = all(units[code] <= limit.units for code, limit in same)
    sources = dict.fromkeys(source for _, limit in same for source in limit.sources)
    return Step("mue", says, tuple(sources), "within" if within else "above")


def _above(code: str, limit: Limit, units: int, setting: Setting, day: date) -> Finding:
    seen = limit.release
    if not limit.exact(day):
        seen = f"last seen in {seen}; no later file that has it and answers for {day} is held here"
    says = (
        f"{code}: {counted(units, 'unit')}, {number(units - limit.units)} above its MUE of"
        f" {limit.units} ({setting.named}, {seen}). {MEANS[limit.indicator]} {HOW_FAR}"
    )
    return Finding("mue", says, (*limit.sources, *MEANS_CITES))


def _not_held(codes: list[str], setting: Setting, day: date) -> list[Finding]:
    if not codes:
        return []
    says = (
        f"No MUE of {listed(codes)} is held for the {setting.named} on {day}: the units were not"
        " compared. That is not the same as no limit."
    )
    return [Finding("mue", says, ())]
