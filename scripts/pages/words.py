"""assets/words.json: what the search knows of words besides its index."""

import json
from collections.abc import Iterable

from scripts.pages.facts import Facts
from scripts.pages.subjects import Kind, Subject

# Their pages are called by a number or a letter pair, which few readers type.
BY_NUMBER: frozenset[Kind] = frozenset({"code", "modifier", "diagnosis", "pcs"})


def text(facts: Facts, subjects: Iterable[Subject]) -> str:
    """Write the synonyms, and what the pages that go by a number are about."""
    words = {
        "synonyms": [synonym.model_dump() for synonym in facts.library.synonyms],
        "labels": [
            (subject.address, subject.about)
            for subject in subjects
            if subject.kind in BY_NUMBER and "#" not in subject.address
        ],
    }
    return json.dumps(words, ensure_ascii=False, separators=(",", ":")) + "\n"
