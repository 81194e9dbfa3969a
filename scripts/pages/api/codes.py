"""codes.json: every code of the family, with RVUs, prices and the most units a day."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Literal

from pydantic import Field

from calculator.rules.fees import FORMULA
from scripts.content.joined import Code as Held
from scripts.content.modifier_fits import fits
from scripts.content.values import CodeNumber, Discipline, Figure, Key, Setting, Text, Timing
from scripts.pages import codes, prices
from scripts.pages.api.shapes import Dated, Kind, Page, Shape, Sources, Supported, held, one_each
from scripts.pages.api.valuation import Values
from scripts.pages.facts import Facts

FACTORS: tuple[Literal["conversion-factor", "conversion-factor-qp"], ...] = (
    "conversion-factor",
    "conversion-factor-qp",
)
SHARE = "mppr-kept-share"


class Group(Shape):
    """The group of the chapter that a code stands in."""

    key: Key = Field(description="The group’s key.")
    title: Text = Field(description="Its title here.")


class Time(Shape):
    """What a code’s units hang on."""

    timing: Timing = Field(description="How its units are counted.")
    base: Text = Field(description="The base in words.")
    further: CodeNumber | None = Field(description="The code that further units are billed under.")
    standing: Literal["official", "derived", "secondary", "unverified", "disputed"] | None = Field(
        description="How well that is supported; null where nothing is held."
    )
    sources: Sources


class Therapy(Supported):
    """Whether CMS counts a code as therapy."""

    status: Literal["always", "sometimes"] = Field(
        description="Therapy whoever gives it, or only under a plan of care."
    )


class Unusual(Supported):
    """Disciplines under which a code is no normal line."""

    disciplines: tuple[Discipline, ...] = Field(description="Those disciplines.")


class Price(Dated):
    """A national price, non-facility, worked out by the calculator; locality indices are 1."""

    factor: Literal["conversion-factor", "conversion-factor-qp"] = Field(
        description="The conversion factor it is worked out with, a key of figures.json."
    )
    amount: Figure = Field(description="One unit, in dollars.")
    further: Figure = Field(description="A unit that the MPPR reduces, in dollars.")


class UnitsADay(Dated):
    """The most units for one patient and day (MUE), in one setting."""

    setting: Setting = Field(description="Whose table it is.")
    value: int = Field(description="The most units.")
    mai: Text = Field(description="The adjudication indicator, 1 to 3.")
    rationale: Text | None = Field(description="CMS’s rationale; null where it was not seen.")


class Code(Shape):
    """A code with all the figures held of it."""

    key: Text = Field(description="The name of its file.")
    code: CodeNumber = Field(description="Its number.")
    label: Text = Field(description="Our own words for it. It is no CPT descriptor.")
    page: Page
    group: Group = Field(description="Where it stands in the chapter.")
    time: Time = Field(description="What its units hang on.")
    therapy: Therapy | None = Field(description="Null where it is not held.")
    unusual_for: Unusual | None = Field(description="Null where there is no such discipline.")
    modifiers: tuple[Text, ...] = Field(
        description="Modifiers that fit it by what is held of both; others may."
    )
    values: tuple[Values, ...] = Field(
        description="Its row of each fee schedule release, the oldest first."
    )
    prices: tuple[Price, ...] = Field(
        description="National prices, the oldest first; empty where there is none."
    )
    units_a_day: tuple[UnitsADay, ...] = Field(
        description="The most units for one patient and day (MUE), the newest first."
    )


class AllCodes(Shape):
    """Every code that is held."""

    codes: tuple[Code, ...] = Field(description="By number.")


def kind(facts: Facts) -> Kind:
    """Give the codes."""
    items = {each.code.lower(): _code(facts, each) for each in facts.library.codes.values()}
    return Kind(
        "codes",
        "Codes with RVUs, indicators, national prices and the most units a day.",
        {"codes": AllCodes, "code": Code},
        tuple(one_each("codes", "code", items, AllCodes(codes=tuple(items.values())))),
        example=f"codes/{codes.FEATURED.lower()}.json",
        page="codes/",
        items="codes/{key}.json",
    )


def _code(facts: Facts, code: Held) -> Code:
    modifiers = facts.library.modifiers.values()
    return Code(
        key=code.code.lower(),
        code=code.code,
        label=code.label,
        page=codes.address(code.code),
        group=Group(key=code.group.key, title=code.group.title),
        time=Time(**held(code.time)),
        therapy=Therapy(**held(code.therapy)) if code.therapy else None,
        unusual_for=Unusual(**held(code.unusual_for)) if code.unusual_for else None,
        modifiers=tuple(each.modifier for each in modifiers if fits(each, code)),
        values=tuple(Values(**held(each)) for each in code.periods),
        prices=tuple(_prices(facts, code)),
        units_a_day=tuple(UnitsADay(**held(each)) for each in code.mue),
    )


def _prices(facts: Facts, code: Held) -> Iterator[Price]:
    """Yield a price for each stretch of days in which nothing that it is made of changes."""
    figures = facts.library.figures
    for factor in FACTORS:
        for made_of in product(code.periods, figures[factor].periods, figures[SHARE].periods):
            start, end = max(each.start for each in made_of), min(each.end for each in made_of)
            amounts = _amounts(facts, code.code, factor, start) if start <= end else None
            if amounts:
                cited = (*FORMULA, *(key for each in made_of for key in each.sources))
                yield Price(
                    start=start,
                    end=end,
                    release=" × ".join(dict.fromkeys(each.release for each in made_of[:2])),
                    standing="derived",
                    sources=tuple(dict.fromkeys(cited)),
                    factor=factor,
                    amount=amounts[0],
                    further=amounts[1],
                )


def _amounts(facts: Facts, code: str, factor: str, day: date) -> tuple[Decimal, Decimal] | None:
    amount = prices.amount(facts.reference, code, day, factor=factor)
    further = prices.further(facts.reference, code, day, factor=factor)
    return None if amount is None or further is None else (amount, further)
