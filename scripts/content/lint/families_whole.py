"""Every family that is named is there, and where sides count it has each of them."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.model.diagnoses import DiagnosisFile
from scripts.content.problems import Problem

SIDES = ("right", "left")
DOMINANCES = ("dominant", "non-dominant")


def lint(content: Content) -> Iterator[Problem]:
    """Report each family without a file, and each side that is missing beside its siblings."""
    for code, file in content.diagnoses.items():
        if file.family not in content.families:
            takes = f"a key of families/: families/{file.family}.yaml is missing"
            yield Problem(f"diagnoses/{code}.yaml", "family", file.family, takes)
    for key in content.families:
        members = [file for file in content.diagnoses.values() if file.family == key]
        missing = " and ".join(_missing(members))
        if missing:
            yield Problem(f"families/{key}.yaml", "", f"no code for {missing}", "each side")


def _missing(members: list[DiagnosisFile]) -> Iterator[str]:
    held = {(file.side, file.dominance) for file in members}
    if any(file.dominance for file in members):
        wanted = {f"{side} {dominance}" for side in SIDES for dominance in DOMINANCES}
        named = {" ".join(filter(None, each)) for each in held}
        yield from sorted((wanted | {"unspecified"}) - named)
    elif any(file.side for file in members):
        sides = {side for side, _ in held}
        if sides != {"right"}:  # a code held alone, its family with many more
            yield from (side for side in SIDES if side not in sides)
