"""rules.json, corrections.json and sources.json: what is said here, and what it rests on."""

from datetime import date
from typing import Literal

from pydantic import Field

from scripts.content.model.corrections import Correction as HeldCorrection
from scripts.content.values import Key, Standing, Text
from scripts.pages.api.shapes import File, Kind, Page, Shape, Supported, held
from scripts.pages.facts import Facts

Touched = tuple[Text, ...]


class Rule(Supported):
    """A rule in our own words."""

    key: Key = Field(description="Its key, which every step of the calculator names.")
    title: Text = Field(description="What it is about.")
    states: Text = Field(description="The rule.")
    page: Page


class Rules(Shape):
    """Every rule that the calculator goes by."""

    rules: tuple[Rule, ...] = Field(description="By key.")


class Correction(Supported):
    """A statement of the page that this reference grew out of, put right."""

    number: int = Field(description="Its number.")
    page: Page
    part: Literal["wrong", "misleading", "found since"] = Field(description="What is amiss.")
    section: Text = Field(description="Where that page says it.")
    page_says: Text = Field(description="What that page says, in our words.")
    right: Text = Field(description="What is right.")
    evidence: tuple[Text, ...] = Field(description="What kind of evidence there is.")
    confidence: Literal["high", "medium", "low"] = Field(description="How sure we are.")
    would_change: Text = Field(description="What would change our mind.")
    touches: Touched = Field(description="Passages of this site that it touches.")


class Point(Supported):
    """A point on which the sources leave a choice."""

    number: int = Field(description="Its number.")
    question: Text = Field(description="What is in question.")
    state: Literal["settled here", "settled by the files", "open"] = Field(
        description="Whether and by what it is settled."
    )
    chosen: Text = Field(description="What holds on this site.")
    touches: Touched = Field(description="Passages of this site that it touches.")


class Corrections(Shape):
    """The corrections, and the open points."""

    corrections: tuple[Correction, ...] = Field(description="By number.")
    points: tuple[Point, ...] = Field(description="By number.")


class Source(Shape):
    """Something that is cited, and how far it was read."""

    key: Key = Field(description="The key that everything cites it by.")
    title: Text = Field(description="Its title.")
    page: Page
    standing: Standing = Field(description="How well it supports what rests on it.")
    settled: bool = Field(description="Whether it is this project’s own choice.")
    at: Text | None = Field(description="Its address; null where it is our own choice.")
    seen: date = Field(description="The day it was read.")
    extent: Literal["whole", "part", "quoted", "not re-read"] = Field(
        description="How far it was read."
    )
    says: Text | None = Field(description="What it says, in our own words; null where not told.")


class Sources(Shape):
    """Every source that anything rests on."""

    sources: tuple[Source, ...] = Field(description="By key.")


def rules(facts: Facts) -> Kind:
    """Give the rules."""
    every = (Rule(**held(each), page=f"rules/{key}/") for key, each in facts.library.rules.items())
    whole = File("rules.json", "rules", Rules(rules=tuple(every)))
    about = "The rules that the calculator goes by, in our own words."
    return Kind("rules", about, {"rules": Rules}, (whole,), "rules.json", "rules/")


def corrections(facts: Facts) -> Kind:
    """Give corrections and open points."""
    whole = Corrections(
        corrections=tuple(map(_correction, facts.library.corrections)),
        points=tuple(Point(**held(each)) for each in facts.library.points),
    )
    return Kind(
        "corrections",
        "What the page that this reference grew out of says, what is right, how surely.",
        {"corrections": Corrections},
        (File("corrections.json", "corrections", whole),),
        example="corrections.json",
        page="corrections/",
    )


def sources(facts: Facts) -> Kind:
    """Give the sources."""
    every = (
        Source(
            **each.model_dump(exclude={"seen"}),
            page=f"sources/{key}/",
            at=each.seen.at,
            seen=each.seen.on,
            extent=each.seen.extent,
        )
        for key, each in facts.library.sources.items()
    )
    whole = File("sources.json", "sources", Sources(sources=tuple(every)))
    about = "What everything here rests on, and how far it was read."
    return Kind("sources", about, {"sources": Sources}, (whole,), "sources.json", "sources/")


def _correction(correction: HeldCorrection) -> Correction:
    return Correction(**held(correction), page=f"corrections/#c{correction.number}")
