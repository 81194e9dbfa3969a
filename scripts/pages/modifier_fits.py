"""Which codes a modifier fits: found among those held, as its content file says how."""

from scripts.content.joined import Code
from scripts.content.model.modifiers import Modifier
from scripts.pages.facts import Facts

EVALUATIONS = "evaluations"


def codes(facts: Facts, modifier: Modifier) -> list[Code]:
    """List the codes that a modifier fits by what is held of them; none where that cannot tell."""
    return [code for code in facts.library.codes.values() if fits(modifier, code)]


def fits(modifier: Modifier, code: Code) -> bool:
    """Tell whether what is held of a code makes the modifier fit it."""
    by = modifier.fits.by
    if by in {"any", "none"} or code.therapy is None or code.code in modifier.fits.without:
        return False
    if by == "assistant" and code.group.key == EVALUATIONS:
        return False
    return not unusual(modifier, code)


def unusual(modifier: Modifier, code: Code) -> bool:
    """Tell whether the code is no normal line under the modifier's plan of care."""
    return code.unusual_for is not None and modifier.fits.discipline in code.unusual_for.disciplines


def groups(facts: Facts, modifier: Modifier) -> list[tuple[str, list[Code]]]:
    """List the codes that a modifier fits by the titles of their groups."""
    found: dict[str, list[Code]] = {}
    for code in codes(facts, modifier):
        found.setdefault(code.group.key, []).append(code)
    titles = {group.key: group.title for group in facts.library.groups}
    return [(titles[key], found[key]) for key in titles if key in found]
