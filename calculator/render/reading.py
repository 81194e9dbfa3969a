"""The reading of a line: each part with what it was read as, for the page and for a terminal."""

from calculator.render.markup import element, text
from calculator.words.reading import Choice, Group, Reading, State
from calculator.words.sentences import counted

# Beside the colour, a word: how sure a part is.
WORDS = {State.ASKED: "asked back", State.FAULT: "to put right", State.UNREAD: "not understood"}


def region(reading: Reading, kept: list[str]) -> str:
    """Make the list of a line's parts, each with its doubts and what may be chosen instead."""
    parts = element("ol", *(_part(each, reading) for each in reading.groups), class_="parts")
    return parts + _kept(kept)


def sentence(reading: Reading, kept: list[str]) -> str:
    """Say in one sentence how much of the line was read."""
    doubts = [
        f"{counted(count, 'part')} {word}"
        for state, word in WORDS.items()
        if (count := sum(each.state is state for each in reading.groups))
    ]
    if kept:
        doubts.append(f"{counted(len(kept), 'line')} of the pasted text not understood")
    parts = counted(len(reading.groups), "part")
    return f"{parts} read{': ' if doubts else ''}{', '.join(doubts)}." if reading.groups else ""


def lines(reading: Reading) -> str:
    """Write the reading as text: the line, and below it each part where it stands."""
    written = [reading.line]
    for group in reading.groups:
        said = [*group.says]
        if group.problem:
            said.append(f"[{WORDS[group.state]}] {group.problem}")
        said += [f"or {choice.says.removeprefix('or ')}" for choice in group.choices]
        typed = reading.line[group.span.start : group.span.end]
        written.append(f"{group.span.start + 1:>4}  {typed}: {'; '.join(said)}")
    return "\n".join(written) + "\n"


def _part(group: Group, reading: Reading) -> str:
    typed = reading.line[group.span.start : group.span.end]
    content = [element("span", text(typed), class_="typed")]
    content += [element("span", text(each), class_="said") for each in group.says]
    if group.state is not State.READ:
        content.append(_doubt(group, reading))
    return element("li", *content, class_=f"part {group.state}")


def _doubt(group: Group, reading: Reading) -> str:
    word = "" if group.state is State.ASKED else _where(group)
    words = [element("span", text(group.problem + word))] if group.problem else []
    choices = [_choice(each, reading) for each in group.choices]
    return element("span", " ".join(words + choices), class_="doubt")


def _where(group: Group) -> str:
    return f", at character {group.marks[-1].start + 1}" if group.marks else ""


def _choice(choice: Choice, reading: Reading) -> str:
    return element(
        "button",
        text(choice.says),
        type="button",
        class_="suggested",
        data_line=reading.with_choice(choice),
    )


def _kept(kept: list[str]) -> str:
    if not kept:
        return ""
    head = element("p", "Not understood, and kept here until you take it away:", class_="note")
    items = element("ul", *(element("li", text(each)) for each in kept))
    return element("div", head, items, class_="kept")
