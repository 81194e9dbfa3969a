"""GA, GX, GY and GZ for every answer on coverage and notice, and KX beside them."""

import pytest

from calculator.reference.bundle import Reference
from calculator.reference.modifiers import Conflict
from calculator.rules.notice import Borne, join, place
from calculator.words.explained import Explained, Finding
from calculator.words.vocabulary import Bearer, Coverage, Notice

PATIENT, PROVIDER = Bearer.PATIENT, Bearer.PROVIDER


@pytest.mark.parametrize(
    ("said", "modifiers", "bears", "unused"),
    [
        ("expected none", "", None, ""),
        ("expected required", "", None, "GA"),
        ("expected voluntary", "", None, "GX"),
        ("not_necessary none", "GZ", PROVIDER, ""),
        ("not_necessary required", "GA", PATIENT, ""),
        ("not_necessary voluntary", "GZ", PROVIDER, "GX"),
        ("excluded none", "GY", PATIENT, ""),
        ("excluded required", "GY", PATIENT, "GA"),
        ("excluded voluntary", "GX GY", PATIENT, ""),
    ],
)
def test_coverage_and_notice_decide_the_modifiers_and_who_bears_a_denial(
    reference: Reference, said: str, modifiers: str, bears: Bearer | None, unused: str
) -> None:
    coverage, notice = said.split()
    rows = reference.modifiers.liabilities

    explained = place("97530", Coverage(coverage), Notice(notice), rows)

    assert explained.value == Borne(tuple(modifiers.split()), bears)
    assert [step.gives for step in explained.steps] == [modifiers] * bool(modifiers)
    assert [f"notice and {unused} go where" in each.says for each in explained.findings] == (
        [True] if unused else []
    )


def test_the_step_says_what_was_said_and_who_bears_it(reference: Reference) -> None:
    rows = reference.modifiers.liabilities

    step = place("97530", Coverage.NOT_NECESSARY, Notice.REQUIRED, rows).steps[0]

    assert step.says == (
        "97530: a denial as not necessary is expected, and a required ABN (GA) is on file."
        " What Medicare denies falls to the patient. Nothing of it counts towards the threshold."
    )
    assert step.cites == (
        "liability-modifiers-carrier",
        "carecostestimate-liability",
        "usc-42-1395l",
    )


def test_a_notice_that_does_not_fit_is_named_with_what_it_goes_with(reference: Reference) -> None:
    rows = reference.modifiers.liabilities

    found = place("97530", Coverage.EXCLUDED, Notice.REQUIRED, rows).findings

    assert [each.says for each in found] == [
        (
            "97530: a required ABN (GA) is on file, but no benefit covers it. Such a notice and GA"
            " go where a denial as not necessary is expected; the line carries GY."
        )
    ]


@pytest.mark.parametrize(
    ("borne", "kept"),
    [
        ((), ("GP", "KX")),
        (("GA",), ("GP", "GA")),
        (("GZ",), ("GP", "GZ")),
        (("GX", "GY"), ("GP", "GX", "GY")),
        (("GX",), ("GP", "KX", "GX")),
    ],
)
def test_kx_is_left_off_where_the_user_says_that_the_service_is_not_necessary_or_not_covered(
    reference: Reference, borne: tuple[str, ...], kept: tuple[str, ...]
) -> None:
    explained = join("97530", ("GP", "KX"), borne, reference.modifiers.conflicts)

    assert explained.value == kept
    left_off = [each.says for each in explained.findings]
    assert [says.startswith("97530: KX is left off. KX says") for says in left_off] == (
        [] if "KX" in kept else [True]
    )


def test_a_denial_that_the_provider_bears_is_told_whole(reference: Reference) -> None:
    (step,) = place(
        "97530", Coverage.NOT_NECESSARY, Notice.NONE, reference.modifiers.liabilities
    ).steps

    assert (step.rule, step.gives, step.cites[-1]) == ("notice", "GZ", "usc-42-1395l")
    assert step.says == (
        "97530: a denial as not necessary is expected, and no notice is on file. The provider"
        " bears the denial; the patient cannot be billed. Nothing of it counts towards the"
        " threshold."
    )


def test_a_notice_where_payment_is_expected_leaves_the_line_with_none_of_these(
    reference: Reference,
) -> None:
    rows = reference.modifiers.liabilities

    (found,) = place("97530", Coverage.EXPECTED, Notice.VOLUNTARY, rows).findings

    assert found.says == (
        "97530: a voluntary notice (GX) was given, but payment is expected. Such a notice and GX go"
        " where no benefit covers it; the line has none of these."
    )
    assert found.rule == "notice"
    assert found.cites == next(row.sources for row in rows if row.modifier == "GX")


def test_each_source_of_the_modifiers_stands_once(reference: Reference) -> None:
    (step,) = place(
        "97530", Coverage.EXCLUDED, Notice.VOLUNTARY, reference.modifiers.liabilities
    ).steps

    assert step.gives == "GX GY"
    assert len(step.cites) == len(set(step.cites))


def test_what_a_line_carries_stays_where_nothing_is_borne(reference: Reference) -> None:
    explained = join("97530", ("GP", "KX"), (), reference.modifiers.conflicts)

    assert explained == Explained(("GP", "KX"), ())


def test_what_is_left_off_is_said_with_why_and_source() -> None:
    conflicts = (Conflict(("KX", "GA"), "Why not.", ("source",)),)
    for pair in conflicts[0].modifiers, conflicts[0].modifiers[::-1]:
        turned = (Conflict(pair, "Why not.", ("source",)),)
        explained = join("97530", ("GP", "KX"), ("GA",), turned)

        assert explained == Explained(
            ("GP", "GA"),
            (),
            (Finding("notice", "97530: KX is left off. Why not.", ("source",)),),
        )


def test_a_contradiction_among_what_is_carried_or_among_what_is_borne_leaves_nothing_off() -> None:
    conflicts = (Conflict(("GP", "KX"), "", ()), Conflict(("GA", "GZ"), "", ()))

    explained = join("97530", ("GP", "KX"), ("GA", "GZ"), conflicts)

    assert explained == Explained(("GP", "KX", "GA", "GZ"), ())
