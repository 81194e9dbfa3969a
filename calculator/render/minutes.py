"""The picture of the day's minutes against unit boundaries, and the same in words.

Across, everything is a share of the picture's width, so that it is drawn at any width and words
keep their size; heights, colours and dashes are the style sheet's.
"""

from collections.abc import Iterator

from calculator.reference.bundle import Reference
from calculator.render.day import Bar, Piece, Plan, plans, scale
from calculator.render.day_in_words import earned, paragraph, reason
from calculator.render.markup import element, link, text
from calculator.words.answer import Answer
from calculator.words.quarter_hours import QUARTER, boundaries
from calculator.words.sentences import counted

NAME = "The day's minutes"
DIGIT = 3  # per cent of the width: what a digit takes; a block without room has no number in it
TOO_NEAR = 3  # per cent: boundaries any nearer to each other are not drawn, but for two
APART = 9  # per cent: labels of the scale any nearer would touch
FAR_RIGHT = 93  # per cent: beyond it there is no room for words at the right
MOST_TICKS = 7


def section(answer: Answer, reference: Reference, root: str) -> str:
    """Make the picture, what its signs mean, and its words; empty where no minutes were given."""
    shown = plans(answer)
    if not any(bar.minutes.total for plan in shown for bar in (*plan.timed, *plan.untimed)):
        return ""
    wide = scale(shown)
    groups = [_group(plan, wide) for plan in shown]
    said = [element("p", text(paragraph(plan))) for plan in shown]
    where = link(f"{root}rules/{_rule(shown)}/", reference.rules[_rule(shown)].title)
    words = element(
        "details",
        element("summary", "The picture in words"),
        *said,
        element("p", f"Counted by the rule {where}."),
        class_="in-words",
    )
    return element(
        "section",
        element("h3", "The day’s minutes against the unit boundaries"),
        element("div", _hatch(), *groups, _axis(wide), role="img", aria_label=NAME),
        _key(shown),
        words,
        class_="day",
        aria_label="Minutes and units",
    )


def _rule(shown: tuple[Plan, ...]) -> str:
    return "units" if shown[0].pooled else "midpoint"


def _hatch() -> str:
    """Make the hatch of assistants' minutes; a picture has one."""
    line = element("path", d="M-2 2L2 -2M0 8L8 0M6 10L10 6")
    pattern = element(
        "pattern", line, id="assistants-hatch", width=8, height=8, patternUnits="userSpaceOnUse"
    )
    return element("svg", element("defs", pattern), class_="hatch", width=0, height=0)


def _group(plan: Plan, wide: int) -> str:
    rows = []
    if plan.pooled and plan.timed:
        rows.append(_pool(plan, wide))
    joined = _joined(plan, wide)
    rows += [_service(plan, bar, wide, joined[place]) for place, bar in enumerate(plan.timed)]
    rows += [_service(plan, bar, wide, "") for bar in plan.untimed]
    return element("div", *rows, class_="of-plan")


def _pool(plan: Plan, wide: int) -> str:
    """Draw all timed minutes end to end, cut by the boundaries."""
    drawn, at = [], 0
    for bar in plan.timed:
        pieces, start = _by_who(bar), at
        for piece in pieces:
            drawn.append(_rect(piece._replace(start=at, end=at + piece.minutes), wide))
            at += piece.minutes
        drawn.append(_number(start, at, wide, bar.by))
    fewest, most = boundaries(plan.units)
    edges = [*_boundaries(plan.minutes, plan.units, wide), *_labels(plan.units, wide)]
    follows = f"{fewest} to {most}; the next begins at {most + 1}"
    return _row(
        ("All timed minutes", f"{plan.plan} plan of care"),
        (f"{plan.minutes} min → {counted(plan.units, 'unit')}", follows),
        "".join([*drawn, *edges]),
        "all-timed",
    )


def _by_who(bar: Bar) -> Iterator[Piece]:
    """Join what one of them gave, whatever it earns."""
    at = 0
    for by in bar.by:
        minutes = getattr(bar.minutes, by)
        yield Piece(at, at + minutes, by, "whole")
        at += minutes


def _boundaries(minutes: int, units: int, wide: int, *, alone: bool = False) -> Iterator[str]:
    """Draw the boundaries up to the next one; of a service alone only the two it lies between."""
    crowded = alone or _share(QUARTER, wide) < TOO_NEAR
    for of in range(max(units, 1) if crowded else 1, units + 2):
        at = boundaries(of)[0]
        kind = "next" if of > units else "in-force" if of == units else "passed"
        if at < minutes and not alone:
            yield _upright(at, wide, f"edge within {kind}")
        yield _upright(at, wide, f"edge {kind}")


def _labels(units: int, wide: int) -> Iterator[str]:
    """Write minute and units at the boundary in force and the next one; at others, if roomy."""
    last = -float(APART)
    force = _share(boundaries(units)[0], wide) if units else 200.0
    for of in range(1, units + 2):
        at = boundaries(of)[0]
        share = _share(at, wide)
        if of < units and (share - last < APART or force - share < APART):
            continue
        last = share
        kind = "next" if of > units else "in-force" if of == units else "passed"
        if share > FAR_RIGHT:
            yield _word(share, f"{at}: {counted(of, 'unit')}", f"minute {kind}")
            continue
        yield _word(share, str(at), f"minute {kind}")
        if of >= units:
            yield _word(share, counted(of, "unit"), f"units {kind}")


def _service(plan: Plan, bar: Bar, wide: int, joined: str) -> str:
    drawn = [_rect(piece, wide) for piece in bar.pieces]
    runs = _runs(bar)
    drawn += [_number(start, end, wide, bys) for start, end, bys in runs]
    if not plan.pooled and bar.kind != "outside":
        drawn += _boundaries(bar.minutes.total, bar.units, wide, alone=True)
    who = ", ".join(f"{getattr(bar.minutes, by)} {by}" for by in bar.by)
    if len(bar.by) == 1:
        who = bar.by[0]
    if bar.kind == "outside":
        who = "outside the count"
    return _row(
        (f"{bar.name} {bar.minutes.total} min", who),
        (earned(bar), reason(plan, bar)),
        "".join(drawn) + joined,
        "one-timed",
    )


def _runs(bar: Bar) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Go through whole quarter hours and what is left over, whoever gave them."""
    if bar.kind == "outside":
        yield 0, bar.minutes.total, ("nobody",)
        return
    total = bar.minutes.total
    for start in range(0, total, QUARTER):
        end = min(start + QUARTER, total)
        inside = [each for each in bar.pieces if each.start < end and each.end > start]
        plain = inside[0].kind == "whole"
        yield start, end, tuple(each.by for each in inside) if plain else ("nobody",)


def _joined(plan: Plan, wide: int) -> list[str]:
    """Join the blocks of a tie by one line at their right, past every service between them."""
    tied = [place for place, bar in enumerate(plan.timed) if bar.kind == "tied"]
    made = [""] * len(plan.timed)
    if not tied:
        return made
    first, last = tied[0], tied[-1]
    reach = max(bar.minutes.total for bar in plan.timed[first : last + 1])
    at = min(_share(reach, wide) + 3, 99.0)
    for place in range(first, last + 1):
        across = ""
        if place in tied:
            start = _share(plan.timed[place].minutes.total, wide)
            across = _box(start, at - start, "elbow")
        kind = "from" if place == first else "to" if place == last else "through"
        made[place] = across + _box(at, 0, f"join {kind}")
    rest = plan.timed[first].minutes.total % QUARTER
    left = sum(plan.timed[place].units > plan.timed[place].also for place in tied)
    made[first] += _word(at, f"tie: {rest} each, {counted(left, 'unit')} left", "tie-words")
    return made


def _row(head: tuple[str, str], end: tuple[str, str], drawn: str, kind: str) -> str:
    label, gives = (
        element("span", element("b", text(words)), " ", element("span", text(note)), class_=class_)
        for class_, (words, note) in (("named", head), ("earned", end))
    )
    return element("div", label, element("svg", drawn), gives, class_=f"strip {kind}")


def _axis(wide: int) -> str:
    quarters = wide // QUARTER
    step = next(each for each in (1, 2, 4, 8, 16, 32, 96) if quarters / each <= MOST_TICKS)
    ticks = []
    for minute in range(0, wide + 1, step * QUARTER):
        ticks.append(_upright(minute, wide, "tick"))
        words = str(minute) if minute else "0 min"
        where = "minute-of-scale" if minute else "minute-of-scale first"
        ticks.append(_word(_share(minute, wide), words, where))
    drawn = element("svg", _box(0, 100, "scale"), *ticks)
    return element("div", drawn, class_="strip axis")


def _rect(piece: Piece, wide: int) -> str:
    start, width = _share(piece.start, wide), _share(piece.minutes, wide)
    filled = ' fill="url(#assistants-hatch)"' if piece.by == "assistant" else ""
    drawn = _box(start, width, f"block {piece.by} {piece.kind}", filled)
    if piece.by == "together" and piece.kind == "whole":
        drawn += _box(start, width, "second-edge")
    return drawn


def _number(start: int, end: int, wide: int, by: tuple[str, ...]) -> str:
    share = _share(end - start, wide)
    if share < DIGIT * len(str(end - start)):
        return ""
    on = "on-solid" if set(by) == {"therapist"} else "on-hatch" if "nobody" not in by else "on-pale"
    return _word(_share(start, wide) + share / 2, str(end - start), f"number {on}")


def _upright(at: int, wide: int, class_: str) -> str:
    return _box(_share(at, wide), 0, class_)


def _box(start: float, width: float, class_: str, filled: str = "") -> str:
    sized = f' width="{width:.6g}%"' if width else ""
    return f'<rect class="{class_}" x="{start:.6g}%"{sized}{filled}></rect>'


def _word(at: float, words: str, class_: str) -> str:
    return f'<text class="{class_}" x="{at:.6g}%" y="100%">{text(words)}</text>'


def _share(minutes: int, wide: int) -> float:
    """Tell what share of the width this many minutes are, in per cent: a drawing's, no amount."""
    return 100 * minutes / wide


def _key(shown: tuple[Plan, ...]) -> str:
    bars = [bar for plan in shown for bar in (*plan.timed, *plan.untimed)]
    by = {who for bar in bars if bar.kind != "outside" for who in bar.by}
    kinds = {piece.kind for bar in bars for piece in bar.pieces}
    meanings = (
        ("therapist", "therapist", "therapist" in by),
        ("together", "together", "together" in by),
        ("assistant", "assistant", "assistant" in by),
        ("earning", "left over, earns a unit", "earning" in kinds),
        ("tied", "left over and tied; ◆ shown, ◇ also allowed", "tied" in kinds),
        ("unearned", "earns no unit", "unearned" in kinds),
        ("outside", "outside the count", "outside" in kinds),
    )
    words = [element("span", said, class_=kind) for kind, said, here in meanings if here]
    return element("p", " ".join(words), class_="key", aria_hidden="true")
