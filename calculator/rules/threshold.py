"""KX: the year's allowed amounts of a bucket against its threshold."""

from decimal import Decimal

from calculator.reference.periods import Figure
from calculator.words.explained import Explained, Finding, Step
from calculator.words.money import NOTHING, cents, dollars
from calculator.words.sentences import listed
from calculator.words.vocabulary import Bucket, Standing

ACCRUAL = ("settled-kx-accrual", "pub-100-04-ch05-10-3")
EVERY_LINE = "settled-kx-lines"
REVIEW = "usc-42-1395l"


def attest(
    bucket: Bucket,
    used: Decimal,
    amounts: tuple[Decimal | None, ...],
    threshold: Figure,
    review: Figure,
) -> Explained[bool]:
    """Tell whether the lines of a bucket carry KX: once they take the year above its threshold.

    `used` is what the year's claims came to before this visit and `amounts` what its own lines
    bring after MPPR, in dollars, coinsurance and deductible included. Equal is not above. `review`
    is the amount above which contractors may look closer.
    """
    known = tuple(amount for amount in amounts if amount is not None)
    year = sum(known, used)
    above = year > threshold.value
    secondary = threshold.standing is Standing.SECONDARY
    doubt = ", as a secondary source has it (no better one is held)" if secondary else ""
    against = f"{'above' if above else 'not above'} the year's {dollars(threshold.value)}{doubt}"
    says = f"{bucket}: {_year(used, amounts, known)}, {against}; {_left(year, threshold.value)}"
    cites = (*threshold.cites, *ACCRUAL, *((EVERY_LINE,) if above else ()))
    steps = (Step("threshold", says, cites, "KX" if above else "no KX"),)
    unknown = None in amounts and not above
    found = [_unknown(bucket)] if unknown else []
    return Explained(above, steps, (*found, *_attests(bucket, year, above=above, review=review)))


def _year(used: Decimal, amounts: tuple[Decimal | None, ...], known: tuple[Decimal, ...]) -> str:
    before = f"{dollars(used)} used" if used else "nothing used"
    if not amounts:
        return f"{before}, and no line of this visit counts"
    if not known:
        return f"{before}, and no national amount of this visit"
    visit = sum(known, NOTHING)
    return f"{before} and {dollars(visit)} of this visit are {dollars(used + visit)}"


def _left(year: Decimal, threshold: Decimal) -> str:
    if year > threshold:
        return "KX stands on every line of this bucket."
    return f"{dollars(threshold - year)} are left."


def doubt(
    bucket: Bucket,
    used: Decimal,
    amounts: tuple[Decimal | None, ...],
    threshold: Figure,
    share: Figure,
) -> Explained[bool]:
    """Tell whether KX would be due by what is allowed of each amount without participation.

    `share` is that smaller share. The whole amounts decide all the same; the finding names both.
    """
    known = tuple(amount for amount in amounts if amount is not None)
    smaller = sum((cents(amount * share.value) for amount in known), NOTHING)
    year = used + smaller
    above = "above" if year > threshold.value else "not above"
    says = (
        f"{bucket}: the fee schedule amounts are counted, {dollars(sum(known, NOTHING))} of this"
        f" visit. A provider who does not participate is allowed {share.value:.0%} of them,"
        f" {dollars(smaller)}. Which of the two counts towards the threshold is not settled by what"
        f" is held here; with the smaller one the year would come to {dollars(year)}, {above} the"
        f" threshold of {dollars(threshold.value)}."
    )
    found = (Finding("threshold", says, (*share.cites, *ACCRUAL)),) if known else ()
    return Explained(year > threshold.value, (), found)


def with_denied(
    bucket: Bucket, codes: tuple[str, ...], year: Decimal, without: Decimal, threshold: Figure
) -> tuple[Finding, ...]:
    """Tell where a year passes the threshold only with the lines of these codes, denied by an edit.

    `year` is what it comes to with them and `without` what it comes to without, in dollars.
    """
    if year <= threshold.value or without > threshold.value:
        return ()
    says = (
        f"{bucket}: {listed(codes)}, which an edit denies, counts towards the threshold here and"
        f" KX stands. Without it the year would come to {dollars(without)}, not above"
        f" {dollars(threshold.value)}: what is denied is no incurred expense."
    )
    return (Finding("threshold", says, (*threshold.cites, *ACCRUAL)),)


def _unknown(bucket: Bucket) -> Finding:
    says = (
        f"{bucket}: a line has no national amount and counts as nothing here. Whether the threshold"
        " is passed hangs on what the contractor allows for it."
    )
    return Finding("threshold", says, ACCRUAL)


def _attests(bucket: Bucket, year: Decimal, *, above: bool, review: Figure) -> list[Finding]:
    if not above:
        return []
    says = (
        "KX attests that the therapy above the threshold is medically necessary and that the record"
        f" shows it. It is no formality; {bucket} without that need takes a notice instead."
    )
    found = [Finding("threshold", says, ACCRUAL)]
    if year > review.value:
        says = (
            f"{bucket}: {dollars(year)} are above {dollars(review.value)}, from where contractors"
            " may review the record; the review is targeted, not automatic."
        )
        found.append(Finding("threshold", says, (REVIEW, *review.cites)))
    return found
