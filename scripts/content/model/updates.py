"""The shape of content/updates/: what each import moved, kept as it was told on its day."""

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from scripts.content.model.examples import Dollars
from scripts.content.values import CodeNumber, Frozen, LocalityKey, Supported, Text

Change = Annotated[str, StringConstraints(pattern=r"^-?(0|[1-9][0-9]*)\.[0-9]{2}$")]
Address = Annotated[str, StringConstraints(pattern=r"^[a-z0-9./#-]+$")]


class Moved(Frozen):
    """Something that says another thing now; None where it said nothing."""

    what: Text
    before: Text | None = None
    now: Text | None = None
    page: Address | None = None  # from the site's root


class PriceMoved(Frozen):
    """A unit of a code in dollars, and what moved it; None where there is no price."""

    code: CodeNumber
    before: Dollars | None = None
    now: Dollars | None = None
    by_factor: Change | None = None
    by_rvus: Change | None = None


class PlaceMoved(Frozen):
    """A locality: how many prices moved there, and the one that moved furthest."""

    locality: LocalityKey
    prices: Annotated[int, Field(ge=1)]
    code: CodeNumber
    before: Dollars | None = None
    now: Dollars | None = None


class PricesMoved(Frozen):
    """Prices outside a qualifying APM: those that were told for one day, and those of a day now.

    The two days are one where prices were already told for it.
    """

    before: date
    now: date
    national: tuple[PriceMoved, ...] = ()
    localities: tuple[PlaceMoved, ...] = ()


class Moves(Frozen):
    """All that two states of the content tell differently.

    `pages` are those whose words or figures differ, `dated` the number of those that differ in
    the names and days of releases alone.
    """

    releases: tuple[Moved, ...] = ()
    figures: tuple[Moved, ...] = ()
    rows: tuple[Moved, ...] = ()
    mue: tuple[Moved, ...] = ()
    edits: tuple[Moved, ...] = ()
    prices: tuple[PricesMoved, ...] = ()
    pages: tuple[Address, ...] = ()
    dated: Annotated[int, Field(ge=0)] = 0
    examples: tuple[Moved, ...] = ()
    vectors: tuple[Moved, ...] = ()
    notes: tuple[Text, ...] = ()

    @property
    def nothing(self) -> bool:
        """Tell whether both states say the same."""
        return self == Moves()


class UpdateFile(Supported):
    """content/updates/<release>.yaml: what the import of an official file moved.

    `brought` are the releases it brought, by path as in `follows` of awaited.yaml, and `start` the
    first day that they are for; `told` is the day on which the file was fetched.
    """

    title: Text
    start: date = Field(alias="from")
    told: date
    brought: tuple[Text, ...] = ()
    moved: Moves
