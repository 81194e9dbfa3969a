"""edits.json: what the question about a pair is answered from, apart from reference.json.

Each edit is a short list, its rationale a place in `rationales`: there are thousands.
"""

import json
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import Field

from scripts.content.edit_rows import PtpRow
from scripts.content.joined import Code
from scripts.content.library import Library
from scripts.content.model.edits import Policy, PtpReleaseFile, Scope
from scripts.content.reader import Table
from scripts.content.schema import write_json
from scripts.content.values import CodeNumber, Dated, Frozen, Key, Setting, Standing, Text, Timing

SCHEMA: Literal["edits-1"] = "edits-1"
RULE = "edits"

# Column one, column two, indicator, effective, deleted, place of the rationale.
EditEntry = tuple[CodeNumber, CodeNumber, Text, date | None, date | None, int | None]


class ReleaseEntry(Dated):
    """The edits of one setting and quarter."""

    setting: Setting
    scope: Scope
    edits: tuple[EditEntry, ...]


class CodeEntry(Frozen):
    """A code of the family: our label, what its units hang on, and its newest status.

    `held_from` is the first day of the oldest figures held of it: it existed by then.
    """

    code: CodeNumber
    label: Text
    timing: Timing
    status: Text | None
    status_sources: tuple[Key, ...]
    held_from: date | None


class SourceEntry(Frozen):
    """What is cited."""

    key: Key
    title: Text
    standing: Standing
    settled: bool


class RuleEntry(Frozen):
    """The rule in our own words."""

    title: Text
    states: Text


class EditsFile(Frozen):
    """The whole of edits.json."""

    version: Literal["edits-1"] = Field(alias="schema")
    rule: RuleEntry
    rationales: tuple[Text, ...]
    releases: tuple[ReleaseEntry, ...]
    policies: tuple[Policy, ...]
    codes: tuple[CodeEntry, ...]
    sources: tuple[SourceEntry, ...]


def edits(library: Library) -> EditsFile:
    """Take from the Library what pairs are looked up in."""
    rows = [row for table in library.ptp for row in table.rows]
    rationales = tuple(sorted({row.rationale for row in rows if row.rationale}))
    rule = library.rules[RULE]
    releases = tuple(_release(table, rationales) for table in library.ptp)
    policies = tuple(library.policies.values())
    codes = tuple(map(_code, library.codes.values()))
    cited = {*rule.sources}.union(
        *(each.sources for each in (*releases, *policies)),
        *(each.status_sources for each in codes),
    )
    return EditsFile(
        version=SCHEMA,
        rule=RuleEntry(title=rule.title, states=rule.states),
        rationales=rationales,
        releases=releases,
        policies=policies,
        codes=codes,
        sources=tuple(
            SourceEntry(
                key=key, title=source.title, standing=source.standing, settled=source.settled
            )
            for key, source in library.sources.items()
            if key in cited
        ),
    )


def text(library: Library) -> str:
    """Write it as compact JSON with an end of line, the same text for the same content."""
    fields = edits(library).model_dump(mode="json", by_alias=True)
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")) + "\n"


def write_schema(path: Path) -> None:
    """Write the JSON Schema of edits.json to `path`."""
    write_json(path, EditsFile.model_json_schema(mode="serialization"))


def _code(code: Code) -> CodeEntry:
    newest = code.periods[-1] if code.periods else None
    days = [each.start for each in (*code.periods, *code.mue)]
    return CodeEntry(
        code=code.code,
        label=code.label,
        timing=code.time.timing,
        status=newest.status if newest else None,
        status_sources=newest.sources if newest else (),
        held_from=min(days, default=None),
    )


def _release(table: Table[PtpReleaseFile, PtpRow], rationales: tuple[str, ...]) -> ReleaseEntry:
    release = table.release
    place = {words: number for number, words in enumerate(rationales)}
    return ReleaseEntry(
        standing=release.standing,
        sources=release.sources,
        start=release.start,
        end=release.end,
        release=release.release,
        setting=release.setting,
        scope=release.scope,
        edits=tuple(
            (
                row.column_one,
                row.column_two,
                row.indicator,
                row.effective,
                row.deleted,
                place[row.rationale] if row.rationale else None,
            )
            for row in table.rows
        ),
    )
