"""The traps of YAML, each refused at its line."""

from datetime import date

import pytest

from scripts.content.yaml_file import parse


def problems(text: str) -> list[str]:
    return [str(problem) for problem in parse("a.yaml", text).problems]


def test_plain_content_is_read_as_it_stands() -> None:
    document = parse(
        "a.yaml", 'code: "00100"\nfrom: 2026-01-01\nheld: true\nunits: 4\nwords: [a b, c]\n'
    )

    assert document.problems == []
    assert document.value == {
        "code": "00100",
        "from": date(2026, 1, 1),
        "held": True,
        "units": 4,
        "words": ("a b", "c"),
    }


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("00100", "another number"),
        ("0x10", "another number"),
        ("1:30", "another number"),
        ("-5", "another number"),
        ("1_000", "another number"),
        ("33.4009", "a binary number"),
        (".inf", "a binary number"),
        ("NO", "true or false"),
        ("off", "true or false"),
        ("True", "true or false"),
        ("null", "nothing"),
        ("2026-01-01 10:00:00", "a moment"),
        ("G0283", "text here, but not in every code"),
        ("0791T", "text here, but not in every code"),
    ],
)
def test_what_yaml_turns_into_something_else_takes_quotes(written: str, read_as: str) -> None:
    takes = f'quotes ("{written}"): YAML reads {read_as}'

    assert problems(f"label: x\nvalue: {written}\n") == [
        f"a.yaml:2: value: got {written}, takes {takes}"
    ]


def test_an_empty_value_takes_quotes_too() -> None:
    assert problems("value:\n") == [
        'a.yaml:1: value: got nothing, takes quotes (""): YAML reads nothing'
    ]


def test_quotes_keep_everything_as_text() -> None:
    assert problems('a: "00100"\nb: \'NO\'\nc: "33.4009"\nd: "1:30"\n') == []


@pytest.mark.parametrize("key", ["on", "yes", "97530", "2026-01-01", "1.5", "null"])
def test_a_key_that_yaml_does_not_leave_as_text_is_refused(key: str) -> None:
    takes = f'quotes ("{key}"): YAML reads no text there'

    assert problems(f"a: b\n{key}: c\n") == [f"a.yaml:2: got the key {key}, takes {takes}"]


def test_a_key_given_twice_is_refused_where_it_stands_again() -> None:
    text = "periods:\n  - from: 2026-01-01\n    from: 2026-02-01\n"

    assert problems(text) == [
        "a.yaml:3: periods[0].from: got the same key twice, takes each key once"
    ]


def test_a_day_that_no_calendar_has_is_refused() -> None:
    expected = "a.yaml:1: from: got 2026-02-30, takes a day of the calendar, YYYY-MM-DD"

    assert problems("from: 2026-02-30\n") == [expected]


def test_yaml_that_cannot_be_read_is_refused_at_its_line() -> None:
    assert problems("a: [1, 2\nb: c\n")[0].startswith("a.yaml:2: got ")


def test_an_empty_file_is_refused() -> None:
    assert problems("") == ["a.yaml:1: got nothing, takes the fields of its model"]


def test_a_tag_of_its_own_is_refused() -> None:
    assert problems("a: !!binary aGk=\n") != []
