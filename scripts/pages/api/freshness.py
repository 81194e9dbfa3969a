"""freshness.json: until when each release and figure holds, and what is awaited."""

from datetime import date

from pydantic import Field

from scripts.content.values import Dated as HeldDated, Key, Text
from scripts.pages import freshness, releases
from scripts.pages.api.shapes import Dated, File, Kind, Shape, Supported, held
from scripts.pages.facts import Facts


class Held(Dated):
    """A release, or the newest period of a figure."""

    key: Text = Field(description="A file of content/ without its suffix: rvu/…, figures/….")
    what: Text = Field(description="What it is.")
    newest: bool = Field(description="Whether nothing later of its kind is held.")
    awaited: Key | None = Field(description="What takes its place, by key; null where not known.")


class Awaited(Supported):
    """A release that is not held here."""

    key: Key = Field(description="Its key.")
    what: Text = Field(description="What it is.")
    needed_from: date = Field(description="The first day it answers for.")
    follows: tuple[Text, ...] = Field(description="Keys of what it takes the place of.")
    says: Text = Field(description="What is known of it.")


class Freshness(Shape):
    """What is held, and what comes next."""

    held: tuple[Held, ...] = Field(description="By last day, then by key.")
    awaited: tuple[Awaited, ...] = Field(description="By the day it is needed.")


def kind(facts: Facts) -> Kind:
    """Give what is held and what is awaited."""
    new = {each.key: each for each in freshness.newest(facts)}
    found = [
        _held(each.key, each.what, each.period, each.awaited.key if each.awaited else None)
        for each in new.values()
    ]
    found += [
        _held(path, releases.kind(path), release, None, newest=False)
        for path, release in facts.library.releases.items()
        if path not in new
    ]
    awaited = [Awaited(**held(each)) for each in facts.library.awaited]
    whole = Freshness(
        held=tuple(sorted(found, key=lambda each: (each.end, each.key))),
        awaited=tuple(sorted(awaited, key=lambda each: (each.needed_from, each.key))),
    )
    return Kind(
        "freshness",
        "Until when each release and figure holds, and what is awaited next.",
        {"freshness": Freshness},
        (File("freshness.json", "freshness", whole),),
        example="freshness.json",
        page="freshness/",
    )


def _held(
    key: str, what: str, period: HeldDated, awaited: str | None, *, newest: bool = True
) -> Held:
    fields = period.model_dump(include=set(Dated.model_fields))
    return Held(**fields, key=key, what=what, newest=newest, awaited=awaited)
