"""The reading of a line: each part with what it was read as, for the page and for a terminal."""

from calculator.render.markup import element, text
from calculator.words.reading import Choice, Group, Reading, State
from calculator.words.sentences import counted

# Beside the colour, a word: how sure a part is.
WORDS = {State.ASKED: "asked back", State.FAULT: "to put right", State.UNREAD: "not understood"}


def region(reading: Reading, *, live: bool = True) -> str:
    """Make the list of a line's parts, each with its doubts and what may be chosen instead.

    Where it is not `live`, as on a printed page, what may be chosen is words and no button.
    """
    parts = (_part(each, reading, live=live) for each in reading.groups)
    return element("ol", *parts, class_="parts")


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


def _part(group: Group, reading: Reading, *, live: bool) -> str:
    typed = reading.line[group.span.start : group.span.end]
    content = [element("code", text(typed), class_="typed")]
    content += [element("span", text(each), class_="said") for each in group.says]
    if group.state is not State.READ:
        content.append(_doubt(group, reading, live=live))
    return element("li", *content, class_=f"part {group.state}")


def _doubt(group: Group, reading: Reading, *, live: bool) -> str:
    word = "" if group.state is State.ASKED else _where(group)
    words = [element("span", text(group.problem + word))] if group.problem else []
    choices = [_choice(each, reading, live=live) for each in group.choices]
    return element("span", " ".join(words + choices), class_="doubt")


def _where(group: Group) -> str:
    return f", at character {group.marks[-1].start + 1}" if group.marks else ""


def _choice(choice: Choice, reading: Reading, *, live: bool) -> str:
    if not live:
        return element("span", text(choice.says))
    return element(
        "button",
        text(choice.says),
        type="button",
        class_="suggested",
        data_line=reading.with_choice(choice),
    )


def kept(pasted: list[str]) -> str:
    """Make the list of what a pasted text holds beside what was read; empty where that is all."""
    return element("ul", *(element("li", text(each)) for each in pasted)) if pasted else ""
