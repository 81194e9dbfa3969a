"""The text of a code, read from its Markdown."""

from scripts.content.prose import Entry, parse, typed


def test_paragraphs_lists_and_titled_entries_are_told_apart() -> None:
    (section,) = parse(
        "## When it is used\n\nA line\nand its end.\n\n* one\n* two,\n  longer\n\n"
        "### At work {#work}\n\nFirst.\n\nSecond.\n"
    )

    assert (section.heading, section.line) == ("When it is used", 1)
    assert section.entries == (
        Entry(3, paragraphs=("A line and its end.",)),
        Entry(6, items=("one", "two, longer")),
        Entry(10, title="At work", anchor="work", paragraphs=("First.", "Second.")),
    )


def test_words_before_the_first_heading_are_not_lost() -> None:
    sections = parse("Stray.\n\n## What it is\n\nA service.\n")

    assert [section.heading for section in sections] == ["", "What it is"]


def test_a_typed_figure_is_found_and_an_include_or_a_base_is_none() -> None:
    assert typed("from 8 minutes on") == "8 minutes"
    assert typed("costs $35") == "$3"
    assert typed("from minute {!units/1-from.md!}, a 15-minute code, 97530") is None
