"""The unit boundaries as a picture: minutes along a line, and the units earned from each."""

from calculator.words.quarter_hours import boundaries
from scripts.pages.template import render

SIZES = (("large", 8), ("small", 5))  # class, and how many units it is drawn for


def picture() -> str:
    """Draw the boundaries, once for a wide and once for a narrow page."""
    return render(
        "timeline.html",
        drawn=[(name, _bands(most)) for name, most in SIZES],
        words=[(count, boundaries(count)[0]) for count in range(1, SIZES[0][1] + 1)],
        quarter=boundaries(2)[0] - boundaries(1)[0],
    )


def _bands(most: int) -> dict[str, object]:
    """Lay out the bands between boundaries, places in percent of the whole."""
    end = boundaries(most)[1] + 1
    bands = [
        (count, fewest, _percent(fewest, end), _percent(last + 1 - fewest, end))
        for count, (fewest, last) in ((each, boundaries(each)) for each in range(most + 1))
    ]
    step = boundaries(2)[0] - boundaries(1)[0]
    return {
        "bands": bands,
        "quarters": [(_percent(each, end), each) for each in range(0, end, step)],
    }


def _percent(minutes: int, end: int) -> float:
    return round(minutes / end * 100, 2)
