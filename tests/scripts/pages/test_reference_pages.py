"""Marks, modifiers and terms as pages are made of them."""

from collections import Counter

import pytest

from scripts.pages import assemble, corrections, glossary, modifiers, passages
from scripts.pages.facts import Facts
from scripts.stages import Refused


@pytest.mark.parametrize("root", ["./", "../", "../../"])
def test_a_mark_leads_to_its_correction_from_a_page_of_any_depth(facts: Facts, root: str) -> None:
    placed = corrections.placed(facts, "No. {!corrections/28.html!}", root, "docs/page.md")

    link = f'<a class="correction" href="{root}corrections/#c28">▸ corrected 28</a>'
    assert placed == f"No. {link}"


@pytest.mark.parametrize("number", [0, 57])
def test_a_mark_of_no_correction_is_refused_at_its_line(facts: Facts, number: int) -> None:
    text = f"one\ntwo {{!corrections/{number}.html!}}"

    with pytest.raises(
        Refused, match=r"docs/page.md:2: no such correction: got \d+, takes 1 to 56"
    ):
        corrections.placed(facts, text, "../", "docs/page.md")


def test_every_mark_has_an_include_that_written_pages_may_name(facts: Facts) -> None:
    names = {name for name, _ in corrections.fragments(facts)}

    assert {f"corrections/{number}.html" for number in range(1, 55)} <= names


def test_therapy_lines_bear_gp_and_97530_is_no_normal_line_of_gn(facts: Facts) -> None:
    section = modifiers.section(facts, facts.library.codes["97530"])
    fitting, _, others = section.partition("No normal line of 97530")

    assert all(f'modifiers/{key}/"' in fitting for key in ("gp", "go", "cq", "co", "kx", "59"))
    assert 'modifiers/gn/"' in others
    assert 'modifiers/51/"' in others


def test_an_evaluation_bears_no_assistants_modifier_nor_the_other_disciplines(facts: Facts) -> None:
    section = modifiers.section(facts, facts.library.codes["97161"])

    def fits(key: str) -> bool:
        return f'<th scope="row" class="code"><a href="../../modifiers/{key}/">' in section

    assert fits("gp")
    assert not any(fits(key) for key in ("go", "gn", "cq", "co"))


def test_states_and_group_codes_are_not_taken_for_modifiers(facts: Facts) -> None:
    written = {form for subject in modifiers.subjects(facts) for form in subject.written}

    assert not written & {"CO", "GA", "59", "95", "25", "PO", "PN"}
    assert {"KX", "GP", "XU", "modifier CO", "modifier 59"} <= written


def test_no_two_subjects_are_written_alike(facts: Facts) -> None:
    forms = Counter(
        form for known in assemble.SUBJECTS for subject in known(facts) for form in subject.written
    )

    assert [form for form, count in forms.items() if count > 1] == []


def test_a_term_leads_to_its_place_in_the_glossary(facts: Facts) -> None:
    addresses = {form: each.address for each in glossary.subjects(facts) for form in each.written}

    assert addresses["therapy cap"] == "glossary/#cap"


def test_a_passage_is_named_by_its_address() -> None:
    assert passages.link("rules/units/", "../") == '<a href="../rules/units/">rules, units</a>'
