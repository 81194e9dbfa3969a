"""names.json: what people call codes and places, for the line in which a visit is written.

Lists, never objects keyed by code; fetched when a line is first read, as no answer needs it.
"""

import json

from calculator.reference.names import SCHEMA
from calculator.words.vocabulary import Timing
from scripts.content.library import Library


def text(library: Library) -> str:
    """Write names.json as compact JSON, the same text for the same content."""
    return json.dumps(_whole(library), ensure_ascii=False, separators=(",", ":")) + "\n"


def _whole(library: Library) -> dict[str, object]:
    factors = library.figures["conversion-factor"].periods
    return {
        "schema": SCHEMA,
        "days": [str(factors[0].start), str(factors[-1].end)],
        "codes": [
            [each.code, each.label, Timing(each.time.timing).counts_minutes]
            for each in library.codes.values()
        ],
        "places": [
            [each.key, each.name, each.state, each.counties] for each in library.localities.values()
        ],
    }
