"""Policies of the manual on a whole day: which codes meet them, and that they are no edits."""

from calculator.reference.edits import Policy
from calculator.rules.policy import find, forbid
from calculator.words.vocabulary import Discipline, Standing

PT, OT = Discipline.PT, Discipline.OT


def policy(first: str, second: str, **changes: object) -> Policy:
    settings: dict[str, object] = {
        "key": "a",
        "title": "A",
        "section": "XI.P.3",
        "says": "It says so.",
        "note": "what",
        "standing": Standing.SECONDARY,
        "sources": ("manual",),
        "first": frozenset(first.split()),
        "second": frozenset(second.split()),
        **changes,
    }
    return Policy(**settings)  # type: ignore[arg-type]  # as the test says


REEVALUATION = policy("97164 97168", "97110 97530 97535")
ONCE = policy("97161 97164", "97161 97164", once=True)
MINUTES = policy("97110 97530", "97110 97530")


def test_a_policy_is_found_under_its_own_name_with_the_codes_that_meet_it() -> None:
    day = (("97110", 1, PT), ("97164", 1, PT), ("97530", 2, PT), ("97140", 1, PT))

    explained = find(day, (REEVALUATION,))

    assert [(finding.rule, finding.says, finding.cites) for finding in explained.findings] == [
        (
            "policy",
            "NCCI policy manual, XI.P.3, on 97164 beside 97110 and 97530: It says so.",
            ("manual",),
        )
    ]
    assert explained.value == ("what",)
    assert explained.steps == ()


def test_a_policy_that_no_pair_meets_is_silent() -> None:
    assert find((("97164", 1, PT), ("97168", 1, OT)), (REEVALUATION,)).findings == ()
    assert find((), (REEVALUATION,)).value == ()


def test_several_units_of_one_code_meet_only_a_policy_of_once_a_day() -> None:
    assert find((("97161", 1, PT),), (ONCE,)).findings == ()
    assert len(find((("97161", 2, PT),), (ONCE,)).findings) == 1
    assert find((("97110", 4, PT),), (MINUTES,)).findings == ()


def test_two_lines_of_one_code_meet_only_a_policy_of_once_a_day() -> None:
    assert len(find((("97161", 1, PT), ("97161", 1, OT)), (ONCE,)).findings) == 1
    assert find((("97110", 1, PT), ("97110", 1, OT)), (MINUTES,)).findings == ()


def test_two_evaluations_of_one_discipline_are_one_too_many() -> None:
    found = find((("97161", 1, PT), ("97164", 1, PT)), (ONCE,)).findings

    assert found[0].says == "NCCI policy manual, XI.P.3, on 97161 and 97164: It says so."


def test_a_policy_about_one_discipline_is_silent_across_two_plans_of_care() -> None:
    tests = policy("97750", "97161 97165", one_discipline=True)
    day = (("97750", 1, PT), ("97165", 1, OT))

    assert find(day, (tests,)).findings == ()
    assert len(find((*day, ("97161", 1, PT)), (tests,)).findings) == 1
    assert "97750 beside 97161:" in find((*day, ("97161", 1, PT)), (tests,)).findings[0].says


def test_what_no_manual_says_is_named_no_edit() -> None:
    found = find((("97110", 1, PT), ("97530", 1, PT)), (policy("97110", "97530", section=""),))

    assert found.findings[0].says.startswith("Not an edit, on 97110 beside 97530: ")


def test_equal_notes_stand_once() -> None:
    assert find((("97110", 1, PT), ("97530", 1, PT)), (MINUTES, MINUTES)).value == ("what",)


def test_every_note_stands_in_the_order_of_its_policy_and_an_empty_one_does_not() -> None:
    policies = tuple(policy("97110", "97530", note=note) for note in ("one", "", "two"))

    assert find((("97110", 1, PT), ("97530", 1, PT)), policies).value == ("one", "two")


def test_a_policy_that_forbids_does_so_for_one_discipline_or_for_all() -> None:
    tests = policy("97750", "97161", one_discipline=True, forbids=True)
    once = policy("97161", "97164", forbids=True)
    same, apart = ((PT, "97750"), (PT, "97161")), ((OT, "97750"), (PT, "97161"))

    assert forbid("97161", "97750", same, (tests, once)) == (tests,)
    assert forbid("97750", "97161", apart, (tests, once)) == ()
    assert forbid("97161", "97164", ((PT, "97161"), (OT, "97164")), (once,)) == (once,)
    assert forbid("97164", "97530", ((PT, "97164"), (PT, "97530")), (REEVALUATION,)) == ()
