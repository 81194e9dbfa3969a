"""Worked examples in a page: answered by the calculator, and refused where the page disagrees."""

from pathlib import Path

import pytest

from calculator.reference import bundle
from scripts.pages import examples
from scripts.pages.blocks import Block, replace
from scripts.stages import Refused

RIGHT = """# A page

```example
title: The remainder decides
services: 97110 33, 97140 7
expect:
  lines: 97110 ×2 GP, 97140 ×1 GP
```

After.
"""


@pytest.fixture(scope="module")
def reference() -> bundle.Reference:
    """The figures as built."""
    return bundle.load(Path("build/reference.json").read_text(encoding="utf-8"))


def made(text: str, reference: bundle.Reference) -> str:
    """The page with its blocks worked out."""

    def html(block: Block) -> str:
        return examples.made(block, reference, "../../")

    return replace(text, "docs/page.md", html)


def test_a_block_becomes_the_answer_with_its_reasons_and_a_link(
    reference: bundle.Reference,
) -> None:
    page = made(RIGHT, reference)

    assert "```" not in page
    assert "33 + 7 = 40" in page
    assert 'href="../../calculator/#v=' in page
    assert page.startswith("# A page")
    assert page.endswith("After.\n")


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        (
            "97140 ×1 GP",
            "97140 ×2 GP",
            "docs/page.md:3: lines: the page says '97110 ×2 GP, 97140 ×2 ",
        ),
        ("lines:", "allowed: '1.00'\n  lines:", "docs/page.md:3: allowed: the page says '1.00', "),
        ("97110 33", "97111 33", "docs/page.md:3: .*got 97111; takes "),
        ("97110 33", "97110: 33", "docs/page.md:5: not YAML: "),
        (
            "97110 33,",
            "97110,",
            "docs/page.md:3: services: got '97110', takes a code and its minutes",
        ),
        ("title:", "titel:", "docs/page.md:3: got 'titel', takes title, "),
        ("lines:", "line:", "docs/page.md:3: got 'line', takes lines, "),
    ],
)
def test_a_page_that_disagrees_is_refused_at_its_line(
    reference: bundle.Reference, right: str, wrong: str, says: str
) -> None:
    assert right in RIGHT

    with pytest.raises(Refused, match=says):
        made(RIGHT.replace(right, wrong), reference)


def test_alternatives_are_held_to_as_well(reference: bundle.Reference) -> None:
    page = """```example
title: A tie
services: 97110 20, 97140 20
expect:
  lines: 97110 ×2 GP, 97140 ×1 GP
  alternatives: []
```
"""
    with pytest.raises(Refused, match="alternatives: the page says"):
        made(page, reference)


def test_a_comparison_counts_both_methods(reference: bundle.Reference) -> None:
    page = '```comparison\n- {services: "97110 8, 97140 8", cms: 1, midpoint: 2}\n```\n'
    assert "97110 8, 97140 8" in made(page, reference)

    with pytest.raises(Refused, match="midpoint: the page says 1 units, the calculator 2"):
        made(page.replace("midpoint: 2", "midpoint: 1"), reference)


CHARGED = """```example
title: Charged below the fee
services: 97530 38 charge 28.38
participation: participating
expect:
  lines: 97530 ×3 GP
  paid: {allowed: "85.14", medicare_pays: "66.75"}
  remittance: ["85.14: PR-2 17.03, CO-253 1.36, paid 66.75"]
```
"""


def test_a_block_shows_what_is_paid_of_a_charge(reference: bundle.Reference) -> None:
    page = made(CHARGED, reference)

    assert "97530 38 min at $28.38 a unit" in page
    assert "<p>Paid: allowed $85.14, Medicare pays $66.75.</p>" in page
    assert "charge first: 85.14: PR-2 17.03, CO-253 1.36, paid 66.75.</p>" in page


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ('"85.14", m', '"85.15", m', "paid, allowed: the page says '85.15', the calculator '85.1"),
        ("paid 66.75", "paid 66.76", "remittance: the page says"),
        (" charge 28.38", "", "paid, allowed: the page says '85.14', the calculator None"),
        (" charge 28.38", " charge 28.4", "services: got '97530 38 charge 28.4', takes a code and"),
    ],
)
def test_a_block_that_pays_otherwise_is_refused(
    reference: bundle.Reference, right: str, wrong: str, says: str
) -> None:
    with pytest.raises(Refused, match=says.replace("(", "[(]")):
        made(CHARGED.replace(right, wrong), reference)
