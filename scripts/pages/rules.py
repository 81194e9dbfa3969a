"""What a rule's page shows of its content file: the rule, its standing, its sources."""

from collections.abc import Iterator

from scripts.pages import timeline, units
from scripts.pages.facts import Facts
from scripts.pages.subjects import Subject
from scripts.pages.template import render

ROOT = "../../"
# In the order in which a visit goes through them.
ORDER = (
    *("stay", "services", "status", "units", "midpoint", "pair", "untimed", "assistants", "blocks"),
    *("fees", "mppr", "threshold", "modifiers", "notice", "conflicts", "edits", "mue", "policy"),
    *("payment", "costshare", "remittance"),
    *("boundaries", "audit", "carried"),
    "pcs",
)


def fragments(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the path below build/include and the HTML of every rule's fragments."""
    sources = facts.library.sources
    for key, rule in facts.library.rules.items():
        yield f"rules/{key}.html", render("rule.html", rule=rule, sources=sources, root=ROOT)
    rules = sorted(facts.library.rules.values(), key=lambda rule: ORDER.index(rule.key))
    yield "rules/index.html", render("rules.html", rules=rules)
    yield "tables/unit-chart.html", units.chart()
    yield "pictures/unit-boundaries.html", timeline.picture()


def subjects(facts: Facts) -> Iterator[Subject]:
    """Yield every rule; its title is an everyday word, so only links lead to it."""
    for key, rule in facts.library.rules.items():
        yield Subject("rule", (), f"rules/{key}/", rule.states)
