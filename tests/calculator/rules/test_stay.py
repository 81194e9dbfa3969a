"""A covered stay or episode stops the calculation, with its reason."""

import pytest

from calculator.rules.stay import stop
from calculator.words.vocabulary import Episode


def test_without_covered_care_the_calculation_goes_on() -> None:
    assert stop(Episode.NONE) == stop(Episode("none"))
    assert not stop(Episode.NONE).value
    assert stop(Episode.NONE).steps == ()


@pytest.mark.parametrize(
    ("episode", "begins"),
    [
        (Episode.PART_A_SNF, "In a covered Part A stay the skilled nursing facility's payment"),
        (Episode.HOME_HEALTH, "Under a home health plan of care the agency's payment"),
    ],
)
def test_covered_care_stops_it_and_says_why(episode: Episode, begins: str) -> None:
    explained = stop(episode)

    assert explained.value
    assert explained.steps[0].says.startswith(begins)
    assert "there is no KX" in explained.steps[0].says
    assert explained.findings[0].says == explained.steps[0].says
    assert explained.findings[0].cites == explained.steps[0].cites
