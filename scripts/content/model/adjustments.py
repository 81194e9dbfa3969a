"""The shape of content/adjustments/*.yaml: what a remittance shows for one reason of an amount."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from scripts.content.values import Key, Supported, Text

Group = Literal["CO", "PR", "OA"]
ReasonCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]?[0-9]{1,3}$")]
RemarkCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,2}[0-9]{1,3}$")]


class OtherCode(Supported):
    """Another code that is named for the same reason: the disagreement is shown, not settled."""

    group: Group
    reason: ReasonCode
    means: Text


class AdjustmentFile(Supported):
    """content/adjustments/<key>.yaml: who bears an amount, and under which code.

    The key is the reason as the calculator knows it. `reason` (CARC) is left out where no source
    establishes it; `means` is in our own words.
    """

    group: Group
    reason: ReasonCode | None = None
    remark: RemarkCode | None = None
    means: Text
    others: Annotated[tuple[OtherCode, ...], Field(default=())]


class Adjustment(AdjustmentFile):
    """An adjustment under its key."""

    key: Key
