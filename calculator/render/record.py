"""Steps and findings as every door writes them in JSON."""

from calculator.words.explained import Finding, Step


def step(told: Step) -> dict[str, object]:
    """Write one step of an answer."""
    return {"rule": told.rule, "says": told.says, "gives": told.gives, "cites": list(told.cites)}


def finding(told: Finding) -> dict[str, object]:
    """Write what a rule found."""
    return {"rule": told.rule, "says": told.says, "cites": list(told.cites)}
