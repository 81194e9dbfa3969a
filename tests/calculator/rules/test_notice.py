"""GA, GX, GY and GZ for every answer on coverage and notice, and KX beside them."""

import pytest

from calculator.reference.bundle import Reference
from calculator.rules.notice import Borne, join, place
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
        "97530: a denial as not necessary is expected, and a required ABN is on file."
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
            "97530: a required ABN is on file, but no benefit covers it. Such a notice and GA go"
            " where a denial as not necessary is expected; the line carries GY."
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
