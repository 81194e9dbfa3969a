"""The calculator as it stands in a page: the form, and the answer to the default visit."""

import json
from collections.abc import Iterable

from calculator import one_line_door
from calculator.entry.line_words import MODIFIERS
from calculator.words.vocabulary import (
    Coverage,
    Discipline,
    Episode,
    Method,
    Notice,
    Participation,
    Setting,
)
from scripts.pages import visits
from scripts.pages.facts import Facts
from scripts.pages.template import render

# What the form offers to choose from, each in the words that a visit is written out with.
CHOICES = {
    each.__name__.lower(): {str(word): visits.SAID.get(word, str(word)) for word in each}
    for each in (Episode, Participation, Coverage, Notice)
}


def fragment(facts: Facts, root: str) -> str:
    """Write form and answer for a page from which `root` leads to the site's root."""
    return render(
        "calculator.html",
        visit=visits.DEFAULT,
        answer=visits.answer(facts.reference, visits.DEFAULT, root),
        said={**CHOICES, "setting": _named(Setting), "method": _named(Method)},
        buckets={str(each): str(each.bucket) for each in Discipline},
        codes=list(facts.library.codes.values()),
        localities=list(facts.library.localities.values()),
        modifiers=MODIFIERS,
        line=json.loads(
            one_line_door.read(json.dumps({"visit": visits.DEFAULT}), facts.names, root)
        ),
        root=root,
    )


def _named(words: Iterable[Method | Setting]) -> dict[str, str]:
    return {str(each): each.named for each in words}
