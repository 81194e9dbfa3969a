"""Modifiers that contradict each other or their code, one line at a time."""

from dataclasses import replace

import pytest

from calculator.reference.bundle import Reference
from calculator.rules.conflicts import check
from calculator.words.explained import Explained, Finding
from calculator.words.vocabulary import Discipline


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

    says = f"{code} under SLP, GN: this discipline does not bill that; check the plan of care."
    assert explained.findings == (Finding("conflicts", says, ("ncci-policy-manual-xi-h-2",)),)


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

    assert said.startswith(f"{code}: {modifiers[3:]} only reports that an assistant took part")
    assert "do not expect this line to be paid" in said


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


def test_each_kind_of_finding_stands_with_its_sources_and_strangers_last(
    reference: Reference,
) -> None:
    held = reference.modifiers
    explained = check(reference.codes["97530"], ("LT", "KX", "KX", "51"), held)

    fits = held.held["51"].fits.partition(". ")[0].rstrip(".")
    assert explained.value is False
    assert [(each.rule, each.says, each.cites) for each in explained.findings] == [
        ("conflicts", "97530: KX stands twice on one line.", ()),
        (
            "conflicts",
            "97530: the line names no plan of care; it takes exactly one of GP, GO or GN.",
            ("pub-100-04-ch05-20-1",),
        ),
        (
            "conflicts",
            f"97530: 51 does not fit it. What it fits: {fits}.",
            held.held["51"].sources,
        ),
        (
            "conflicts",
            "97530: LT is none of the modifiers held here; it was not checked.",
            (),
        ),
    ]


def test_a_stranger_alone_is_nothing_against_the_line(reference: Reference) -> None:
    assert check(reference.codes["97530"], ("GP", "LT"), reference.modifiers).value is True
    assert check(reference.codes["97530"], ("GP",), reference.modifiers) == Explained(True, ())


def test_every_modifier_that_needs_a_plan_is_told_with_its_sources(reference: Reference) -> None:
    held = reference.modifiers

    explained = check(reference.codes["97550"], ("KX", "CQ"), held)

    needs = [each for each in explained.findings if "stands beside" in each.says]
    assert [each.cites for each in needs] == [held.held["KX"].sources, held.held["CQ"].sources]


def test_what_is_for_untimed_codes_alone_does_not_stop_at_a_code_outside_therapy(
    reference: Reference,
) -> None:
    modifier = reference.modifiers.held["52"]
    timed = reference.codes["97530"]

    assert modifier.by == "untimed"
    assert found(reference, "97530", "52", "GP") != []
    outside = check(replace(timed, therapy=""), ("52", "GP"), reference.modifiers).findings
    assert not any("52 does not fit" in each.says for each in outside)


def test_of_what_a_modifier_fits_the_first_sentence_is_told(reference: Reference) -> None:
    held = reference.modifiers
    narrow = held.held["52"]._replace(fits="Codes of part X. And no others.")
    only = held._replace(held={**held.held, "52": narrow})

    (told,) = check(reference.codes["97530"], ("GP", "52"), only).findings

    assert told.says == "97530: 52 does not fit it. What it fits: Codes of part X."


def test_a_plan_that_a_code_is_never_under_is_told_with_the_modifiers_own_sources(
    reference: Reference,
) -> None:
    code = reference.codes["97161"]
    assert Discipline.OT not in code.unusual_for

    (told,) = check(code, ("GO",), reference.modifiers).findings

    assert told.cites == reference.modifiers.held["GO"].sources != code.unusual_sources
