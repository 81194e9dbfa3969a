"""Side by side: each other way is a whole answer of its own, and what differs is said in words."""

import json
import re

from calculator import alternatives
from calculator.entry.visit_json import read_visit
from calculator.evaluate import evaluate
from calculator.reference.bundle import Reference
from calculator.render import alternatives as beside
from calculator.words.answer import Answer
from tests.calculator.conftest import visit

TIED = [("97530", 38), ("97110", 23), ("97140", 4)]


def answered(
    reference: Reference, services: list[tuple[str, int]], way: int = 0, **changes: object
) -> Answer:
    asked = read_visit(json.dumps(visit(services, **changes)), reference)
    return evaluate(asked, reference, way=way)


def units(answer: Answer) -> dict[str, int]:
    return {line.code: line.units for line in answer.lines}


def test_another_allowed_allocation_is_shown_as_the_claim(reference: Reference) -> None:
    default, other = (answered(reference, TIED, way) for way in (0, 1))

    assert units(default) == {"97530": 3, "97110": 1}
    assert units(other) == {"97530": 2, "97110": 2}
    assert other.lines == default.alternatives[0]
    assert other.alternatives == (default.lines,)
    assert other.choices[0].services == ("97110", "97530")
    assert [step.gives for step in other.steps if "as chosen" in step.says] == ["◆ 97110"]


def test_every_allocation_of_a_wide_tie_can_be_shown_once(reference: Reference) -> None:
    tied = [("97530", 23), ("97110", 38), ("97112", 8), ("97116", 8)]
    ways = [answered(reference, tied, way) for way in range(6)]

    assert all(each.allocations == 6 for each in ways)
    assert len({tuple(sorted(units(each).items())) for each in ways}) == 6
    for each in ways:
        claims = {
            tuple(sorted((line.code, line.units) for line in lines)) for lines in each.alternatives
        }
        assert len(claims) == 5
        assert tuple(sorted(units(each).items())) not in claims


def test_the_other_ways_stand_in_one_order_whatever_they_pay(reference: Reference) -> None:
    for shown in (answered(reference, TIED), answered(reference, TIED, 1)):
        found = list(alternatives.alternatives(shown, reference, None))
        names = ["Other allocation", "CPT midpoint", "2025"]
        assert [name for name, _, _ in found] == names


def test_a_year_without_figures_is_left_out(reference: Reference) -> None:
    first = reference.days[0]
    shown = answered(reference, TIED, date=str(first))
    found = {name: other for name, _, other in alternatives.alternatives(shown, reference, None)}

    assert str(first.year - 1) not in found
    assert found[str(first.year + 1)].visit.day == first.replace(year=first.year + 1)


def test_differences_are_words_and_agree_with_the_answers(reference: Reference) -> None:
    shown = answered(reference, TIED)
    found = list(alternatives.alternatives(shown, reference, None))
    html = beside.section(shown, found)
    said = re.findall(r"<li>.*?</li>", html)

    assert "97530 one less and 97110 one more" in said[0]
    assert f"Allowed ${found[0][2].allowed}" in said[0]
    assert "97110 one more" in said[1]
    assert "The same units" in said[2]
    assert html.count("<caption>Side by side</caption>") == 1


def test_a_claim_without_lines_has_no_other_ways(reference: Reference) -> None:
    shown = answered(reference, [("97530", 5)])

    assert beside.section(shown, []) == ""
