"""What is held of modifiers, corrections and terms, against facts known apart from it."""

from pathlib import Path

import pytest

from scripts.content.library import Library, load
from scripts.content.prose import typed

ROOT = Path(__file__).resolve().parents[2]
MODIFIERS = "22 25 51 52 53 59 93 95 96 97 CO CQ GA GN GO GP GT GX GY GZ KX PN PO XE XP XS XU"


@pytest.fixture(scope="module")
def library() -> Library:
    return load(ROOT / "content")


def test_all_modifiers_of_therapy_claims_are_held(library: Library) -> None:
    assert " ".join(sorted(each.modifier for each in library.modifiers.values())) == MODIFIERS


@pytest.mark.parametrize(
    ("key", "wording"),
    [
        ("kx", "Requirements specified in the medical policy have been met"),
        ("gn", "Services delivered under an outpatient speech language pathology plan of care"),
        ("gp", "Services delivered under an outpatient physical therapy plan of care"),
        ("ga", "Waiver of liability statement issued as required by payer policy, individual case"),
        ("gz", "Item or service expected to be denied as not reasonable and necessary"),
    ],
)
def test_the_wording_of_cms_stands_word_by_word(library: Library, key: str, wording: str) -> None:
    assert library.modifiers[key].wording.says == wording
    assert library.modifiers[key].wording.standing == "official"


def test_no_cpt_modifier_has_an_official_wording(library: Library) -> None:
    for each in library.modifiers.values():
        assert (each.level == "CPT") == (each.wording.standing != "official"), each.modifier


def test_every_entry_of_the_audit_has_its_correction_once(library: Library) -> None:
    assert [each.number for each in library.corrections] == list(range(1, 57))
    assert [each.number for each in library.corrections if each.part == "found since"] == [55, 56]
    assert sum(each.part == "wrong" for each in library.corrections) == 30
    assert [each.number for each in library.points] == list(range(1, 11))


@pytest.mark.parametrize("number", [3, 25, 26, 29, 34, 38, 39, 42, 45, 46, 49, 52, 53])
def test_where_the_audit_is_unsure_so_is_the_correction(library: Library, number: int) -> None:
    assert library.corrections[number - 1].confidence != "high"


def test_the_assistants_rate_is_disputed_and_open(library: Library) -> None:
    rate = library.points[2]

    assert (rate.state, rate.standing) == ("open", "disputed")


def test_the_prose_of_modifiers_types_no_figure(library: Library) -> None:
    for each in library.modifiers.values():
        prose = each.prose.partition("```")[0] + each.prose.rpartition("```")[2]
        assert typed(prose) is None, each.modifier


@pytest.mark.parametrize("key", ["cap", "eight-minute-rule", "mppr", "ptp-edit", "root-type", "qp"])
def test_words_of_the_field_are_in_the_glossary(library: Library, key: str) -> None:
    assert library.glossary[key].standing is not None
