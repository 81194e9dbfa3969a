"""What a remittance calls each amount that is not paid, as a table."""

from collections.abc import Iterator

from calculator.words import remittance
from scripts.pages.facts import Facts
from scripts.pages.template import render

ROOT = "../../"  # the table stands on a page two folders deep
BEARERS = {"CO": "the provider", "PR": "the patient", "OA": "neither"}


def fragments(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the tables of what lowers a payment and of what denies a line."""
    held = facts.library.adjustments
    kinds = {
        "lowered": [held[key] for key in remittance.KEYS if key not in remittance.DENIALS],
        "denied": [held[key] for key in remittance.DENIALS],
    }
    for kind, adjustments in kinds.items():
        table = render(
            "adjustments.html",
            adjustments=adjustments,
            bearers=BEARERS,
            sources=facts.library.sources,
            root=ROOT,
        )
        yield f"adjustments/{kind}.html", table
