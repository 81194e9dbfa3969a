"""The texts of a worked example, with minutes and figures put in where they are named."""

import re

from calculator.words.quarter_hours import boundaries
from calculator.words.sentences import counted
from scripts.content import prose
from scripts.content.joined import Example
from scripts.content.library import holding
from scripts.content.model.examples import AskedService
from scripts.pages import figures
from scripts.pages.facts import Facts
from scripts.stages import Refused

NAMED = re.compile(r"\{([A-Za-z0-9-]+)\}")
BOUNDARY = re.compile(r"(from|to)-([1-9])")
FOLDER = "content/examples"


def text(facts: Facts, example: Example) -> str:
    """Fill the scenario; raises `Refused` at the line of what is unknown or typed by hand."""
    lines = example.scenario.splitlines()
    return "\n".join(
        _filled(facts, example, line, f"{FOLDER}/{example.key}.md:{number}")
        for number, line in enumerate(lines, start=1)
    )


def filled(facts: Facts, example: Example, field: str, said: str) -> str:
    """Fill a text of the example's file; `field` is its path there, for errors."""
    return _filled(facts, example, said, f"{FOLDER}/{example.key}.yaml:{example.lines[field]}")


def _filled(facts: Facts, example: Example, said: str, place: str) -> str:
    typed = prose.typed(NAMED.sub("", said))
    if typed:
        takes = "a name in braces, so that it is computed"
        raise Refused(f"{place}: a typed figure: got {typed!r}, takes {takes}")

    def value(match: re.Match[str]) -> str:
        found = _value(facts, example, match[1])
        if found is None:
            takes = "a code of the visit, a figure, or from-3 and to-3"
            raise Refused(f"{place}: got {match[0]}, takes {takes}")
        return found

    return NAMED.sub(value, said)


def _total(service: AskedService) -> int:
    return service.minutes + (service.assistant_minutes or 0) + (service.together_minutes or 0)


def _value(facts: Facts, example: Example, name: str) -> str | None:
    visits = [worked.visit for worked in example.file.visits]
    for visit in visits:
        minutes = [_total(service) for service in visit.services if service.code == name]
        if minutes:
            return counted(sum(minutes), "minute")
    boundary = BOUNDARY.fullmatch(name)
    if boundary:
        return str(boundaries(int(boundary[2]))[boundary[1] == "to"])
    series = facts.library.figures.get(name)
    period = holding(series.periods, visits[0].day) if series else None
    return figures.written(series, period.value) if series and period else None
