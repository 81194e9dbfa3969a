"""The pieces of HTML that every part of an answer is made of. Text becomes HTML here alone."""

from html import escape

from calculator.reference.bundle import Reference
from calculator.words.vocabulary import Standing


def text(words: object) -> str:
    """Make text safe to stand in HTML."""
    return escape(str(words))


def element(name: str, *content: str, **attributes: object) -> str:
    """Make an element of HTML content; `class_` and `aria_label` become class and aria-label."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{text(value)}"' for key, value in attributes.items()
    )
    return f"<{name}{written}>{''.join(content)}</{name}>"


def link(address: str, words: str) -> str:
    """Make a link."""
    return element("a", text(words), href=address)


def scroller(table: str, named: str) -> str:
    """Let a wide table scroll within itself, reached by keys."""
    return element(
        "div", table, class_="scroller whole", tabindex=0, role="group", aria_label=named
    )


def row(*cells: str, **attributes: object) -> str:
    """Make a table row."""
    return element("tr", *cells, **attributes)


def cell(content: str = "", class_: str = "") -> str:
    """Make a table cell."""
    return element("td", content, **_class(class_))


def heads(*columns: tuple[str, str]) -> str:
    """Make a table's head of (HTML, class) pairs."""
    made = (element("th", words, scope="col", **_class(class_)) for words, class_ in columns)
    return element("thead", row(*made))


def standing(mark: Standing) -> str:
    """Make the mark of a standing: the style sheet draws its shape, the word is always there."""
    return element("span", mark, class_=f"standing {mark}")


def source(key: str, reference: Reference, root: str) -> str:
    """Make a citation: the source's title, leading to its page, and its standing."""
    cited = reference.sources[key]
    return f"{link(f'{root}sources/{key}/', cited.title)} {standing(cited.standing)}"


def _class(name: str) -> dict[str, str]:
    return {"class_": name} if name else {}
