"""The small things that content is made of: figures, days, codes, standings."""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)

Standing = Literal["official", "derived", "secondary", "unverified", "disputed"]
Discipline = Literal["PT", "OT", "SLP"]
Setting = Literal["practitioner", "hospital"]
Timing = Literal["quarter_hour", "first_of_pair", "further_of_pair", "untimed", "other", "not_held"]

FIGURE = r"^(0|[1-9][0-9]*)(\.[0-9]+)?$"


def _exact(value: object) -> Decimal:
    """Read a figure from its digits; a number that YAML has already turned is refused."""
    if isinstance(value, Decimal):
        return value
    if not isinstance(value, str) or not re.fullmatch(FIGURE, value):
        msg = 'a figure in quotes, such as "33.4009"'
        raise ValueError(msg)
    return Decimal(value)


def _text(value: str) -> str:
    if value != value.strip() or not value:
        msg = "words, with no blank before or after"
        raise ValueError(msg)
    return value


Figure = Annotated[
    Decimal, BeforeValidator(_exact), WithJsonSchema({"type": "string", "pattern": FIGURE})
]
Text = Annotated[str, AfterValidator(_text)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
CodeNumber = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9][0-9]{3}[A-Z0-9]$")]
LocalityKey = Annotated[str, StringConstraints(pattern=r"^[0-9]{5}-[0-9]{2}$")]
Keys = Annotated[tuple[Key, ...], Field(min_length=1)]


class Frozen(BaseModel):
    """A record that takes exactly its fields, each of exactly its kind, and never changes."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", validate_by_name=True)


class Supported(Frozen):
    """Something said, with how well it is supported and by what."""

    standing: Standing
    sources: Keys


class Dated(Supported):
    """Something that holds on every day from `start` to `end`, both included."""

    start: date = Field(alias="from")
    end: date = Field(alias="to")
    release: Text

    def holds_on(self, day: date) -> bool:
        """Tell whether the day lies within the period."""
        return self.start <= day <= self.end
