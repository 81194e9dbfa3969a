"""KX: one cent below, at and above the threshold, and what is left."""

from decimal import Decimal

import pytest

from calculator.reference.periods import Figure
from calculator.rules.threshold import attest
from calculator.words.explained import Explained
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
