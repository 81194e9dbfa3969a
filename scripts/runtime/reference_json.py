"""reference.json: what the calculator is given of the Library.

Lists, never objects keyed by code (JavaScript sorts keys that look like integers); decimals and
codes are strings. `python -m scripts.runtime.reference_json` writes build/reference.json and its
schema.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from calculator.words.sentences import capitalised
from scripts.content.joined import Code, Locality, Rule, Source
from scripts.content.library import Library, load
from scripts.content.model.edits import Comparison
from scripts.content.model.modifiers import Modifier
from scripts.content.modifier_fits import fits
from scripts.content.schema import write_json
from scripts.runtime.reference_model import (
    SCHEMA,
    CodeEntry,
    ConflictEntry,
    DemandEntry,
    FigureEntry,
    LocalityEntry,
    LocalityPeriodEntry,
    ModifierEntry,
    NoteEntry,
    Reference,
    RuleEntry,
    SourceEntry,
)


def reference(library: Library) -> Reference:
    """Take from the Library what the calculator needs, each list sorted by key."""
    return Reference(
        version=SCHEMA,
        sources=tuple(map(_source, library.sources.values())),
        rules=tuple(map(_rule, library.rules.values())),
        figures=tuple(FigureEntry(**dict(figure)) for figure in library.figures.values()),
        adjustments=tuple(library.adjustments.values()),
        revenue=library.revenue,
        codes=tuple(map(_code, library.codes.values())),
        localities=tuple(map(_locality, library.localities.values())),
        modifiers=tuple(_modifier(each, library) for each in library.modifiers.values()),
        conflicts=tuple(_conflicts(library)),
        demands=tuple(_demands(library)),
        notes=tuple(_note(each) for each in library.comparisons.values()),
    )


def dumps(whole: Reference) -> str:
    """Write it as compact JSON with an end of line, the same text for the same content."""
    fields = whole.model_dump(mode="json", by_alias=True)
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")) + "\n"


def write(library: Library, path: Path) -> None:
    """Write reference.json to `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dumps(reference(library)), encoding="utf-8")


def read(path: Path) -> Reference:
    """Read reference.json; raises pydantic's `ValidationError` where it is something else."""
    return Reference.model_validate_json(path.read_text(encoding="utf-8"))


def write_schema(path: Path) -> None:
    """Write the JSON Schema of reference.json to `path`."""
    write_json(path, Reference.model_json_schema(mode="serialization"))


def _source(source: Source) -> SourceEntry:
    return SourceEntry(
        key=source.key,
        title=source.title,
        at=source.seen.at,
        seen=source.seen.on,
        extent=source.seen.extent,
        standing=source.standing,
        settled=source.settled,
    )


def _rule(rule: Rule) -> RuleEntry:
    return RuleEntry(key=rule.key, title=rule.title, states=rule.states, sources=rule.sources)


def _code(code: Code) -> CodeEntry:
    unusual = code.unusual_for
    return CodeEntry(
        code=code.code,
        label=code.label,
        group=code.group.key,
        therapy=code.therapy.status if code.therapy else None,
        timing=code.time.timing,
        base=code.time.base,
        further=code.time.further,
        timing_standing=code.time.standing,
        timing_sources=code.time.sources,
        unusual_for=unusual.disciplines if unusual else (),
        unusual_sources=unusual.sources if unusual else (),
        instead=code.instead.code if code.instead else None,
        instead_sources=code.instead.sources if code.instead else (),
        periods=code.periods,
        mue=code.mue,
    )


def _locality(place: Locality) -> LocalityEntry:
    return LocalityEntry(
        key=place.key,
        name=place.name,
        state=place.state,
        counties=place.counties,
        periods=tuple(
            LocalityPeriodEntry(**period.model_dump(exclude={"work_without_floor"}))
            for period in place.periods
        ),
    )


def _modifier(modifier: Modifier, library: Library) -> ModifierEntry:
    asked = modifier.fits
    by_code = asked.by in {"plan", "assistant"}
    return ModifierEntry(
        modifier=modifier.modifier,
        kind=modifier.kind,
        by=asked.by,
        discipline=asked.discipline,
        never_on=tuple(
            code.code
            for code in library.codes.values()
            if by_code and code.therapy and not fits(modifier, code)
        ),
        fits=asked.says,
        sources=asked.sources,
        liability=modifier.liability,
    )


def _conflicts(library: Library) -> Iterator[ConflictEntry]:
    for modifier in library.modifiers.values():
        for conflict in modifier.conflicts:
            if modifier.modifier < conflict.other:  # the other one says the same
                pair = (modifier.modifier, conflict.other)
                yield ConflictEntry(modifiers=pair, why=conflict.why, sources=conflict.sources)


def _demands(library: Library) -> Iterator[DemandEntry]:
    """Yield what claims call for, then what a policy wants of the note where two codes meet."""
    for demand in library.demands:
        yield DemandEntry(**demand.model_dump(exclude={"order"}))
    for policy in library.policies.values():
        if policy.note:
            yield DemandEntry(
                key=f"policy-{policy.key}",
                says=f"{capitalised(policy.note)}.",
                when="pair",
                codes=policy.first,
                beside=policy.second,
                standing=policy.standing,
                sources=policy.sources,
            )


def _note(compared: Comparison) -> NoteEntry:
    return NoteEntry(
        code=compared.code,
        note=compared.note,
        standing=compared.standing,
        sources=compared.sources,
    )


if __name__ == "__main__":
    write_schema(Path("build/schema/reference.json"))
    write(load(Path("content")), Path("build/reference.json"))
