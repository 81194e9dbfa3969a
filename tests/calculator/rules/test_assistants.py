"""CQ and CO: who gave each unit, one minute either side of every edge."""

import pytest

from calculator.rules.assistants import divide, mark
from calculator.words.explained import Explained, Step
from calculator.words.visit import Minutes


def units(total: int, *minutes: int) -> tuple[int, int]:
    """Divide `total` units: without the modifier, with it."""
    return divide("97530", Minutes(*minutes), total, "CQ").value


@pytest.mark.parametrize(
    ("therapist", "assistant", "with_it"),
    [
        *[(8, 14, False), (7, 14, True), (7, 8, True), (8, 7, False), (8, 8, False)],
        *[(10, 10, False), (8, 1, False), (7, 1, True), (7, 7, True), (0, 8, True), (8, 0, False)],
        (5, 3, True),
    ],
)
def test_eight_minutes_of_the_therapist_alone_make_the_last_unit_the_therapists(
    therapist: int, assistant: int, *, with_it: bool
) -> None:
    assert units(1, therapist, assistant) == ((0, 1) if with_it else (1, 0))


@pytest.mark.parametrize(
    ("therapist", "assistant", "expected"),
    [
        *[(9, 14, (1, 1)), (14, 9, (1, 1)), (12, 12, (1, 1)), (14, 14, (1, 1))],
        (14, 8, (1, 1)),  # 22 minutes: two units only where another code lifts the total
    ],
)
def test_two_units_left_are_one_of_each(
    therapist: int, assistant: int, expected: tuple[int, int]
) -> None:
    assert units(2, therapist, assistant) == expected


@pytest.mark.parametrize(
    ("total", "therapist", "assistant", "expected"),
    [
        (3, 15, 30, (1, 2)),
        (4, 32, 30, (2, 2)),
        (3, 22, 16, (1, 2)),  # one whole each; of the last 7 and 1, and 1 of 8 is above a tenth
        (3, 23, 15, (2, 1)),  # one whole each; of the last the therapist gave 8
        (2, 17, 9, (1, 1)),
        (4, 40, 20, (3, 1)),
    ],
)
def test_whole_quarter_hours_go_to_who_gave_them(
    total: int, therapist: int, assistant: int, expected: tuple[int, int]
) -> None:
    assert units(total, therapist, assistant) == expected


def test_minutes_together_are_the_therapists() -> None:
    assert units(1, 0, 14, 8) == (1, 0)
    assert units(1, 0, 14, 7) == (0, 1)


def test_units_of_the_therapist_alone_need_no_step() -> None:
    explained = divide("97530", Minutes(38), 3, "CQ")

    assert explained.value == (3, 0)
    assert explained.steps == ()


def test_the_steps_tell_the_minutes_of_the_last_unit() -> None:
    steps = divide("97535", Minutes(17, 9), 2, "CO").steps

    assert [step.gives for step in steps] == ["1 + 0", "assistant's", "1 with CO"]
    assert steps[0].says == (
        "97535: 17 minutes of the therapist, 9 of the assistant. Full 15-minute units go to who"
        " gave them: therapist one, assistant none."
    )
    assert steps[1].says == (
        "The last unit of 97535 holds 2 of the therapist and 9 of the assistant: the assistant"
        " gave 8 or more, the therapist fewer."
    )
    assert steps[2].says == (
        "97535: 1 unit without CO and 1 unit with it stand on lines of their own."
    )


@pytest.mark.parametrize(
    ("therapist", "assistant", "together", "with_it"),
    [
        *[(27, 3, 0, False), (26, 4, 0, True), (9, 1, 0, False), (8, 1, 0, True)],
        *[(0, 1, 9, False), (0, 1, 8, True), (0, 20, 0, True), (20, 0, 0, False), (0, 0, 0, False)],
    ],
)
def test_an_untimed_service_is_the_assistants_above_a_tenth_of_its_time(
    therapist: int, assistant: int, together: int, *, with_it: bool
) -> None:
    minutes = Minutes(therapist, assistant, together)

    assert mark("97150", minutes, "CQ").value is with_it


@pytest.mark.parametrize(
    ("therapist", "assistant", "why"),
    [
        (8, 7, "the therapist alone gave 8 or more."),
        (7, 8, "the assistant gave 8 or more, the therapist fewer."),
        (7, 7, "both fewer than 8, the assistant's part more than 10%."),
    ],
)
def test_the_last_unit_says_which_edge_decided(therapist: int, assistant: int, why: str) -> None:
    step = divide("97530", Minutes(therapist, assistant), 1, "CQ").steps[1]

    assert step.rule == "assistants"
    assert step.cites == ("aota-ota-modifier",)
    assert step.says.endswith(f"assistant: {why}")
    assert step.gives == ("therapist's" if therapist == 8 else "assistant's")


def test_two_units_left_are_told_with_their_minutes() -> None:
    steps = divide("97530", Minutes(14, 9), 2, "CQ").steps

    assert steps[1].rule == "assistants"
    assert steps[1].says == (
        "Two units of 97530 are left, with 14 minutes of the therapist and 9 of the assistant:"
        " one is the therapist's, one the assistant's."
    )
    assert steps[1].cites == ("cms-therapy-services", "settled-two-units-left")
    assert steps[1].gives == "1 + 1"


@pytest.mark.parametrize(
    ("minutes", "says", "gives"),
    [
        ((15, 1), "97530: no unit carries CQ.", "none"),
        ((0, 15), "97530: every unit carries CQ.", "1 with CQ"),
    ],
)
def test_one_line_is_not_said_to_be_two(minutes: tuple[int, int], says: str, gives: str) -> None:
    step = divide("97530", Minutes(*minutes), 1, "CQ").steps[-1]

    assert (step.says, step.gives) == (says, gives)


@pytest.mark.parametrize(
    ("minutes", "says", "gives"),
    [
        ((9, 1), "97150: the assistant gave 1 of 10 minutes, not more than 10%", "no CQ"),
        ((8, 2), "97150: the assistant gave 2 of 10 minutes, more than 10%", "CQ"),
    ],
)
def test_an_untimed_service_says_on_which_side_of_a_tenth_it_lies(
    minutes: tuple[int, int], says: str, gives: str
) -> None:
    (step,) = mark("97150", Minutes(*minutes), "CQ").steps

    assert (step.says, step.gives) == (f"{says} of the service.", gives)
    assert (step.rule, step.cites) == ("assistants", ("aota-ota-modifier", "usc-42-1395m-v"))


@pytest.mark.parametrize(("therapist", "assistant", "said"), [(26, 3, True), (26, 4, False)])
def test_where_rounding_to_whole_minutes_may_say_otherwise_the_step_says_so(
    therapist: int, assistant: int, *, said: bool
) -> None:
    (step,) = mark("97150", Minutes(therapist, assistant), "CQ").steps

    assert ("rounding" in step.says) is said


def test_whole_quarter_hours_are_told_with_the_minutes_together() -> None:
    explained = divide("97530", Minutes(18, 31, 14), 4, "CQ")

    says = (
        "97530: 32 minutes of the therapist, 14 of them together, 31 of the assistant. Full"
        " 15-minute units go to who gave them: therapist two, assistant two."
    )
    cites = ("pt-management-assistants", "aota-ota-modifier", "usc-42-1395m-v")
    assert explained.steps[0] == Step("assistants", says, cites, "2 + 2")
    lines = "97530: 2 units without CQ and 2 units with it stand on lines of their own."
    assert explained.steps[1:] == (Step("assistants", lines, ("cms-cq-co-examples",), "2 with CQ"),)


def test_a_service_that_earned_no_unit_has_none_to_divide() -> None:
    assert divide("97530", Minutes(0, 7), 0, "CQ") == Explained((0, 0), ())
    assert mark("97150", Minutes(20), "CQ") == Explained(False, ())


def test_a_last_unit_shared_without_a_whole_quarter_hour_says_none() -> None:
    (whole, _, _) = divide("97530", Minutes(1, 7), 1, "CO").steps

    assert whole.says == (
        "97530: 1 minute of the therapist, 7 of the assistant. Full 15-minute units go to who gave"
        " them: therapist none, assistant none."
    )
    assert whole.gives == "0 + 0"


def test_where_rounding_may_say_otherwise_it_is_called_exact() -> None:
    (step,) = mark("97150", Minutes(26, 3), "CQ").steps

    assert step.says == (
        "97150: the assistant gave 3 of 29 minutes, more than 10% of the service. Exact; CMS's"
        " ways of rounding to whole minutes may say otherwise here."
    )


@pytest.mark.parametrize(
    ("minutes", "said"),
    [((4, 1), True), ((3, 1), False), ((13, 2), True), ((12, 2), False), ((14, 1), False)],
)
def test_half_a_minute_rounds_up_where_rounding_is_spoken_of(
    minutes: tuple[int, int], *, said: bool
) -> None:
    # A tenth of 5 minutes is half a minute, of 15 one and a half.
    (step,) = mark("97150", Minutes(*minutes), "CQ").steps

    assert ("Exact" in step.says) is said


def test_a_last_unit_without_a_minute_of_the_assistant_is_the_therapists() -> None:
    # The assistant's 15 minutes are a whole unit; of the second one, the therapist gave all 7.
    explained = divide("97530", Minutes(7, 15), 2, "CQ")

    assert explained.value == (1, 1)
    assert explained.steps[1].gives == "therapist's"
    assert explained.steps[1].says == (
        "The last unit of 97530 holds 7 of the therapist and 0 of the assistant: both fewer than 8,"
        " the assistant's part not more than 10%."
    )
