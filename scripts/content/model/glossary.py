"""The shape of content/glossary/*.yaml: the words of the field in our own words."""

from scripts.content.model.corrections import Passage
from scripts.content.values import Frozen, Key, Standing, Text


class TermFile(Frozen):
    """content/glossary/<key>.yaml; `written` are the forms that lead there from every text."""

    term: Text
    written: tuple[Text, ...] = ()
    means: Text
    standing: Standing | None = None
    sources: tuple[Key, ...] = ()
    see: tuple[Key, ...] = ()
    page: Passage | None = None


class Term(TermFile):
    """A term under its key."""

    key: Key
