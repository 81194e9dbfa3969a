"""Worked examples as content: held to the calculator, filled with its figures, listed by code."""

from dataclasses import replace
from pathlib import Path

import pytest

from scripts.content.joined import Example
from scripts.pages import scenario, worked
from scripts.pages.facts import Facts
from scripts.stages import Refused

EXPECT = "visits[0].expect"


def with_example(facts: Facts, example: Example) -> Facts:
    """Give facts that hold this example alone."""
    return replace(facts, library=replace(facts.library, examples={example.key: example}))


def expecting(example: Example, **other: object) -> Example:
    """Give the example with other expectations of its first visit."""
    first, *rest = example.file.visits
    changed = first.model_copy(update={"expect": first.expect.model_copy(update=other)})
    file = example.file.model_copy(update={"visits": (changed, *rest)})
    return replace(example, file=file)


@pytest.fixture(scope="module")
def knee(facts: Facts) -> Example:
    """The example of the replaced knee."""
    return facts.library.examples["knee-replacement"]


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("lines", "97530 ×3 GP"),
        ("alternatives", ("97530 ×1 GP",)),
        ("allowed", "70.14"),
        ("coinsurance", "12.03"),
        ("medicare_pays", "47.13"),
        ("patient_pays", "12.03"),
    ],
)
def test_an_expectation_the_calculator_does_not_meet_is_refused_at_its_line(
    facts: Facts, knee: Example, field: str, said: object
) -> None:
    wrong = with_example(facts, expecting(knee, **{field: said}))
    text = Path("content/examples/knee-replacement.yaml").read_text(encoding="utf-8").split("\n")
    line = next(n for n, each in enumerate(text, start=1) if each.strip().startswith(f"{field}:"))

    place = rf"content/examples/knee-replacement\.yaml:{line}: {field}: the page says"
    with pytest.raises(Refused, match=place):
        list(worked.pages(wrong))


def test_a_visit_the_calculator_refuses_is_refused_at_its_line(facts: Facts, knee: Example) -> None:
    first = knee.file.visits[0]
    visit = first.visit.model_copy(update={"locality": "nowhere"})
    file = knee.file.model_copy(update={"visits": (first.model_copy(update={"visit": visit}),)})
    line = knee.lines["visits[0].visit"]

    with pytest.raises(Refused, match=rf"knee-replacement\.yaml:{line}: .*got nowhere"):
        list(worked.pages(with_example(facts, replace(knee, file=file))))


def test_every_wrong_example_is_named_at_once(facts: Facts) -> None:
    wrong = {
        key: expecting(example, lines="97530 ×9 GP")
        for key, example in facts.library.examples.items()
        if example.file.visits
    }
    spoilt = replace(facts, library=replace(facts.library, examples=wrong))

    with pytest.raises(Refused) as refused:
        list(worked.pages(spoilt))
    assert len(str(refused.value).split("\n")) == len(wrong)


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ("He has 30 minutes.", r"knee-replacement\.md:1: a typed figure: got '30 minutes'"),
        ("\nIt pays $35.", r"knee-replacement\.md:2: a typed figure: got '\$3'"),
        ("He has {97110}.", r"knee-replacement\.md:1: got \{97110\}, takes a code of the visit"),
    ],
)
def test_a_scenario_names_figures_and_does_not_type_them(
    facts: Facts, knee: Example, said: str, says: str
) -> None:
    with pytest.raises(Refused, match=says):
        scenario.text(facts, replace(knee, scenario=said))


@pytest.mark.parametrize(
    ("said", "filled"),
    [
        ("{97530} of it", "30 minutes of it"),
        ("past {kx-threshold-ot}", "past $2,480.00"),
        ("{from-3} to {to-3}", "38 to 52"),
        ("M54.50 and I69.351", "M54.50 and I69.351"),
    ],
)
def test_minutes_figures_and_boundaries_are_put_in_where_they_are_named(
    facts: Facts, knee: Example, said: str, filled: str
) -> None:
    assert scenario.text(facts, replace(knee, scenario=said)) == filled


def page(facts: Facts, key: str) -> str:
    """The Markdown of an example's page."""
    return dict(worked.pages(facts))[f"examples/{key}.md"]


def test_a_page_has_the_answer_its_reasons_the_diagnoses_and_one_link_to_the_calculator(
    facts: Facts,
) -> None:
    text = page(facts, "knee-replacement")

    assert "Two timed units; $60.12 allowed." in text
    assert "Medicare pays $47.14." in text
    assert 'href="../../rules/mppr/"' in text
    assert text.count('href="../../calculator/#v=') == 1
    assert text.index("Z47.1") < text.index("Z96.651") < text.index("M17.11")
    assert 'href="../../corrections/#c2"' in text


def test_a_covered_part_a_stay_has_no_claim(facts: Facts) -> None:
    text = page(facts, "hip-fracture-part-a")

    assert "No Part B line: a covered Part A stay pays for this therapy." in text
    assert '<td colspan="4">No line</td>' in text


def test_a_codes_section_links_to_what_bills_it_and_nothing_else(facts: Facts) -> None:
    section = worked.section(facts, "97168")

    assert section.count("<li>") == 1
    assert 'href="../../examples/stroke-re-evaluation/"' in section
    assert worked.section(facts, "97545") == ""


def test_a_code_that_earns_no_line_is_not_billed(facts: Facts) -> None:
    assert "remainder-decides" in worked.section(facts, "97140")
    assert "seven-minutes" not in worked.section(facts, "97110")


def test_every_example_is_in_exactly_one_list_and_known_to_other_pages(facts: Facts) -> None:
    fragments = dict(worked.fragments(facts))
    lists = fragments["examples/whole.html"] + fragments["examples/by-rule.html"]
    addresses = [subject.address for subject in worked.subjects(facts)]

    assert [lists.count(f'href="{key}/"') for key in facts.library.examples] == [1] * len(addresses)
    assert addresses == [f"examples/{key}/" for key in facts.library.examples]
