"""Which codes a modifier fits: found among those held, as its content file says how."""

from scripts.content.joined import Code
from scripts.content.model.modifiers import Modifier
from scripts.content.modifier_fits import fits
from scripts.pages.facts import Facts


def codes(facts: Facts, modifier: Modifier) -> list[Code]:
    """List the codes that a modifier fits by what is held of them; none where that cannot tell."""
    return [code for code in facts.library.codes.values() if fits(modifier, code)]


def groups(facts: Facts, modifier: Modifier) -> list[tuple[str, list[Code]]]:
    """List the codes that a modifier fits by the titles of their groups."""
    found: dict[str, list[Code]] = {}
    for code in codes(facts, modifier):
        found.setdefault(code.group.key, []).append(code)
    titles = {group.key: group.title for group in facts.library.groups}
    return [(titles[key], found[key]) for key in titles if key in found]
