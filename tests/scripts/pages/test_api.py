"""api/v1/: what other programs read, and what they may rely on."""

import json
import posixpath
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator

from scripts.pages.api import documented, index, promise, schema
from scripts.pages.api.published import Published, published
from scripts.pages.facts import Facts

FOOT = Path("docs/overrides/partials/copyright.html")
DATED = {"from", "to", "release", "standing", "sources"}


@pytest.fixture(scope="module")
def made(facts: Facts) -> Published:
    return published(facts, Path())


@pytest.fixture(scope="module")
def files(made: Published) -> dict[str, Any]:
    """Every file but the schemas, read; a number with a decimal point fails."""

    def refused(number: str) -> None:
        pytest.fail(f"{number} is a number, takes a string")

    return {
        address: json.loads(text, parse_float=refused)
        for address, text in made.texts.items()
        if not address.startswith(schema.FOLDER)
    }


def records(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401  any JSON
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value:
        if isinstance(each, dict | list):
            yield from records(each)


def test_every_published_field_stays_as_v1_promised(made: Published) -> None:
    lost = promise.broken(promise.recorded(Path()), promise.kept(made, Path()))

    assert lost == [], promise.MEND


def test_every_field_that_is_published_is_promised(made: Published) -> None:
    new = promise.added(promise.recorded(Path()), promise.kept(made, Path()))

    assert new == [], "A new field is welcome: .venv/bin/python -m scripts.pages.api.promise"


def test_a_field_that_goes_or_changes_is_named_and_one_that_comes_is_not_broken() -> None:
    was = {"codes.json": {"codes[].code": "text", "codes[].work": "figure"}}
    now = {"codes.json": {"codes[].work": "number", "codes[].new": "text"}}

    assert promise.broken(was, now) == [
        "codes.json: codes[].code: got nothing, takes text",
        "codes.json: codes[].work: got number, takes figure",
    ]
    assert promise.broken(was, {}) != []
    assert promise.added(was, now) == ["codes.json: codes[].new"]


def test_every_file_is_as_its_schema_says(made: Published, files: dict[str, Any]) -> None:
    schemas: dict[str, Validator] = {}
    faults = []
    for address, file in files.items():
        at = posixpath.normpath(posixpath.join(posixpath.dirname(address), file["$schema"]))
        if at not in schemas:
            Draft202012Validator.check_schema(json.loads(made.texts[at]))
            checked = Draft202012Validator.FORMAT_CHECKER
            schemas[at] = Draft202012Validator(json.loads(made.texts[at]), format_checker=checked)
        faults += [f"{address}: {each.message}" for each in schemas[at].iter_errors(file)]

    assert faults == []
    assert {*schemas} == {address for address in made.texts if address.startswith(schema.FOLDER)}


def test_a_schema_takes_a_field_that_is_added_and_no_figure_that_is_a_number(
    made: Published, files: dict[str, Any]
) -> None:
    valid = Draft202012Validator(json.loads(made.texts["schema/figures.json"])).is_valid
    file = json.loads(json.dumps(files["figures.json"]))
    period = file["figures"][0]["periods"][0]

    period["added"] = "later"
    assert valid(file)
    period["value"] = 0.2
    assert not valid(file)


def test_whatever_holds_for_a_time_says_release_standing_and_sources(
    files: dict[str, Any],
) -> None:
    known = {source["key"] for source in files["sources.json"]["sources"]}
    found = [each for file in files.values() for each in records(file) if "from" in each]

    assert [each for each in found if not each.keys() >= DATED] == []
    assert {key for each in found for key in each["sources"]} <= known


def test_a_code_has_one_file_of_its_own_that_says_the_same(files: dict[str, Any]) -> None:
    for code in files["codes.json"]["codes"]:
        own = files[f"codes/{code['key']}.json"]
        assert own == {"$schema": "../schema/code.json", **code}


def test_prices_follow_the_releases_and_are_the_calculators_own(files: dict[str, Any]) -> None:
    told = [
        (each["from"], each["factor"], each["amount"], each["further"], each["standing"])
        for each in files["codes/97530.json"]["prices"]
    ]

    assert told == [
        ("2025-01-01", "conversion-factor", "34.61", "24.58", "derived"),
        ("2026-01-01", "conversion-factor", "35.07", "25.05", "derived"),
        ("2026-01-01", "conversion-factor-qp", "35.25", "25.18", "derived"),
    ]
    assert files["codes/97014.json"]["prices"] == []


def test_the_index_names_every_file_with_its_checksum(
    made: Published, files: dict[str, Any]
) -> None:
    listed = files["index.json"]["files"]

    assert {each["address"] for each in listed} == {
        address for address in files if "/" not in address and address != "index.json"
    }
    for each in listed:
        text = made.texts[each["address"]].encode()
        assert (each["bytes"], each["sha256"]) == (len(text), sha256(text).hexdigest())
        assert {each["example"], each["schema"]} <= made.texts.keys()


def test_the_notice_is_that_of_every_page() -> None:
    words = " ".join(re.sub(r"<[^>]+>|\{#.*?#\}", " ", FOOT.read_text("utf-8")).split())

    assert index.NOTICE in words


def test_every_file_ends_with_one_end_of_line(made: Published) -> None:
    assert [
        address
        for address, text in made.texts.items()
        if not text.endswith("}\n") or text.endswith("\n\n")
    ] == []


def test_every_field_says_what_it_is(made: Published) -> None:
    tables = [table for kind in made.kinds for table in documented.tables(kind)]

    assert [row.path for table in tables for row in table.rows if not row.says] == []
