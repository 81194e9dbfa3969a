"""pcs.json: what the calculator is given of ICD-10-PCS section F.

Lists, never objects keyed by code; a code is a short list, as there are more than a thousand.
"""

import json

from scripts.content.library import Library
from scripts.content.pcs import Pcs, PcsCode, PcsRow, PcsValue
from scripts.content.values import Dated

SCHEMA = "pcs-1"
RULES = ("pcs",)


def text(library: Library) -> str:
    """Write pcs.json as compact JSON, the same text for the same content."""
    return json.dumps(_whole(library), ensure_ascii=False, separators=(",", ":")) + "\n"


def _whole(library: Library) -> dict[str, object]:
    pcs = library.pcs
    rules = [library.rules[key] for key in RULES]
    cited = sorted({*_cited(pcs), *(key for rule in rules for key in rule.sources)})
    return {
        "schema": SCHEMA,
        "axes": [axis.title for axis in pcs.axes],
        "values": [_value(value) for value in pcs.values],
        "rows": [_row(row) for row in pcs.rows],
        "codes": [_code(code) for code in pcs.codes],
        "release": _dated(pcs.release),
        "grouper": _dated(pcs.grouper),
        "since_sources": list(pcs.since_sources),
        "definition_sources": list(pcs.definition_sources),
        "sources": [_source(library, key) for key in cited],
        "rules": [{"key": rule.key, "title": rule.title, "states": rule.states} for rule in rules],
    }


def _cited(pcs: Pcs) -> set[str]:
    dated = [pcs.release, pcs.grouper, *pcs.rows]
    keys = {key for each in dated for key in each.sources}
    return keys | set(pcs.since_sources) | set(pcs.definition_sources)


def _value(value: PcsValue) -> list[object]:
    found = value.definition
    texts = found and [found.definition or "", found.explanation or "", found.includes or ""]
    return [value.position, value.after, value.value, value.title, texts]


def _row(row: PcsRow) -> dict[str, object]:
    values = [row.regions, row.type_qualifiers, row.equipment, row.qualifiers]
    return {"table": row.table, "row": row.row, "values": values, **_dated(row)}


def _code(code: PcsCode) -> list[object]:
    since = code.msdrg_since and str(code.msdrg_since)
    return [code.code, code.title, code.title_standing, str(code.start), code.is_new, since]


def _dated(dated: Dated) -> dict[str, object]:
    return {
        "from": str(dated.start),
        "to": str(dated.end),
        "release": dated.release,
        "standing": dated.standing,
        "sources": list(dated.sources),
    }


def _source(library: Library, key: str) -> dict[str, object]:
    source = library.sources[key]
    return {
        "key": key,
        "title": source.title,
        "at": source.seen.at,
        "standing": source.standing,
        "settled": source.settled,
    }
