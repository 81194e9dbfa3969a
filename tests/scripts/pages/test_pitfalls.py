"""A code's page leads to the pitfalls that name the code."""

from scripts.pages import corrections, pitfalls
from scripts.pages.facts import Facts


def test_a_code_has_the_pitfalls_that_name_it(facts: Facts) -> None:
    links = pitfalls.section(facts.pitfalls, "97530")

    assert "../../pitfalls/#97530-or-97535" in links
    assert "../../pitfalls/#liability" not in links
    assert pitfalls.section(facts.pitfalls, "97799") == ""


def test_a_touched_heading_gets_its_marks_once(facts: Facts) -> None:
    text = "# 97530\n\n## Quick reference\n\nWords.\n\n## Modifiers {#modifiers}\n\nWords.\n"
    noted = corrections.noted(facts, "codes/97530/", text)
    quick, _, modifiers = noted.partition("## Modifiers")

    assert "../../corrections/#c28" in quick
    assert "../../corrections/#c28" not in modifiers
    assert "../../corrections/#c15" in modifiers
    assert corrections.noted(facts, "codes/97530/", noted) == noted


def test_a_page_that_none_touches_stays_as_it_is(facts: Facts) -> None:
    assert corrections.noted(facts, "codes/97799/", "# 97799\n") == "# 97799\n"
