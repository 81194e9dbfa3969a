"""The calculator as it stands in a page: the form, and the answer to the default visit."""

from calculator.words.vocabulary import Discipline
from scripts.pages import visits
from scripts.pages.facts import Facts
from scripts.pages.template import render


def fragment(facts: Facts, root: str) -> str:
    """Write form and answer for a page from which `root` leads to the site's root."""
    return render(
        "calculator.html",
        visit=visits.DEFAULT,
        answer=visits.answer(facts.reference, visits.DEFAULT, root),
        buckets={str(each): str(each.bucket) for each in Discipline},
        codes=list(facts.library.codes.values()),
        localities=list(facts.library.localities.values()),
        root=root,
    )
