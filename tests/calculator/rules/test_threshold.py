"""KX: one cent below, at and above the threshold, and what is left."""

from decimal import Decimal

import pytest

from calculator.reference.periods import Figure
from calculator.rules.threshold import attest, doubt
from calculator.words.explained import Explained, Finding, Step
from calculator.words.vocabulary import Bucket, Standing

THRESHOLD = Figure(Decimal("2480.00"), ("cms",))
REVIEW = Figure(Decimal("3000.00"), ("statute",))


def asked(used: str, *amounts: str | None, threshold: Figure = THRESHOLD) -> Explained[bool]:
    own = tuple(None if amount is None else Decimal(amount) for amount in amounts)
    return attest(Bucket.PT_SLP, Decimal(used), own, threshold, REVIEW)


@pytest.mark.parametrize(
    ("used", "above"),
    [("2444.92", False), ("2444.93", False), ("2444.94", True), ("9000.00", True), ("0.00", False)],
)
def test_kx_stands_above_the_threshold_and_not_at_it(used: str, *, above: bool) -> None:
    assert asked(used, "35.07").value is above


def test_what_is_left_is_said_to_the_cent() -> None:
    (step,) = asked("2400.00", "35.07", "25.05").steps

    assert step.says == (
        "PT with SLP: $2,400.00 used and $60.12 of this visit are $2,460.12, not above the year's"
        " $2,480.00; $19.88 are left."
    )
    assert step.gives == "no KX"


def test_above_it_the_need_is_named_and_every_line_is_said_to_carry_kx() -> None:
    explained = asked("2480.00", "35.07")

    assert explained.steps[0].says.endswith("KX stands on every line of this bucket.")
    assert "settled-kx-lines" in explained.steps[0].cites
    assert len(explained.findings) == 1
    assert explained.findings[0].says.startswith("KX attests that")


@pytest.mark.parametrize(("used", "found"), [("2964.93", 1), ("2964.94", 2)])
def test_the_review_amount_is_found_above_it(used: str, found: int) -> None:
    assert len(asked(used, "35.07").findings) == found


def test_a_line_without_an_amount_leaves_it_open_unless_the_others_pass_it() -> None:
    assert [finding.rule for finding in asked("2400.00", None, "35.07").findings] == ["threshold"]
    assert asked("2400.00", None, "35.07").value is False

    passed = asked("2480.00", None, "35.07")

    assert passed.value is True
    assert all("no national amount" not in finding.says for finding in passed.findings)


def test_a_threshold_from_a_secondary_source_is_said_to_be_one() -> None:
    secondary = Figure(Decimal("2410.00"), ("copy",), Standing.SECONDARY)

    assert "as a secondary source has it" in asked("0.00", threshold=secondary).steps[0].says


def test_exactly_at_the_threshold_nothing_is_left_and_no_line_is_said_to_carry_kx() -> None:
    (step,) = asked("2444.93", "35.07").steps

    assert step.says.endswith("not above the year's $2,480.00; $0.00 are left.")
    assert step.gives == "no KX"
    assert "settled-kx-lines" not in step.cites


def test_one_cent_above_the_step_gives_kx() -> None:
    (step,) = asked("2444.94", "35.07").steps

    assert "are $2,480.01, above the year's $2,480.00" in step.says
    assert step.gives == "KX"


def test_a_year_that_starts_with_this_visit_says_that_nothing_was_used() -> None:
    assert (
        asked("0.00", "35.07")
        .steps[0]
        .says.startswith("PT with SLP: nothing used and $35.07 of this visit are $35.07,")
    )


def test_what_lies_above_the_review_amount_is_told_to_the_cent() -> None:
    found = asked("2964.94", "35.07").findings[1]

    assert found.says.startswith("PT with SLP: $3,000.01 are above $3,000.00,")
    assert found.cites == ("usc-42-1395l", "statute")


def test_a_line_without_an_amount_names_its_bucket() -> None:
    assert asked("0.00", None).findings[0].says.startswith("PT with SLP: a line has no national")


LATER = (
    "KX attests that the therapy above the threshold is medically necessary and that the record"
    " shows it. It is no formality; PT with SLP without that need takes a notice instead."
)
ACCRUAL = ("settled-kx-accrual", "pub-100-04-ch05-10-3")


def test_every_sentence_above_the_threshold_stands_with_its_sources() -> None:
    explained = asked("2964.94", "35.07")

    says = (
        "PT with SLP: $2,964.94 used and $35.07 of this visit are $3,000.01, above the year's"
        " $2,480.00; KX stands on every line of this bucket."
    )
    review = (
        "PT with SLP: $3,000.01 are above $3,000.00, from where contractors may review the record;"
        " the review is targeted, not automatic."
    )
    assert explained.steps == (
        Step("threshold", says, ("cms", *ACCRUAL, "settled-kx-lines"), "KX"),
    )
    assert explained.findings == (
        Finding("threshold", LATER, ACCRUAL),
        Finding("threshold", review, ("usc-42-1395l", "statute")),
    )


def test_a_line_without_an_amount_is_told_with_what_hangs_on_it() -> None:
    says = (
        "PT with SLP: a line has no national amount and counts as nothing here. Whether the"
        " threshold is passed hangs on what the contractor allows for it."
    )
    assert asked("0.00", None).findings == (Finding("threshold", says, ACCRUAL),)


@pytest.mark.parametrize(
    ("amounts", "says"),
    [
        ((), "$10.00 used, and no line of this visit counts, not above"),
        ((None,), "$10.00 used, and no national amount of this visit, not above"),
        ((None, "5.00"), "$10.00 used and $5.00 of this visit are $15.00, not above"),
    ],
)
def test_a_visit_that_adds_nothing_says_why(amounts: tuple[str | None, ...], says: str) -> None:
    (step,) = asked("10.00", *amounts).steps

    assert step.says.startswith(f"PT with SLP: {says} the year's $2,480.00; ")


def test_the_doubt_about_a_secondary_threshold_stands_behind_its_amount() -> None:
    secondary = Figure(Decimal("2410.00"), ("copy",), Standing.SECONDARY)
    (step,) = asked("0.00", "35.07", threshold=secondary).steps

    assert step.says == (
        "PT with SLP: nothing used and $35.07 of this visit are $35.07, not above the year's"
        " $2,410.00, as a secondary source has it (no better one is held); $2,374.93 are left."
    )
    assert step.cites == ("copy", *ACCRUAL)


@pytest.mark.parametrize(("used", "above"), [("2446.68", False), ("2446.69", True)])
def test_without_participation_both_ways_of_counting_are_told(used: str, *, above: bool) -> None:
    share = Figure(Decimal("0.95"), ("share",))  # 33.32 of 35.07
    explained = doubt(Bucket.PT_SLP, Decimal(used), (Decimal("35.07"),), THRESHOLD, share)

    assert explained.value is above
    assert asked(used, "35.07").value is True
    (found,) = explained.findings
    assert "the fee schedule amounts are counted, $35.07 of this visit" in found.says
    assert "not settled by what is held here" in found.says
    assert f"{'above' if above else 'not above'} the threshold of $2,480.00" in found.says


def test_without_any_amount_there_is_no_second_way_of_counting() -> None:
    share = Figure(Decimal("0.95"), ("share",))

    assert doubt(Bucket.OT, Decimal(0), (None,), THRESHOLD, share).findings == ()
