"""What changed since last year: to the cent, and split between factor and RVUs."""

from decimal import Decimal

from scripts.pages import changes, prices
from scripts.pages.facts import Facts


def test_both_parts_of_every_change_add_up_to_the_prices_of_the_calculator(facts: Facts) -> None:
    new, old = (year.priced_on for year in facts.years[:2])
    moved = {code: changes.move(facts, code) for code in facts.library.codes}

    for code, move in moved.items():
        before, now = (prices.amount(facts.reference, code, day) for day in (old, new))
        if move is None:
            assert before is None or now is None
            continue
        assert (move.before, move.now) == (before, now)
        assert move.by_factor + move.by_rvus == move.difference
    assert sum(move is not None for move in moved.values()) > 100


def test_the_factor_raised_97530_and_its_practice_expense_lowered_it(facts: Facts) -> None:
    move = changes.move(facts, "97530")

    assert move
    assert move.before == Decimal("34.61")
    assert move.by_factor == Decimal("1.13")  # 1.07 × 33.4009 is 35.74
    assert move.by_rvus == Decimal("-0.67")
    assert move.now == Decimal("35.07")


def test_a_code_that_kept_its_rvus_moved_by_the_factor_alone(facts: Facts) -> None:
    kept = [
        code
        for code, held in facts.library.codes.items()
        if len(held.periods) == 2
        and held.periods[0].work == held.periods[1].work
        and held.periods[0].practice_expense == held.periods[1].practice_expense
        and held.periods[0].malpractice == held.periods[1].malpractice
    ]
    moves = [move for code in kept if (move := changes.move(facts, code))]

    assert moves
    assert all(move.by_rvus == 0 for move in moves)


def test_a_code_new_this_year_says_so_and_has_no_table(facts: Facts) -> None:
    text = changes.section(facts, facts.library.codes["98979"])

    assert "New: RVU26B holds 98979, the release of 2025 does not." in text
    assert "<table" not in text
