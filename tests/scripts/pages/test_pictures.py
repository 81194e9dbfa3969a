"""The geometry of the pictures."""

import re
from decimal import Decimal
from itertools import combinations, pairwise
from math import hypot

from hypothesis import given, strategies as st

from calculator.words.quarter_hours import boundaries
from scripts.pages import scale, swarm, timeline

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


def test_the_bands_of_the_time_line_meet_and_each_begins_at_its_boundary() -> None:
    bands = re.findall(
        r'<rect class="\w+" x="([\d.]+)%" y="22" width="([\d.]+)%"', timeline.picture()
    )
    wide = [(float(start), float(width)) for start, width in bands[: timeline.SIZES[0][1] + 1]]
    end = boundaries(timeline.SIZES[0][1])[1] + 1

    for (start, width), (after, _) in pairwise(wide):
        assert abs(start + width - after) < 0.02
    assert [round(start / 100 * end) for start, _ in wide] == [
        boundaries(count)[0] for count in range(len(wide))
    ]
    assert abs(sum(wide[-1]) - 100) < 0.02


def test_the_time_line_says_its_boundaries_in_words() -> None:
    assert "1 unit from minute 8, 2 units from minute 23, 3 units from" in timeline.picture()
