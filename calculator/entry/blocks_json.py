"""Start and end of a service as other programs hand them in, or every reason to refuse them."""

import re

from calculator.entry.fields import Fields
from calculator.entry.raw_json import Raw
from calculator.entry.values import rows, word
from calculator.words.blocks import HOUR, Block, clock
from calculator.words.sentences import listed
from calculator.words.vocabulary import Giver

MOST_BLOCKS = 50
BLOCK_FIELDS = {"from": "From", "to": "To", "by": "Given by"}

_CLOCK = re.compile(r"(?:([01][0-9]|2[0-3]):([0-5][0-9])|(24):(00))")


def read(service: Fields) -> tuple[Block, ...]:
    """Read the blocks of a service, none where none are given; what is wrong is reported."""
    if "blocks" not in service.pairs.values:
        return ()
    takes = f"a list of 1 to {MOST_BLOCKS} blocks"
    given = service.read("blocks", takes, rows(1, MOST_BLOCKS)) or ()
    blocks = [_block(row, place, service) for place, row in enumerate(given)]
    return tuple(block for block in blocks if block)


def _block(row: Raw, place: int, service: Fields) -> Block | None:
    named = f"{service.row}, block {place + 1}"
    fields = service.inside(row, f"blocks[{place}]", BLOCK_FIELDS, named)
    if fields is None:
        return None
    start = fields.read("from", "a time of the day from 00:00 to 23:59", _start)
    end = fields.read("to", "a time of the day from 00:01 to 24:00", _minute)
    by = fields.read("by", listed(Giver, "or"), word(Giver))
    if start is not None and end is not None and end <= start:
        fields.refuse("to", f"a time after {clock(start)} on the same day")
        return None
    return None if start is None or end is None or by is None else Block(start, end, by)


def _minute(raw: Raw) -> int | None:
    given = _CLOCK.fullmatch(raw.value) if isinstance(raw.value, str) else None
    if given is None:
        return None
    hour, minute = filter(None, given.groups())
    return HOUR * int(hour) + int(minute)


def _start(raw: Raw) -> int | None:
    minute = _minute(raw)
    return None if minute == 24 * HOUR else minute
