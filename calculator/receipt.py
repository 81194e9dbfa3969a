"""A receipt: a visit, its answer and what it was worked out with; and what differs from one."""

import json
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any, NamedTuple

from calculator.versions import Record, digest

SCHEMA = "receipt-1"
PARTS = ("receipt", "visit", "answer", "worked_out_with", "clock", "sha256")
# What is said beside the figures, and is long: the receipt keeps a digest of the steps instead.
LEFT_OUT = ("ok", "problems", "html", "steps", "checklist", "blocks", "boundaries", "disagreements")
NOT_THERE = object()


class BadReceipt(ValueError):
    """The text is no receipt; says why."""


class Difference(NamedTuple):
    """A field by its path in the receipt, and what stands there and here; None where nothing does.

    Both are JSON.
    """

    path: str
    was: str | None
    becomes: str | None


def make(visit: Any, answer: Record, versions: dict[str, Record], clock: str | None) -> Record:  # noqa: ANN401  JSON
    """Make the receipt of an answer; `clock` is what the reader's clock read, if a page told it."""
    whole: Record = {
        "receipt": SCHEMA,
        "visit": visit,
        "answer": kept(answer),
        "worked_out_with": versions,
        "clock": None if clock is None else {"whose": "the reader's", "reads": clock},
    }
    return {**whole, "sha256": checksum(whole)}


def kept(answer: Record) -> Record:
    """Take what a receipt keeps of an answer: all its figures, and a digest of its steps."""
    figures = {key: value for key, value in answer.items() if key not in LEFT_OUT}
    return {**figures, "steps_sha256": digest(_text(answer["steps"]).encode())}


def checksum(receipt: Record) -> str:
    """Digest a receipt without its own checksum."""
    return digest(_text({key: receipt[key] for key in receipt if key != "sha256"}).encode())


def read(text: str) -> dict[str, Any]:
    """Read a receipt, or raise `BadReceipt`."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        msg = f"not JSON: {error}"
        raise BadReceipt(msg) from error
    if not isinstance(found, dict) or found.get("receipt") != SCHEMA:
        msg = f'no "receipt": "{SCHEMA}" in it'
        raise BadReceipt(msg)
    lacking = [part for part in PARTS if part not in found]
    objects = ("visit", "answer", "worked_out_with")
    lacking += [part for part in objects if not isinstance(found.get(part), dict)]
    if lacking:
        msg = f"it lacks {lacking[0]}"
        raise BadReceipt(msg)
    return found


def differences(was: object, becomes: object, path: str = "") -> Iterator[Difference]:
    """Yield each field at which two values of JSON differ, in the order of the receipt."""
    if isinstance(was, dict) and isinstance(becomes, dict):
        for key in dict.fromkeys((*was, *becomes)):
            pair = was.get(key, NOT_THERE), becomes.get(key, NOT_THERE)
            yield from differences(*pair, f"{path}.{key}" if path else key)
    elif isinstance(was, list) and isinstance(becomes, list):
        for place, pair in enumerate(zip_longest(was, becomes, fillvalue=NOT_THERE)):
            yield from differences(*pair, f"{path}[{place}]")
    elif _text_or_none(was) != _text_or_none(becomes):
        yield Difference(path, _text_or_none(was), _text_or_none(becomes))


def _text_or_none(value: object) -> str | None:
    return None if value is NOT_THERE else _text(value)


def _text(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))
