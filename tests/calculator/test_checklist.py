"""The documentation checklist: what of a claim calls for which demand, and for which not."""

from decimal import Decimal
from typing import get_args

import pytest

from calculator.checklist import CALLED_BY, Claim, Given, draw_up
from calculator.reference.bundle import Reference
from calculator.words.answer import Due
from calculator.words.claim import Line
from calculator.words.visit import Minutes
from calculator.words.vocabulary import Discipline, Standing
from scripts.content.model.demands import When

FEE = Decimal("35.07")
BASE = {"plan-of-care", "progress-report", "skilled-service", "signature", "total-minutes"}


def line(code: str, *modifiers: str, units: int = 1) -> Line:
    return Line(code, units, Discipline.PT, False, modifiers, FEE, (FEE,) * units)


def claim(
    *lines: Line, given: tuple[Given, ...] = (), co: tuple[tuple[str, str], ...] = ()
) -> Claim:
    return Claim(lines, given, co)


def due(reference: Reference, asked: Claim) -> dict[str, Due]:
    return {each.key: each for each in draw_up(asked, reference.demands)}


def test_a_visit_that_bills_nothing_has_no_checklist(reference: Reference) -> None:
    assert draw_up(claim(given=(Given("97530", Minutes(7), timed=True),)), reference.demands) == ()


def test_what_every_claim_needs_is_there_and_nothing_else(reference: Reference) -> None:
    asked = claim(line("97012", "GP"), given=(Given("97012", Minutes(20), timed=False),))

    assert set(due(reference, asked)) == BASE


def test_timed_minutes_are_asked_for_with_their_total(reference: Reference) -> None:
    given = (
        Given("97530", Minutes(33), timed=True),
        Given("97110", Minutes(7), timed=True),  # no line of its own, yet it counts
        Given("97012", Minutes(20), timed=False),
    )

    asked = due(reference, claim(line("97530", "GP", units=3), given=given))

    assert asked["timed-minutes"].why == "40 minutes of 97530 and 97110 count in the units."
    assert asked["timed-minutes"].standing is Standing.UNVERIFIED


def test_a_code_brings_what_its_own_note_has_to_show(reference: Reference) -> None:
    lines = (line("97530", "GO", units=2), line("97530", "GO", "CO"))

    note = due(reference, claim(*lines))["note-97530"]

    assert note.says.startswith("The task practiced, what about the patient’s own life it serves")
    assert note.why == "97530 is billed, 3 units."


@pytest.mark.parametrize(("assistant", "together"), [(0, 0), (1, 0), (0, 1)])
def test_the_assistants_minutes_stand_apart(
    reference: Reference, assistant: int, together: int
) -> None:
    given = (Given("97530", Minutes(30, assistant, together), timed=True),)

    asked = due(reference, claim(line("97530", "GP", units=2), given=given))

    assert ("assistants-minutes" in asked) == bool(assistant)
    assert ("minutes-together" in asked) == bool(together)
    if assistant:
        assert asked["assistants-minutes"].why == "1 minute of the assistant alone: 97530."


@pytest.mark.parametrize(
    ("modifier", "key"),
    [
        ("KX", "necessity-above-threshold"),
        ("59", "separate-times"),
        ("XU", "separate-times"),
        ("GA", "required-notice"),
        ("GX", "voluntary-notice"),
    ],
)
def test_a_modifier_brings_its_demand_with_the_lines_it_stands_on(
    reference: Reference, modifier: str, key: str
) -> None:
    lines = (line("97530", "GP", modifier), line("97110", "GP", modifier), line("97112", "GP"))

    asked = due(reference, claim(*lines))

    assert asked[key].why == f"{modifier} on 97530 and 97110."
    assert key not in due(reference, claim(line("97530", "GP")))


@pytest.mark.parametrize("modifier", ["GY", "GZ"])
def test_without_a_notice_none_is_asked_for(reference: Reference, modifier: str) -> None:
    asked = due(reference, claim(line("97012", "GP", modifier)))

    assert set(asked) == BASE


def test_a_re_evaluation_shows_what_changed_only_beside_treatment(reference: Reference) -> None:
    alone, beside = line("97164", "GP"), line("97530", "GP")

    assert "policy-re-evaluation-with-treatment" not in due(reference, claim(alone))
    asked = due(reference, claim(alone, beside))["policy-re-evaluation-with-treatment"]
    assert asked.says.startswith("What changed in the patient’s status")
    assert asked.why == "97164 and 97530 stand on one day."
    assert asked.standing is Standing.SECONDARY


def test_two_lines_of_one_code_are_no_pair(reference: Reference) -> None:
    lines = (line("97530", "GP", units=2), line("97530", "GP", "CQ"))

    assert "policy-minutes-counted-once" not in due(reference, claim(*lines))
    assert due(reference, claim(*lines, line("97110", "GP")))[
        "policy-minutes-counted-once"
    ].why == ("97530 and 97110 stand on one day.")


def test_two_evaluations_of_two_disciplines_are_both_named(reference: Reference) -> None:
    asked = due(reference, claim(line("97162", "GP"), line("97166", "GO")))

    assert asked["evaluated-level"].why == "97162 is billed, 1 unit. 97166 is billed, 1 unit."


def test_co_treatment_names_the_services_at_once(reference: Reference) -> None:
    pairs = (("97530 (PT)", "97535 (OT)"),)

    asked = due(reference, claim(line("97530", "GP"), co=pairs))

    assert asked["co-treatment"].why == "Two disciplines at once: 97530 (PT) with 97535 (OT)."


def test_every_word_that_content_may_use_is_known_to_the_checklist() -> None:
    assert set(CALLED_BY) == {*get_args(When), "pair"}  # a pair stands in the policies


def test_every_demand_has_sources_that_are_held(reference: Reference) -> None:
    held = reference.demands
    asked = [each.sources for each in held.every] + [each.sources for each in held.notes.values()]

    for sources in asked:
        assert sources
        assert all(source in reference.sources for source in sources)
