"""The shape of what is awaited: the releases that take the place of those held."""

from datetime import date

from pydantic import Field

from scripts.content.values import Frozen, Key, Supported, Text


class Awaited(Supported):
    """A release that is not held here, the first day it answers for, and what is known of it.

    `follows` are the releases (rvu/rvu26b) and figures (figures/deductible) whose place it takes.
    """

    key: Key
    what: Text
    needed_from: date
    follows: tuple[Text, ...] = ()
    says: Text


class AwaitedFile(Frozen):
    """content/awaited.yaml."""

    awaited: tuple[Awaited, ...] = Field(min_length=1)
