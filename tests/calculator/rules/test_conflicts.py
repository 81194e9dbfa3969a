"""Modifiers that contradict each other or their code, one line at a time."""

import pytest

from calculator.reference.bundle import Reference
from calculator.rules.conflicts import check


def found(reference: Reference, code: str, *modifiers: str) -> list[str]:
    explained = check(reference.codes[code], modifiers, reference.modifiers)
    assert explained.steps == ()
    assert explained.value == all("not checked" in each.says for each in explained.findings)
    return [each.says for each in explained.findings]


@pytest.mark.parametrize(
    ("code", "modifiers"),
    [
        ("97530", "GP"),
        ("97530", "GO CO KX"),
        ("97530", "59 GP CQ KX"),
        ("97530", "XU GP"),
        ("97530", "GP GA"),
        ("97530", "GP GX GY"),
        ("92507", "GN KX"),
        ("97165", "GO"),
        ("97550", ""),  # sometimes therapy, and here not under a plan
        ("97012", "52 GP"),  # not timed: the rule for timed codes does not reach it
    ],
)
def test_lines_that_stand(reference: Reference, code: str, modifiers: str) -> None:
    assert found(reference, code, *modifiers.split()) == []


@pytest.mark.parametrize(
    ("modifiers", "pair", "why"),
    [
        ("GP GO", "GO and GP", "One line, one plan of care."),
        ("GA GP KX", "GA and KX", "KX says that the service is necessary, GA that a denial"),
        ("GP GZ KX", "GZ and KX", "KX says that the service is necessary, GZ that a denial"),
        ("GP GY KX", "GY and KX", "KX says that the service is covered and necessary"),
        ("GO CQ", "CQ and GO", "CQ is a physical therapist assistant’s; it goes with GP."),
        ("GP CO", "CO and GP", "CO is an occupational therapy assistant’s; it goes with GO."),
        ("59 XU GP", "59 and XU", "One of the five is enough; the specific one is the better."),
        ("GA GZ GP", "GA and GZ", "One says that a notice is on file, the other that none is."),
        ("GP GX GZ", "GX and GZ", "A notice was given, or it was not."),
    ],
)
def test_two_modifiers_that_do_not_stand_on_one_line(
    reference: Reference, modifiers: str, pair: str, why: str
) -> None:
    said = found(reference, "97530", *modifiers.split())

    assert len(said) == 1
    assert said[0].startswith(f"97530: {pair} do not stand on one line. {why}")


def test_each_of_several_contradictions_is_named(reference: Reference) -> None:
    assert found(reference, "97530", "GP", "CQ", "CO") == [
        (
            "97530: CO and GP do not stand on one line."
            " CO is an occupational therapy assistant’s; it goes with GO."
        ),
        "97530: CO and CQ do not stand on one line. One unit, one assistant’s discipline.",
    ]


@pytest.mark.parametrize("modifier", ["CQ", "CO"])
def test_an_assistant_has_no_place_under_a_speech_plan(reference: Reference, modifier: str) -> None:
    said = found(reference, "97129", "GN", modifier)

    assert len(said) == 1
    assert said[0].startswith(f"97129: {modifier} and GN do not stand on one line. There is no")


def test_each_pair_is_found_once_whatever_the_order(reference: Reference) -> None:
    assert found(reference, "97530", "KX", "GA", "GP") == found(
        reference, "97530", "GP", "GA", "KX"
    )


def test_a_line_of_an_always_therapy_code_names_a_plan(reference: Reference) -> None:
    assert found(reference, "97530") == [
        "97530: the line names no plan of care; it takes exactly one of GP, GO or GN."
    ]
    assert len(found(reference, "97530", "CQ")) == 1


@pytest.mark.parametrize("modifier", ["KX", "CQ", "CO"])
def test_what_stands_beside_a_plan_does_not_stand_without_one(
    reference: Reference, modifier: str
) -> None:
    assert found(reference, "97550", modifier) == [
        f"97550: {modifier} stands beside GP, GO or GN, and none of them is there."
    ]


@pytest.mark.parametrize("code", ["97110", "97112", "97150", "97530"])
def test_gn_on_a_code_that_speech_therapists_do_not_bill(reference: Reference, code: str) -> None:
    explained = check(reference.codes[code], ("GN",), reference.modifiers)

    assert [each.cites for each in explained.findings] == [("ncci-policy-manual-xi-h-2",)]
    assert f"{code} under SLP, GN: this discipline does not bill that" in explained.findings[0].says


@pytest.mark.parametrize(
    ("code", "modifiers"),
    [
        ("97161", "GO"),
        ("97165", "GP"),
        ("92521", "GO"),
        ("97161", "25 GP"),
        ("97530", "51 GP"),
        ("97530", "52 GP"),
        ("97530", "GP PO"),
    ],
)
def test_a_modifier_that_does_not_fit_its_code(
    reference: Reference, code: str, modifiers: str
) -> None:
    said = found(reference, code, *modifiers.split())

    assert len(said) == 1
    assert "does not fit it. What it fits: " in said[0]


@pytest.mark.parametrize(("code", "modifiers"), [("97164", "GP CQ"), ("97168", "GO CO")])
def test_an_assistant_may_not_furnish_an_evaluation(
    reference: Reference, code: str, modifiers: str
) -> None:
    (said,) = found(reference, code, *modifiers.split())

    assert said.startswith(f"{code}: an assistant may not furnish an evaluation. {modifiers[3:]}")
    assert "payment of this line is not to be expected" in said


def test_a_modifier_given_twice_is_found_once(reference: Reference) -> None:
    assert found(reference, "97530", "GP", "KX", "KX", "KX") == [
        "97530: KX stands twice on one line."
    ]


def test_a_modifier_that_is_not_held_is_said_not_to_be_checked(reference: Reference) -> None:
    assert found(reference, "97530", "GP", "LT") == [
        "97530: LT is none of the modifiers held here; it was not checked."
    ]


def test_every_conflict_that_content_holds_is_found(reference: Reference) -> None:
    for conflict in reference.modifiers.conflicts:
        said = check(reference.codes["97545"], conflict.modifiers, reference.modifiers).findings

        assert any(each.cites == conflict.sources and conflict.why in each.says for each in said)
