"""modifiers.json: every modifier, when it belongs on a line and what it does not stand beside."""

from typing import Literal

from pydantic import Field

from scripts.content.model.modifiers import Kind as About, Modifier as Held
from scripts.content.values import Discipline, Key, Text
from scripts.pages import modifier_fits
from scripts.pages.api.shapes import Codes, Kind, Page, Says, Shape, Supported, one_each
from scripts.pages.facts import Facts

EXAMPLE = "modifiers/kx.json"


class Conflict(Supported):
    """Another modifier that this one does not stand beside."""

    other: Text = Field(alias="with", description="The other modifier.")
    why: Text = Field(description="Why not.")


class Fits(Says):
    """Which codes a modifier fits."""

    by: Literal["plan", "assistant", "therapy", "any", "untimed", "none"] = Field(
        description="What decides it; any: something else than the code."
    )
    discipline: Discipline | None = Field(description="Under which plan of care; null: under any.")
    without: Codes = Field(description="Codes that are left out.")


class Liability(Shape):
    """What calls for a modifier of liability, and who then bears the amount."""

    coverage: Literal["not_necessary", "excluded"] = Field(description="What is said of coverage.")
    notice: Literal["none", "required", "voluntary"] | None = Field(
        description="Which notice was given; null: whichever."
    )
    bears: Literal["patient", "provider"] = Field(description="Who bears the amount.")


class Modifier(Shape):
    """A modifier. Wording of CPT modifiers is told in our own words."""

    key: Key = Field(description="The name of its file.")
    modifier: Text = Field(description="What stands on the line.")
    page: Page
    level: Literal["HCPCS Level II", "CPT"] = Field(description="Whose modifier it is.")
    about: About = Field(description="What it is about.")
    label: Text = Field(description="Our own words for it.")
    wording: Says = Field(description="HCPCS Level II: CMS’s own wording. CPT: our own.")
    line: Says = Field(description="On which line it stands.")
    when: tuple[Says, ...] = Field(description="When it belongs on a line.")
    not_when: tuple[Says, ...] = Field(description="When it does not.")
    wrong: tuple[Says, ...] = Field(description="What a wrong one brings.")
    conflicts: tuple[Conflict, ...] = Field(
        description="What it does not stand beside; empty is not the same as none."
    )
    fits: Fits = Field(description="Which codes it fits.")
    codes: Codes = Field(description="Codes held here that it fits by that.")
    liability: Liability | None = Field(description="Null where it is no modifier of liability.")
    figures: tuple[Key, ...] = Field(description="Keys of figures.json that it hangs on.")
    calculator: Text = Field(description="What the calculator does with it.")


class AllModifiers(Shape):
    """Every modifier that is held."""

    modifiers: tuple[Modifier, ...] = Field(description="By key.")


def kind(facts: Facts) -> Kind:
    """Give the modifiers."""
    items = {key: _modifier(facts, each) for key, each in facts.library.modifiers.items()}
    return Kind(
        "modifiers",
        "Modifiers: on which line, when and when not, what they do not stand beside, which codes.",
        {"modifiers": AllModifiers, "modifier": Modifier},
        tuple(
            one_each("modifiers", "modifier", items, AllModifiers(modifiers=tuple(items.values())))
        ),
        example=EXAMPLE,
        page="modifiers/",
        items="modifiers/{key}.json",
    )


def _modifier(facts: Facts, modifier: Held) -> Modifier:
    fields = modifier.model_dump(exclude={"kind", "short", "prose"})
    return Modifier(
        **fields,
        about=modifier.kind,
        page=f"modifiers/{modifier.key}/",
        codes=tuple(code.code for code in modifier_fits.codes(facts, modifier)),
    )
