"""The day's minutes in words, from the same numbers as their picture."""

from calculator.render.day import Bar, Plan
from calculator.words.quarter_hours import QUARTER, boundaries
from calculator.words.sentences import counted, listed


def earned(bar: Bar) -> str:
    """Say the units of a service: ◆ 3 units, of a tie 1 unit, or 2 ◇."""
    if bar.kind != "tied":
        return counted(bar.units, "unit")
    if bar.units > bar.also:
        return f"◆ {counted(bar.units, 'unit')}, or {bar.also}"
    return f"{counted(bar.units, 'unit')}, or {bar.also} ◇"


def reason(plan: Plan, bar: Bar) -> str:
    """Say in few words where its units come from."""
    whole, rest = divmod(bar.minutes.total, QUARTER)
    if bar.kind == "outside":
        return "its minutes are not counted" if bar.units else "no line"
    if bar.kind == "tied":
        shown = bar.units > bar.also
        return f"{whole} whole; {rest} left, tied, {'shown' if shown else 'not shown'}"
    if not bar.units:
        return "counted, earns none" if plan.pooled else "below 8, earns none"
    if bar.kind == "earning":
        return f"{whole} whole, {rest} left earn one"
    return f"{whole} whole, {rest} left earn none" if rest else f"{whole} whole"


def paragraph(plan: Plan) -> str:
    """Say all that the picture of a plan shows."""
    said = []
    if plan.pooled and plan.timed:
        fewest, most = boundaries(plan.units)
        said.append(
            f"{plan.plan} plan of care: {counted(plan.minutes, 'timed minute')} earn"
            f" {counted(plan.units, 'unit')}. {counted(plan.units, 'unit')} lie from {fewest} to"
            f" {most}; the next begins at {most + 1}."
        )
    else:
        said.append(f"{plan.plan} plan of care.")
    said += [_sentence(plan, bar) for bar in (*plan.timed, *plan.untimed)]
    tied = [bar for bar in plan.timed if bar.kind == "tied"]
    if tied:
        rest = tied[0].minutes.total % QUARTER
        said.append(f"A tie: {listed(bar.name for bar in tied)} have {rest} left each.")
    return " ".join(said)


def _sentence(plan: Plan, bar: Bar) -> str:
    who = listed(f"{getattr(bar.minutes, by)} {by}" for by in bar.by) if bar.by else "no minutes"
    return f"{bar.name}: {who}; {earned(bar)} ({reason(plan, bar)})."
