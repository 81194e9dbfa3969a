"""Lines, steps and findings as every door writes them in JSON."""

from calculator.words.answer import Due
from calculator.words.blocks import Pair, Span, Times, clock
from calculator.words.claim import Line
from calculator.words.explained import Finding, Step


def step(told: Step) -> dict[str, object]:
    """Write one step of an answer."""
    return {"rule": told.rule, "says": told.says, "gives": told.gives, "cites": list(told.cites)}


def finding(told: Finding) -> dict[str, object]:
    """Write what a rule found."""
    return {"rule": told.rule, "says": told.says, "cites": list(told.cites)}


def line(billed: Line) -> dict[str, object]:
    """Write a claim line without its amounts."""
    return {"code": billed.code, "units": billed.units, "modifiers": list(billed.modifiers)}


def due(asked: Due) -> dict[str, object]:
    """Write one demand on the record."""
    return {
        "key": asked.key,
        "says": asked.says,
        "why": asked.why,
        "standing": asked.standing,
        "cites": list(asked.sources),
    }


def times(shown: Times) -> dict[str, object]:
    """Write what start and end times show; lists are empty where none were given."""
    return {
        "apart": [_pair(each) for each in shown.apart],
        "beside": [_pair(each) for each in shown.beside],
        "together": [_pair(each) for each in shown.together],
        "co_treatment": [_pair(each) for each in shown.co_treatment],
        "gaps": [_span(each) for each in shown.gaps],
    }


def _pair(pair: Pair) -> dict[str, object]:
    return {
        "services": [pair.first, pair.second],
        "shared": [_span(each) for each in pair.shared],
        "says": pair.says,
    }


def _span(span: Span) -> dict[str, object]:
    return {"from": clock(span.start), "to": clock(span.end)}
