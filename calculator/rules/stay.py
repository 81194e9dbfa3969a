"""Covered care that pays for therapy itself: there the calculation stops."""

from calculator.words.explained import Explained, Finding, Step
from calculator.words.vocabulary import Episode

PART_A = (
    "In a covered Part A stay the skilled nursing facility's payment includes therapy: no Part B"
    " line is made of it, nothing counts towards the threshold, and there is no KX."
)
HOME_HEALTH = (
    "Under a home health plan of care the agency's payment covers all therapy: no Part B line is"
    " made of it by anybody else, nothing counts towards the threshold, and there is no KX."
)
SAYS = {
    Episode.PART_A_SNF: (PART_A, ("pub-100-04-ch05-10-copy", "usc-42-1395l")),
    Episode.HOME_HEALTH: (
        HOME_HEALTH,
        ("pub-100-04-ch05-10-copy", "nancybeckley-home-health", "usc-42-1395l"),
    ),
}


def stop(episode: Episode) -> Explained[bool]:
    """Tell whether the calculation stops before anything is counted, and why."""
    if episode is Episode.NONE:
        return Explained(value=False, steps=())
    says, cites = SAYS[episode]
    # A step, because it is the whole calculation; a finding, because it must not be overlooked.
    step, finding = Step("stay", says, cites), Finding("stay", says, cites)
    return Explained(value=True, steps=(step,), findings=(finding,))
