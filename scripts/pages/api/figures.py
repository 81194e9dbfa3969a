"""figures.json, localities.json and indicators.json: what prices and limits are made of."""

from pydantic import Field

from scripts.content.values import Figure, Key, LocalityKey, Text
from scripts.pages.api.shapes import Dated, File, Kind, Shape, Supported, held
from scripts.pages.facts import Facts


class Value(Dated):
    """A figure in force from one day to another."""

    value: Figure = Field(description="The figure, in its unit.")


class Series(Shape):
    """A figure over the years."""

    key: Key = Field(description="Its key.")
    label: Text = Field(description="What it is.")
    unit: Text = Field(description="What it counts.")
    periods: tuple[Value, ...] = Field(description="The oldest first.")


class Figures(Shape):
    """Every figure that changes with time and stands by itself."""

    figures: tuple[Series, ...] = Field(description="By key.")


class Indices(Dated):
    """The three locality indices (GPCI) in force."""

    work: Figure = Field(description="Work, with the floor where it is in force.")
    work_without_floor: Figure | None = Field(
        description="Work without the floor; null where it was not published."
    )
    practice_expense: Figure = Field(description="Practice expense.")
    malpractice: Figure = Field(description="Malpractice.")


class Locality(Shape):
    """A payment locality of Medicare."""

    key: LocalityKey = Field(description="Contractor (MAC) and locality number.")
    name: Text = Field(description="Its name.")
    state: Text = Field(description="Its state, two letters.")
    counties: Text = Field(description="Its counties, as CMS lists them.")
    periods: tuple[Indices, ...] = Field(description="The oldest first.")


class Localities(Shape):
    """Every payment locality."""

    localities: tuple[Locality, ...] = Field(description="By key.")


class Meaning(Supported):
    """What one value means."""

    value: Text = Field(description="The value.")
    means: Text = Field(description="What it means, in our own words.")


class Indicator(Shape):
    """A column of the fee schedule or of the MUE table."""

    field: Text = Field(description="The field of codes.json.")
    label: Text = Field(description="What the column is called here.")
    values: tuple[Meaning, ...] = Field(description="The values that occur.")


class Indicators(Shape):
    """What the values of indicators mean."""

    indicators: tuple[Indicator, ...] = Field(description="By field.")


def figures(facts: Facts) -> Kind:
    """Give the figures."""
    whole = Figures(figures=tuple(Series(**held(each)) for each in facts.library.figures.values()))
    return Kind(
        "figures",
        "Conversion factors, thresholds, shares and the deductible over the years.",
        {"figures": Figures},
        (File("figures.json", "figures", whole),),
        example="figures.json",
        page="freshness/",
    )


def localities(facts: Facts) -> Kind:
    """Give the localities."""
    every = (
        Locality(
            key=each.key,
            name=each.name,
            state=each.state,
            counties=each.counties,
            periods=tuple(Indices(**held(period)) for period in each.periods),
        )
        for each in facts.library.localities.values()
    )
    return Kind(
        "localities",
        "Payment localities with their indices (GPCI).",
        {"localities": Localities},
        (File("localities.json", "localities", Localities(localities=tuple(every))),),
        example="localities.json",
        page="fees/",
    )


def indicators(facts: Facts) -> Kind:
    """Give the indicators, by field."""
    every = sorted(facts.library.indicators.items())
    whole = Indicators(indicators=tuple(Indicator(**held(each)) for _, each in every))
    return Kind(
        "indicators",
        "What the values of indicators in codes.json mean.",
        {"indicators": Indicators},
        (File("indicators.json", "indicators", whole),),
        example="indicators.json",
        page="codes/",
    )
