"""Which survivors of a mutation count as equivalent, and what is said of the others."""

import pytest
import yaml

from scripts.mutate import EQUIVALENT, Survivor, equivalents, report, rules

LIST = """
everywhere:
  - {was: "strict=True", becomes: ["strict=False", ""], why: of one length}
units:
  - {function: _tie, was: "a > b", becomes: ["a >= b"], why: never equal}
"""
TIE = Survivor("units", "_tie", "a > b", "a >= b")


@pytest.mark.parametrize(
    ("survivor", "listed"),
    [
        (TIE, True),
        (Survivor("mppr", "_tie", "a > b", "a >= b"), False),
        (Survivor("units", "_pool", "a > b", "a >= b"), False),
        (Survivor("units", "_tie", "a > b", "a < b"), False),
        (Survivor("mppr", "reduce", "zip(a, b, strict=True)", "zip(a, b, strict=False)"), True),
        (Survivor("mppr", "reduce", "zip(a, b, strict=True)", "zip(a, b, )"), True),
        (Survivor("mppr", "reduce", "zip(a, b, strict=True)", "zip(a, None, strict=True)"), False),
    ],
)
def test_a_change_is_equivalent_only_where_it_is_listed(survivor: Survivor, listed: bool) -> None:
    assert equivalents(LIST).has(survivor) is listed


def test_a_survivor_that_is_not_listed_and_an_entry_without_a_survivor_are_faults(
    capsys: pytest.CaptureFixture[str],
) -> None:
    other = Survivor("units", "_pool", "1", "2")
    known = equivalents(LIST)

    assert report("units", 9, [TIE], known) == []
    assert capsys.readouterr().out == "units: 9 mutants, 8 noticed, 1 equivalent, 0 survived\n"
    missing, gone = report("units", 9, [other], known)
    assert missing.startswith("No test notices this change of units, _pool:")
    assert gone.startswith("Listed as equivalent, but no survivor: units, _tie:")
    assert report("mppr", 9, [], known) == []


def test_every_entry_of_the_list_is_of_a_rule_and_has_its_reason() -> None:
    held = yaml.safe_load(EQUIVALENT.read_text("utf-8"))

    assert set(held) <= {"everywhere", *rules()}
    assert all(change["why"].strip() for changes in held.values() for change in changes)
