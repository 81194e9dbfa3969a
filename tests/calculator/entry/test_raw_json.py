"""JSON kept with its text, and what is no JSON refused."""

import pytest

from calculator.entry.raw_json import DEEPEST, LONGEST, LONGEST_NUMBER, BadJson, Pairs, read


@pytest.mark.parametrize(
    "text",
    ['"a\\u00e9"', "26.0", "-0", "1e3", "NaN", "-Infinity", "true", "null", "[1, 2 ]", '{"a" :1}'],
)
def test_a_value_keeps_the_text_it_was_given_as(text: str) -> None:
    assert read(text).text == text.strip('"')


def test_an_object_tells_which_keys_were_given_again() -> None:
    value = read('{"a": 1, "b": 2, "a": 3}').value

    assert isinstance(value, Pairs)
    assert value.repeated == ("a",)
    assert [(key, raw.value) for key, raw in value.values.items()] == [("a", 3), ("b", 2)]


@pytest.mark.parametrize("text", ["", "{", "{'a': 1}", '{"a": 01}', '{"a": 1} {}', '"\x01"', "nan"])
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(BadJson):
        read(text)


def test_nesting_is_read_to_its_limit_and_not_beyond() -> None:
    read("[" * DEEPEST + "]" * DEEPEST)

    with pytest.raises(BadJson):
        read("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1))


def test_brackets_inside_a_string_do_not_nest() -> None:
    assert read('"' + "[{" * DEEPEST + '\\"["').text.startswith("[{")


def test_a_number_is_read_to_its_limit_and_not_beyond() -> None:
    read("1" * LONGEST_NUMBER)

    with pytest.raises(BadJson):
        read("1" * (LONGEST_NUMBER + 1))
    with pytest.raises(BadJson):
        read("0." + "1" * LONGEST_NUMBER)


def test_a_text_is_read_to_its_limit_and_not_beyond() -> None:
    read('"' + "x" * (LONGEST - 2) + '"')

    with pytest.raises(BadJson):
        read('"' + "x" * (LONGEST - 1) + '"')


@pytest.mark.parametrize("text", ['\\"' * 200_000, '"' + '\\"' * 200_000, '"\\' * 160_000])
def test_a_hostile_text_is_refused_without_a_look_from_each_quote(text: str) -> None:
    with pytest.raises(BadJson):
        read(text)
