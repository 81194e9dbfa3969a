"""One code, one service: rows added, and days that are too long."""

import pytest

from calculator.rules.services import merge
from calculator.words.visit import Service


def test_the_rows_of_a_code_are_added_where_it_first_stood() -> None:
    explained = merge((Service("97530", 4), Service("97110", 15), Service("97530", 5)))

    assert list(explained.value.items()) == [("97530", 9), ("97110", 15)]
    assert [finding.says for finding in explained.findings] == [
        "97530 stands in 2 rows and is one service: 4 + 5 = 9 min."
    ]


@pytest.mark.parametrize(("minutes", "found"), [(1440, 0), (1441, 1)])
def test_more_minutes_than_a_day_has_are_found(minutes: int, found: int) -> None:
    assert len(merge((Service("97530", 1000), Service("97110", minutes - 1000))).findings) == found
