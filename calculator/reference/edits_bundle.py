"""edits.json, read into the tables that pairs are looked up in."""

import json
from datetime import date
from typing import Any

from calculator.reference.bundle import BadReference
from calculator.reference.edits import Cited, Edit, Edits, KnownCode, Policy, Release, Scope
from calculator.words.vocabulary import Setting, Standing, Timing

SCHEMA = "edits-1"
Record = dict[str, Any]  # JSON, checked against its schema when it was written


def load(text: str) -> Edits:
    """Read edits.json; raises `BadReference` where it is something else."""
    try:
        record = json.loads(text)
        if record["schema"] != SCHEMA:
            msg = f"schema: got {record['schema']}; takes {SCHEMA}"
            raise BadReference(msg)
        codes = {each["code"]: _code(each) for each in record["codes"]}
        releases = [_release(each, record["rationales"], codes) for each in record["releases"]]
        return Edits(
            releases=tuple(sorted(releases, key=lambda each: each.start, reverse=True)),
            policies=tuple(map(_policy, record["policies"])),
            codes=codes,
            sources={each["key"]: _source(each) for each in record["sources"]},
            rule_title=record["rule"]["title"],
            rule_states=record["rule"]["states"],
        )
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        msg = f"not an edits.json of schema {SCHEMA}: {error}"
        raise BadReference(msg) from error


def _release(record: Record, rationales: list[str], codes: dict[str, KnownCode]) -> Release:
    end = date.fromisoformat(record["to"])
    return Release(
        release=record["release"],
        setting=Setting(record["setting"]),
        start=date.fromisoformat(record["from"]),
        end=end,
        standing=Standing(record["standing"]),
        sources=tuple(record["sources"]),
        scope=_scope(record["scope"]),
        edits=tuple(_edit(each, rationales) for each in record["edits"]),
        family=frozenset(
            each.code for each in codes.values() if each.held_from and each.held_from <= end
        ),
    )


def _scope(record: Record) -> Scope:
    return Scope(
        says=record["says"],
        among=frozenset(record["among"]),
        with_any=frozenset(record["with_any"]),
        column_one=tuple((each["first"], each["last"]) for each in record["column_one"]),
        own_dates=record["own_dates"],
    )


def _edit(row: list[Any], rationales: list[str]) -> Edit:
    column_one, column_two, indicator, effective, deleted, rationale = row
    return Edit(
        column_one=column_one,
        column_two=column_two,
        indicator=indicator,
        effective=_day(effective),
        deleted=_day(deleted),
        rationale="" if rationale is None else rationales[rationale],
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _policy(record: Record) -> Policy:
    return Policy(
        key=record["key"],
        title=record["title"],
        section=record["section"] or "",
        says=record["says"],
        note=record["note"] or "",
        first=frozenset(record["first"]),
        second=frozenset(record["second"]),
        standing=Standing(record["standing"]),
        sources=tuple(record["sources"]),
        one_discipline=record["one_discipline"],
        once=record["once"],
        forbids=record["forbids"],
    )


def _code(record: Record) -> KnownCode:
    return KnownCode(
        code=record["code"],
        label=record["label"],
        timing=Timing(record["timing"]),
        status=record["status"] or "",
        status_sources=tuple(record["status_sources"]),
        held_from=_day(record["held_from"]),
    )


def _source(record: Record) -> Cited:
    return Cited(record["title"], Standing(record["standing"]), record["settled"])
