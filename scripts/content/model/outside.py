"""The shape of content/outside.yaml: codes that are named and not held."""

from scripts.content.values import Frozen, Text


class Outside(Frozen):
    """A code, and where this site names it."""

    number: Text
    named: Text


class OutsideFile(Frozen):
    """content/outside.yaml, by the page that lists them."""

    codes: tuple[Outside, ...]
    diagnoses: tuple[Outside, ...]
