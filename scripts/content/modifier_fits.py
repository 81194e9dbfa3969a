"""Whether a modifier fits a code, by what is held of both."""

from scripts.content.joined import Code
from scripts.content.model.modifiers import Modifier

EVALUATIONS = "evaluations"


def fits(modifier: Modifier, code: Code) -> bool:
    """Tell whether what is held of a code makes the modifier fit it."""
    by = modifier.fits.by
    if (
        by in {"any", "untimed", "none"}
        or code.therapy is None
        or code.code in modifier.fits.without
    ):
        return False
    if by == "assistant" and code.group.key == EVALUATIONS:
        return False
    return not unusual(modifier, code)


def unusual(modifier: Modifier, code: Code) -> bool:
    """Tell whether the code is no normal line under the modifier's plan of care."""
    return code.unusual_for is not None and modifier.fits.discipline in code.unusual_for.disciplines
