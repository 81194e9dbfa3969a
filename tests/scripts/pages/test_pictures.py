"""The geometry of the pictures."""

from decimal import Decimal
from itertools import combinations
from math import hypot

from hypothesis import given, strategies as st

from scripts.pages import scale, swarm

PLACES = st.lists(st.floats(0, 300), max_size=60)


@given(PLACES)
def test_no_two_dots_overlap(places: list[float]) -> None:
    dots = list(zip(places, swarm.heights(places, 6), strict=True))

    for one, other in combinations(dots, 2):
        assert hypot(one[0] - other[0], one[1] - other[1]) >= 5.99


@given(PLACES)
def test_every_dot_rests_on_the_line_or_on_another_dot(places: list[float]) -> None:
    dots = list(zip(places, swarm.heights(places, 6), strict=True))

    for place, (x, y) in enumerate(dots):
        others = dots[:place] + dots[place + 1 :]
        assert y == 0 or any(hypot(x - a, y - b) <= 6.01 for a, b in others)


def test_dots_far_apart_all_lie_on_the_line() -> None:
    assert swarm.heights([0, 10, 20], 6) == [0, 0, 0]


@given(st.lists(st.decimals(0, 2000, places=2), min_size=1), st.integers(4, 12))
def test_a_scale_holds_every_amount_and_few_ticks(amounts: list[Decimal], most: int) -> None:
    dollars = scale.fit(amounts, most)

    assert len(dollars.ticks) <= most
    assert all(0 <= dollars.percent(amount) <= 100 for amount in amounts)
    assert dollars.percent(Decimal(dollars.low)) == 0
    assert dollars.percent(Decimal(dollars.high)) == 100
