"""A covered stay or episode stops the calculation, with its reason."""

import pytest

from calculator.rules.stay import stop
from calculator.words.explained import Finding
from calculator.words.vocabulary import Episode


def test_without_covered_care_the_calculation_goes_on() -> None:
    assert stop(Episode.NONE) == stop(Episode("none"))
    assert stop(Episode.NONE).value is False
    assert stop(Episode.NONE).steps == ()


@pytest.mark.parametrize(
    ("episode", "begins", "cites"),
    [
        (
            Episode.PART_A_SNF,
            "In a covered Part A stay the skilled nursing facility's payment",
            ("pub-100-04-ch05-10-copy", "usc-42-1395l"),
        ),
        (
            Episode.HOME_HEALTH,
            "Under a home health plan of care the agency's payment",
            ("pub-100-04-ch05-10-copy", "nancybeckley-home-health", "usc-42-1395l"),
        ),
    ],
)
def test_covered_care_stops_it_and_says_why(
    episode: Episode, begins: str, cites: tuple[str, ...]
) -> None:
    explained = stop(episode)

    assert explained.value is True
    assert explained.steps[0].says.startswith(begins)
    assert "there is no KX" in explained.steps[0].says
    assert explained.steps[0].rule == "stay"
    assert explained.steps[0].cites == cites
    assert explained.findings == (Finding("stay", explained.steps[0].says, cites),)
