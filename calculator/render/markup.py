"""The pieces of HTML that every part of an answer is made of. Text becomes HTML here alone."""

from functools import cache
from html import escape

from calculator.reference.bundle import Reference
from calculator.words.vocabulary import Standing


def text(words: object) -> str:
    """Make text safe to stand in HTML."""
    return escape(str(words))


def element(name: str, *content: str, **attributes: object) -> str:
    """Make an element of HTML content; `class_` and `aria_label` become class and aria-label."""
    if not attributes:
        return f"<{name}>{''.join(content)}</{name}>"
    written = [f' {_attribute(key)}="{text(value)}"' for key, value in attributes.items()]
    return f"<{name}{''.join(written)}>{''.join(content)}</{name}>"


def link(address: str, words: str) -> str:
    """Make a link."""
    return element("a", text(words), href=address)


def origin(figure: str, rule: str, reference: Reference, root: str) -> str:
    """Let a figure lead to the rule that it comes from, and say on focus what the rule states."""
    states = reference.rules[rule].states
    address = f"{root}rules/{rule}/"
    return _origin(figure, address, states)


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
    return f"{_cell(class_)}{content}</td>"


def heads(*columns: tuple[str, str]) -> str:
    """Make a table's head of (HTML, class) pairs."""
    made = (element("th", words, scope="col", **_class(class_)) for words, class_ in columns)
    return element("thead", row(*made))


@cache
def standing(mark: Standing) -> str:
    """Make the mark of a standing: the style sheet draws its shape, the word is always there."""
    return element("span", mark, class_=f"standing {mark}")


def source(key: str, reference: Reference, root: str) -> str:
    """Make a citation: the source's title, leading to its page, and its standing."""
    cited = reference.sources[key]
    return _source(f"{root}sources/{key}/", cited.title, cited.standing)


# An answer of many lines cites few sources, each many times; most of its cells are alike.
@cache
def _source(address: str, title: str, mark: Standing) -> str:
    return f"{link(address, title)} {standing(mark)}"


@cache
def _origin(figure: str, address: str, states: str) -> str:
    return element("a", figure, class_="origin", href=address, aria_description=states)


@cache
def _cell(class_: str) -> str:
    return f'<td class="{text(class_)}">' if class_ else "<td>"


@cache
def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _class(name: str) -> dict[str, str]:
    return {"class_": name} if name else {}
