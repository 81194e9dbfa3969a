"""What a modifier does not fit is held, and a plan of care's modifier names its discipline."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem

OF_A_PLAN = {"plan", "assistant"}


def lint(content: Content) -> Iterator[Problem]:
    """Report each code left out that is not held, and each discipline missing or out of place."""
    for key, file in content.modifiers.items():
        where, fits = f"modifiers/{key}.yaml", file.fits
        for place, code in enumerate(fits.without):
            if code not in content.codes:
                yield Problem(where, f"fits.without[{place}]", code, "a code that codes/ has")
        if (fits.discipline is not None) != (fits.by in OF_A_PLAN):
            takes = "a discipline with plan or assistant, and with nothing else"
            yield Problem(where, "fits.discipline", fits.discipline or "nothing", takes)
