"""CMS units: timed minutes pooled, full 15-minute units first, the rest to the most left over."""

from calculator.words.allocation import Allocation, Tie
from calculator.words.explained import Explained, Finding, Step
from calculator.words.quarter_hours import FIRST_BOUNDARY, QUARTER, boundaries, units_in
from calculator.words.sentences import capitalised, counted, listed, number
from calculator.words.visit import Timed
from calculator.words.vocabulary import Discipline

CHART = "pub-100-04-ch05-20-2"
LEFT_OVER = "article-a52758"
POOLING = "settled-pooling"
TIES = "settled-ties"


def allocate(
    timed: tuple[Timed, ...], plan: Discipline, timed_by: tuple[str, ...] = ()
) -> Explained[Allocation]:
    """Divide the units of one plan of care and day among its timed services.

    `timed` holds each service once, with its minutes. Every allowed allocation is returned; the
    shown one gives a tied unit to the service with more minutes in all, then to the first entered.
    `timed_by` names the sources that these codes count by 15 minutes.
    """
    if not timed:
        return Explained(Allocation(()), ())
    total = sum(service.minutes for service in timed)
    due = units_in(total)
    steps = [_pool(timed, plan, total, timed_by), _chart(total, due)]
    whole = [service.minutes // QUARTER for service in timed]
    left = due - sum(whole)
    ranked = sorted(range(len(timed)), key=lambda place: _rank(timed[place]))
    winners = ranked[:left]
    tie = _tie(timed, ranked, left)
    if len(timed) > 1 and due:
        steps.append(_whole(timed, whole, due))
        if left:
            steps.append(_left_over(timed, ranked, left, tie))
    shown = tuple(units + (place in winners) for place, units in enumerate(whole))
    return Explained(
        Allocation(shown, tie), tuple(steps), _nothing_earned(timed, shown, tie, total)
    )


def _rank(service: Timed) -> tuple[int, int]:
    """Put most left over first, then most in all; sorting leaves equals as they were entered."""
    return (-(service.minutes % QUARTER), -service.minutes)


def _tie(timed: tuple[Timed, ...], ranked: list[int], left: int) -> Tie | None:
    if not 0 < left < len(ranked):
        return None
    rest = [timed[place].minutes % QUARTER for place in ranked]
    if rest[left - 1] != rest[left]:
        return None
    tied = [at for at, minutes in enumerate(rest) if minutes == rest[left]]
    return Tie(tuple(ranked[at] for at in tied), left - tied[0])


def _pool(
    timed: tuple[Timed, ...], plan: Discipline, total: int, timed_by: tuple[str, ...]
) -> Step:
    added = " + ".join(str(service.minutes) for service in timed)
    says = (
        f"All timed minutes of the {plan} plan are added: {added} = {total}."
        if len(timed) > 1
        else f"{timed[0].code} is the only timed service of the {plan} plan: {_minutes(total)}."
    )
    return Step("units", says, (CHART, POOLING, *timed_by), f"{total} min")


def _chart(total: int, due: int) -> Step:
    fewest, most = boundaries(due)
    lies = f"between {fewest} and {most}" if due else f"below {FIRST_BOUNDARY}"
    return Step("units", f"{total} lies {lies}.", (CHART,), counted(due, "unit"))


def _whole(timed: tuple[Timed, ...], whole: list[int], due: int) -> Step:
    earned = ", ".join(
        f"{service.code} {number(units) if units else 'none'}"
        for service, units in zip(timed, whole, strict=True)
    )
    says = f"Full 15-minute units come first: {earned}."
    return Step("units", says, (CHART,), f"{sum(whole)} of {due}")


def _left_over(timed: tuple[Timed, ...], ranked: list[int], left: int, tie: Tie | None) -> Step:
    rests = ", ".join(f"{timed[place].code} {timed[place].minutes % QUARTER}" for place in ranked)
    gives = listed(timed[place].code for place in ranked[:left])
    units_are = "unit is" if left == 1 else "units are"
    says = f"{capitalised(number(left))} {units_are} left; minutes left over: {rests}."
    if tie is None:
        goes = "it goes" if left == 1 else "they go"
        most = f"Where most is left, there {goes}: {gives}."
        return Step("units", f"{says} {most}", (LEFT_OVER, CHART), gives)
    return Step("units", f"{says} {_tied(timed, tie)}", (LEFT_OVER, TIES), f"◆ {gives}")


def _tied(timed: tuple[Timed, ...], tie: Tie) -> str:
    names = [timed[place].code for place in tie.places]
    last, next_ = (timed[tie.places[at]] for at in (tie.left - 1, tie.left))
    if last.minutes > next_.minutes:
        reason = f"more minutes in all ({last.minutes} against {next_.minutes})"
    elif timed[tie.places[0]].minutes > next_.minutes:
        reason = "more minutes in all first, then entered first"
    else:
        reason = "entered first"
    return (
        f"A tie between {listed(names)}: CMS leaves the choice to the provider;"
        f" {listed(names[: tie.left])} shown, {reason}."
    )


def _nothing_earned(
    timed: tuple[Timed, ...], shown: tuple[int, ...], tie: Tie | None, total: int
) -> tuple[Finding, ...]:
    tied = tie.places if tie else ()
    return tuple(
        Finding(
            "units", f"No line for {service.code}{_why(service, total, place in tied)}", (CHART,)
        )
        for place, (service, units) in enumerate(zip(timed, shown, strict=True))
        if not units
    )


def _why(service: Timed, total: int, tied: bool) -> str:  # noqa: FBT001 -- read by one caller
    if not service.minutes:
        return ": no minutes."
    if total < FIRST_BOUNDARY:
        return f": the day's total of {_minutes(total)} lies below {FIRST_BOUNDARY}."
    if tied:
        return f" as shown: with {_minutes(service.minutes)} it ties for what is left."
    verbs = ("counts", "earns") if service.minutes == 1 else ("count", "earn")
    return f": its {_minutes(service.minutes)} {verbs[0]} in the total and {verbs[1]} no unit."


def _minutes(count: int) -> str:
    return counted(count, "minute")
