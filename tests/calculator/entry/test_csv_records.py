"""A CSV cut anywhere gives the same records, each with its line."""

import csv
import io

import pytest

from calculator.entry.csv_records import LONGEST, BadCsv, Record, Records

AWKWARD = (
    '\ufeffvisit;note;minutes\r\n1;"two\r\nlines; and ""marks""";38\r\n\r\n'
    '2;5" tape;22\n3;;8\r4;last;9'
)


def read(text: str, size: int) -> list[Record]:
    """Read a text in slices of this many characters."""
    records, found = Records(), list[Record]()
    for at in range(0, len(text), size):
        found += records.feed(text[at : at + size], last=at + size >= len(text))
    return found


def test_marks_semicolons_quoted_line_feeds_and_ends_of_lines_are_read() -> None:
    assert read(AWKWARD, len(AWKWARD)) == [
        (1, ["visit", "note", "minutes"]),
        (2, ["1", 'two\r\nlines; and "marks"', "38"]),
        (5, ["2", '5" tape', "22"]),
        (6, ["3", "", "8"]),
        (7, ["4", "last", "9"]),
    ]


@pytest.mark.parametrize("size", range(1, 40))
def test_where_a_text_is_cut_changes_nothing(size: int) -> None:
    assert read(AWKWARD, size) == read(AWKWARD, len(AWKWARD))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_heads_say_what_parts_the_columns(separator: str) -> None:
    written = io.StringIO()
    csv.writer(written, delimiter=separator).writerows([["a", "b,c", "d;e\tf"], ["1", "2", "3"]])

    assert read(written.getvalue(), 3)[1] == (2, ["1", "2", "3"])


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('a,b\n1,2\n3,"4\n5,6\n', 3, "a quotation mark opens a cell here and none closes it"),
        ("a,b\n" + "x" * (LONGEST + 1), 2, f"more than {LONGEST} characters"),
        ("a,b\n1,2\n" + "x" * 200_000 + "\n", 3, f"more than {LONGEST} characters"),
    ],
)
def test_what_cannot_be_told_apart_is_refused_with_its_line(
    text: str, line: int, says: str
) -> None:
    with pytest.raises(BadCsv, match=says) as refused:
        read(text, 50_000)
    assert refused.value.line == line


def test_nothing_at_all_is_no_record() -> None:
    assert read("\ufeff\r\n \n", 2) == []
    assert [*Records().feed("", last=True)] == []
