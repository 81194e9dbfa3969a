"""The shape of content/modifiers/*.yaml: what a modifier says and when it belongs on a line."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from scripts.content.values import CodeNumber, Discipline, Frozen, Key, Supported, Text

ModifierCode = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{2}$")]
# What modifiers are about, in the order in which they are shown.
Kind = Literal[
    "plan", "assistant", "threshold", "edit", "liability", "telehealth", "payer", "site", "other"
]


class Statement(Supported):
    """One sentence or two, in our own words or as the authority has it."""

    says: Text


class Conflict(Supported):
    """Another modifier that this one does not stand beside on a line, and why."""

    other: ModifierCode = Field(alias="with")
    why: Text


class Fits(Statement):
    """Which codes a modifier fits, in words, and how they are found among those held.

    `plan` takes the therapy codes, without those unusual under `discipline`; `assistant` leaves
    the evaluations out besides; `therapy` takes every therapy code. With `any` something else than
    the code decides; with `untimed` it is no timed therapy code, with `none` no
    therapy code at all.
    """

    by: Literal["plan", "assistant", "therapy", "any", "untimed", "none"]
    discipline: Discipline | None = None
    without: tuple[CodeNumber, ...] = ()


class Liability(Supported):
    """What a user says of coverage and notice that calls for the modifier, and who then bears it.

    Without a `notice` it is called for whatever was said of a notice.
    """

    coverage: Literal["not_necessary", "excluded"]
    notice: Literal["none", "required", "voluntary"] | None = None
    bears: Literal["patient", "provider"]


class ModifierFile(Frozen):
    """content/modifiers/<key>.yaml; long prose stands in the Markdown file beside it."""

    modifier: ModifierCode
    level: Literal["HCPCS Level II", "CPT"]
    kind: Kind
    label: Text
    short: Text
    wording: Statement
    line: Statement
    when: tuple[Statement, ...] = Field(min_length=1)
    not_when: tuple[Statement, ...] = Field(min_length=1)
    wrong: tuple[Statement, ...] = Field(min_length=1)
    conflicts: tuple[Conflict, ...] = ()
    fits: Fits
    liability: Liability | None = None
    figures: tuple[Key, ...] = ()
    calculator: Text


class Modifier(ModifierFile):
    """A modifier under its key, with its prose."""

    key: Key
    prose: str
