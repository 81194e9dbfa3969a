"""What the record has to hold for exactly this claim: each demand with what here calls for it."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from calculator.reference.demands import Demand, Demands
from calculator.words.answer import Due
from calculator.words.claim import Line
from calculator.words.sentences import capitalised, counted, listed
from calculator.words.visit import Minutes


class Given(NamedTuple):
    """What of a service bears on the record: its code, its minutes, whether these count."""

    code: str
    minutes: Minutes
    timed: bool


class Claim(NamedTuple):
    """A claim and what it came from; `co_treatment` names two services of two disciplines at once.

    `given` are the services as entered, those without a line included.
    """

    lines: tuple[Line, ...]
    given: tuple[Given, ...]
    co_treatment: tuple[tuple[str, str], ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that are billed, in line order."""
        return tuple(dict.fromkeys(line.code for line in self.lines))


def draw_up(claim: Claim, demands: Demands) -> tuple[Due, ...]:
    """List what the record has to hold for a claim; nothing without lines."""
    return (*_general(claim, demands), *_notes(claim, demands)) if claim.lines else ()


def _general(claim: Claim, demands: Demands) -> Iterator[Due]:
    for demand in demands.every:
        why = CALLED_BY[demand.when](claim, demand)
        if why:
            yield Due(demand.key, demand.says, why, demand.standing, demand.sources)


def _notes(claim: Claim, demands: Demands) -> Iterator[Due]:
    for code in claim.codes:
        note = demands.notes.get(code)
        if note:
            says = f"{capitalised(note.says)}."
            yield Due(f"note-{code}", says, _billed(claim, code), note.standing, note.sources)


def _billed(claim: Claim, code: str) -> str:
    units = sum(line.units for line in claim.lines if line.code == code)
    return f"{code} is billed, {counted(units, 'unit')}."


def _every_claim(claim: Claim, _: Demand) -> str:
    return f"{listed(claim.codes)} {'is' if len(claim.codes) == 1 else 'are'} billed."


def _timed(claim: Claim, _: Demand) -> str:
    codes = dict.fromkeys(each.code for each in claim.given if each.timed)
    if not codes:
        return ""
    minutes = sum(each.minutes.total for each in claim.given if each.timed)
    return f"{counted(minutes, 'minute')} of {listed(codes)} count in the units."


def _assistant(claim: Claim, _: Demand) -> str:
    return _part(claim, "assistant alone", lambda minutes: minutes.assistant)


def _together(claim: Claim, _: Demand) -> str:
    return _part(claim, "therapist and assistant together", lambda minutes: minutes.together)


def _part(claim: Claim, who: str, of: Callable[[Minutes], int]) -> str:
    codes = dict.fromkeys(each.code for each in claim.given if of(each.minutes))
    if not codes:
        return ""
    total = sum(of(each.minutes) for each in claim.given)
    return f"{counted(total, 'minute')} of the {who}: {listed(codes)}."


def _co_treatment(claim: Claim, _: Demand) -> str:
    pairs = [f"{one} with {other}" for one, other in claim.co_treatment]
    return f"Two disciplines at once: {listed(pairs)}." if pairs else ""


def _code(claim: Claim, demand: Demand) -> str:
    named = [code for code in claim.codes if code in demand.codes]
    return " ".join(_billed(claim, code) for code in named)


def _pair(claim: Claim, demand: Demand) -> str:
    met = [
        (one, other)
        for one in claim.codes
        for other in claim.codes
        if one != other and one in demand.codes and other in demand.beside
    ]
    both = [code for code in claim.codes if any(code in pair for pair in met)]
    return f"{listed(both)} stand on one day." if both else ""


def _modifier(claim: Claim, demand: Demand) -> str:
    bearing: dict[str, dict[str, None]] = {}
    for line in claim.lines:
        for modifier in line.modifiers:
            if modifier in demand.modifiers:
                bearing.setdefault(modifier, {})[line.code] = None
    return " ".join(f"{modifier} on {listed(codes)}." for modifier, codes in bearing.items())


CALLED_BY: dict[str, Callable[[Claim, Demand], str]] = {
    "every_claim": _every_claim,
    "timed": _timed,
    "assistant": _assistant,
    "together": _together,
    "co_treatment": _co_treatment,
    "code": _code,
    "pair": _pair,
    "modifier": _modifier,
}
