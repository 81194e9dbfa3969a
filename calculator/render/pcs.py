"""A PCS code broken down, as the region that a page shows."""

from calculator.reference.pcs import Code, Row, Tables
from calculator.render import why
from calculator.render.markup import cell, element, heads, link, row, standing, text
from calculator.rules.pcs import Breakdown, Choice, Position, State
from calculator.words.explained import Explained

COLUMNS = (
    ("Pos.", "number"),
    ("Value", ""),
    ("Meaning", ""),
    ("What the tables allow here", ""),
)
NOTES = {State.OPEN: "open", State.WRONG: "not in the tables here", State.UNREAD: "not read"}


def region(
    explained: Explained[Breakdown], tables: Tables, root: str, named: str = "Positions"
) -> str:
    """Make the region; `root` leads to the site's root, `named` is what its table is called."""
    value = explained.value
    return element(
        "div",
        element("div", _characters(value), _sentence(value), class_="read"),
        _facts(value, value.code, value.row, tables) if value.code and value.row else "",
        why.findings(explained.findings, tables.cited, root),
        _positions(value, root, named),
        _near(value, root),
        why.reasons(explained.steps, tables.cited, root),
        class_="answer breakdown",
    )


def _characters(value: Breakdown) -> str:
    """Draw the characters large; the table says the same in words."""
    drawn = [
        element("span", text(position.character or "·"), class_=position.state)
        for position in value.positions
    ]
    return element("p", *drawn, class_="characters", aria_hidden="true")


def _sentence(value: Breakdown) -> str:
    wrong = any(position.state is State.WRONG for position in value.positions)
    return element("p", text(value.says), class_="sentence not-valid" if wrong else "sentence")


def _facts(value: Breakdown, code: Code, held: Row, tables: Tables) -> str:
    counts = code.counts_for_rehabilitation(value.day)
    older = ", new" if code.is_new else "; the code is older than that, and not known to end"
    since = f"{code.start} to {code.end}{older}"
    place = f"row {held.number}" if held.is_known else "row not known"
    facts = [
        ("Table", text(f"{held.table}, {place}")),
        ("Held for", f"{text(since)} {standing(held.standing)}"),
        (
            "MS-DRG 945, 946",
            f"{'counts' if counts else 'does not count'} {standing(tables.grouper.standing)}",
        ),
        ("MS-DRG alone", "none: it is no operating-room procedure"),
    ]
    rows = [element("div", element("dt", name), element("dd", words)) for name, words in facts]
    return element("dl", *rows, class_="facts")


def _positions(value: Breakdown, root: str, named: str) -> str:
    read = [each for each in value.positions if each.state is not State.UNREAD]
    unread = value.positions[len(read) :]
    rows = [_position(position, root) for position in read]
    if unread:
        rows.append(_not_read(unread, read[-1].number))
    body = element("tbody", *rows)
    # No data-search-exclude: the page itself is found by these words.
    return element("table", heads(*COLUMNS), body, class_="figures positions", aria_label=named)


def _position(position: Position, root: str) -> str:
    meaning = position.meaning
    words = [element("span", text(position.axis), class_="axis")]
    if meaning and position.state is State.READ:
        words.append(element("span", text(meaning.title), class_="meaning"))
        if meaning.definition:
            words.append(element("span", text(meaning.definition.whole), class_="note"))
    elif position.state is State.READ:
        words.append(element("span", "depends on what is still open", class_="note"))
    else:
        words.append(element("span", NOTES[position.state], class_=f"state {position.state}"))
    if position.elsewhere:
        said = f"elsewhere in this section: {position.elsewhere}"
        words.append(element("span", text(said), class_="note"))
    return row(
        cell(str(position.number), "number"),
        element("th", text(position.character or "·"), scope="row", class_=position.state),
        cell("".join(words)),
        cell(_choices(position, root)),
        class_=position.state,
    )


def _choices(position: Position, root: str) -> str:
    keeping = [choice for choice in position.choices if choice.keeps]
    others = [choice for choice in position.choices if not choice.keeps]
    parts = []
    if keeping:
        parts.append(_list(keeping, position, root))
    if others:
        words = "only with other characters after it"
        parts.append(element("p", words, class_="note"))
        parts.append(_list(others, position, root))
    return "".join(parts)


def _list(choices: list[Choice], position: Position, root: str) -> str:
    items = [element("li", _choice(choice, position, root)) for choice in choices]
    return element("ul", *items, class_="choices")


def _choice(choice: Choice, position: Position, root: str) -> str:
    words = text(choice.title or "depends on what is still open")
    current = {"aria_current": "true"} if choice.value == position.character else {}
    return element(
        "a",
        element("b", text(choice.value)),
        " ",
        element("span", words),
        href=f"{root}pcs/#{choice.leads_to}",
        data_position=position.number,
        **current,
    )


def _not_read(unread: tuple[Position, ...], wrong: int) -> str:
    numbers = f"{unread[0].number}–{unread[-1].number}"
    shown = numbers if len(unread) > 1 else str(unread[0].number)
    characters = "".join(position.character for position in unread)
    words = f"not read: what may stand here depends on position {wrong}"
    return row(
        cell(shown, "number"),
        element("th", text(characters or "·"), scope="row", class_=State.UNREAD),
        element("td", element("span", words, class_="note"), colspan=2),
        class_=State.UNREAD,
    )


def _near(value: Breakdown, root: str) -> str:
    if not value.near:
        return ""
    items = [
        row(
            element("th", link(f"{root}pcs/#{code.code}", code.code), scope="row", class_="code"),
            cell(text(code.title)),
        )
        for code in value.near
    ]
    table = element("table", element("tbody", *items), class_="figures near")
    return element("section", element("h3", "Codes near to it"), table)
