"""Blocks as they are handed in: what is read, and what is refused at which path."""

import json

import pytest

from calculator.entry import blocks_json
from calculator.entry.fields import Fields, Problems
from calculator.entry.raw_json import Pairs, read
from calculator.words.blocks import Block
from calculator.words.vocabulary import Giver

MORNING = {"from": "09:15", "to": "09:53", "by": "therapist"}


def given(text: str) -> tuple[tuple[Block, ...], list[tuple[str, str, str]]]:
    """Read the blocks of the second service of a visit; with each problem's path, got and takes."""
    service = read(text).value
    assert isinstance(service, Pairs)
    problems = Problems()
    fields = Fields(service, {"blocks": "Times"}, problems, "services[1].", ", row 2")
    blocks = blocks_json.read(fields)
    return blocks, [(each.field, each.got, each.takes) for each in problems.met]


def blocks(*rows: object) -> tuple[tuple[Block, ...], list[tuple[str, str, str]]]:
    return given(json.dumps({"blocks": rows}))


def test_a_service_without_blocks_has_none() -> None:
    assert given("{}") == ((), [])


def test_times_are_read_as_minutes_of_the_day() -> None:
    midnight = {"from": "00:00", "to": "24:00", "by": "together"}

    assert blocks(MORNING, midnight) == (
        (Block(555, 593, Giver.THERAPIST), Block(0, 1440, Giver.TOGETHER)),
        [],
    )


@pytest.mark.parametrize("time", ["9:15", "09:60", "24:01", "25:00", "09:15:00", "", "٠٩:١٥", 915])
def test_a_time_that_is_none_is_refused_at_its_path(time: object) -> None:
    took, refused = blocks({**MORNING, "from": time})

    assert took == ()
    assert [(path, takes) for path, _, takes in refused] == [
        ("services[1].blocks[0].from", "a time of the day from 00:00 to 23:59")
    ]


@pytest.mark.parametrize("end", ["09:15", "09:14", "00:10"])
def test_a_block_ends_after_it_began_and_never_runs_over_midnight(end: str) -> None:
    assert blocks(MORNING, {**MORNING, "to": end}) == (
        (Block(555, 593, Giver.THERAPIST),),
        [("services[1].blocks[1].to", end, "a time after 09:15 on the same day")],
    )


def test_one_minute_is_a_block() -> None:
    assert blocks({**MORNING, "to": "09:16"})[1] == []


def test_nothing_begins_at_the_end_of_the_day() -> None:
    assert blocks({**MORNING, "from": "24:00", "to": "24:00"})[1] == [
        ("services[1].blocks[0].from", "24:00", "a time of the day from 00:00 to 23:59")
    ]


def test_who_gave_it_is_one_of_three() -> None:
    assert blocks({**MORNING, "by": "aide"})[1] == [
        ("services[1].blocks[0].by", "aide", "therapist, assistant or together")
    ]


def test_each_of_the_three_fields_is_required_and_no_other_is_taken() -> None:
    assert [path for path, _, _ in blocks({"at": "09:15"})[1]] == [
        "services[1].blocks[0].at",
        "services[1].blocks[0].from",
        "services[1].blocks[0].to",
        "services[1].blocks[0].by",
    ]


@pytest.mark.parametrize("rows", ["[]", '"09:15"', "{}", "null", json.dumps([MORNING] * 51)])
def test_a_list_of_blocks_has_one_to_fifty(rows: str) -> None:
    assert [(path, takes) for path, _, takes in given(f'{{"blocks": {rows}}}')[1]] == [
        ("services[1].blocks", "a list of 1 to 50 blocks")
    ]


def test_a_block_that_is_no_object_is_refused() -> None:
    assert blocks("09:15") == (
        (),
        [("services[1].blocks[0]", "09:15", "an object with from, to and by")],
    )
