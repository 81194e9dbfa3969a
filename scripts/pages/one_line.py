"""Lines in which a visit is written, on a page: each with the reading that the calculator gives."""

from calculator.entry.one_line import read
from calculator.reference.names import Names
from calculator.render import reading as shown
from scripts.pages.blocks import Block
from scripts.pages.template import render


def made(block: Block, names: Names) -> str:
    """Read a block's `line` and show it; the sentence about it has to be what the block expects.

    Raises `Refused` where the calculator says otherwise.
    """
    if set(block.data) != {"line", "expect"}:
        raise block.refuse("takes line and expect")
    line, expect = str(block.data["line"]), block.data["expect"]
    reading = read(line, names)
    said = shown.sentence(reading, [])
    if said != expect:
        raise block.refuse(f"expect: the page says {expect!r}, the calculator {said!r}")
    return render("line.html", line=line, parts=shown.region(reading, live=False), said=said)
