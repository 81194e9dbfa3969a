"""The shape of content/demands/*.yaml: what the record has to hold for a claim to stand."""

from typing import Literal

from scripts.content.model.modifiers import ModifierCode
from scripts.content.values import CodeNumber, Key, Supported, Text

# What of a claim calls for a demand: `code` is a line of one of `codes`, `modifier` a line with one
# of `modifiers`. What a pair of codes calls for stands in policies/.
When = Literal["every_claim", "timed", "assistant", "together", "co_treatment", "code", "modifier"]


class DemandFile(Supported):
    """content/demands/<key>.yaml: one demand on the record, and when it is made."""

    order: int
    says: Text
    when: When
    codes: tuple[CodeNumber, ...] = ()
    modifiers: tuple[ModifierCode, ...] = ()


class Demand(DemandFile):
    """A demand under its key."""

    key: Key
