"""ICD-10-PCS section F: the reader, its root types, a page for each table with all its codes."""

import json
from collections.abc import Iterator
from typing import Any

from calculator import pcs_door
from calculator.reference.pcs import Tables
from calculator.render import pcs as rendered
from calculator.rules.pcs import OPEN, break_down
from scripts.content.model.awaited import Awaited
from scripts.content.pcs import ROOT_TYPE, TYPE_QUALIFIER, Pcs, PcsCode, PcsRow, PcsValue
from scripts.pages import releases
from scripts.pages.facts import Facts
from scripts.pages.page import page, siblings
from scripts.pages.subjects import Subject
from scripts.pages.template import render

INDEX_ROOT, TABLE_ROOT = "../", "../../"
OPENS_WITH = "F07L0ZZ"
REGION, EQUIPMENT, QUALIFIER = 4, 6, 7


def fragments(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield what the written page about section F includes."""
    pcs = facts.library.pcs
    yield "pcs/reader.html", _reader(facts)
    yield "pcs/held.html", render("pcs_held.html", pcs=pcs, awaited=_awaited(facts))
    yield "pcs/root-types.html", render("pcs_root_types.html", tables=_tables(pcs), pcs=pcs)
    yield "pcs/source-codes.html", _source_codes(facts)
    yield "pcs/msdrg.html", render("pcs_msdrg.html", pcs=pcs, tables=_tables(pcs))
    yield "pcs/codes.md", f"{len(pcs.codes):,}"
    yield "pcs/tables.md", str(len(pcs.tables))
    yield "pcs/msdrg-codes.md", f"{sum(code.msdrg_since is not None for code in pcs.codes):,}"


def pages(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the path below docs and the Markdown of every table's page."""
    pcs = facts.library.pcs
    every = _tables(pcs)
    entries = [(each["key"], each["title"], _address(each["key"])) for each in every]
    beside = siblings("Tables of section F", ("PCS section F", "pcs/"), entries)
    for table in every:
        body = render(
            "pcs_table.md",
            table=table,
            pcs=pcs,
            awaited=_awaited(facts),
            rows=_rows(pcs, table["key"]),
            qualifiers=_values(pcs, TYPE_QUALIFIER, table["key"]),
            sources=facts.library.sources,
            root=TABLE_ROOT,
        )
        title = f"{table['key']} {table['title']}"
        description = f"PCS table {table['key']}, {table['title']}: every code."
        yield f"pcs/{table['key'].lower()}.md", page(title, description, body, beside)


def subjects(facts: Facts) -> Iterator[Subject]:
    """Yield every table and every code, which has its anchor in its table's page."""
    for table in _tables(facts.library.pcs):
        address = _address(table["key"])
        yield Subject("pcs", (f"table {table['key']}",), address, table["title"])
    for code in facts.library.pcs.codes:
        yield Subject("pcs", (code.code,), code_address(code.code), code.title)
    for source in facts.library.pcs.source_codes:
        if source.code not in facts.pcs.codes:
            yield Subject("pcs", (source.code,), "pcs/#source-codes", "No code: see why it fails.")


def code_address(code: str) -> str:
    """Return the address of a code's row from the site's root."""
    return f"{_address(code[:3])}#{code.lower()}"


def _awaited(facts: Facts) -> Awaited | None:
    return releases.following(facts.library.awaited, "pcs/codes")


def _address(table: str) -> str:
    return f"pcs/{table.lower()}/"


def answer(tables: Tables, text: str, day: str, root: str) -> dict[str, Any]:
    """Ask the door about a code, as the page does."""
    question = json.dumps({"code": text, "date": day})
    answered: dict[str, Any] = json.loads(pcs_door.breakdown(question, tables, root))
    return answered


def _reader(facts: Facts) -> str:
    pcs = facts.library.pcs
    starts = sorted({code.start for code in pcs.codes})
    ends = [*(day.fromordinal(day.toordinal() - 1) for day in starts[1:]), pcs.release.end]
    spans = [
        {"start": start, "end": end, "codes": sum(code.start <= start for code in pcs.codes)}
        for start, end in zip(starts, ends, strict=True)
    ]
    return render(
        "pcs_reader.html",
        answer=answer(facts.pcs, OPENS_WITH, str(pcs.release.end), INDEX_ROOT),
        spans=list(reversed(spans)),
        open=OPEN,
        root=INDEX_ROOT,
    )


def _source_codes(facts: Facts) -> str:
    pcs = facts.library.pcs
    titles = {code.code: code.title for code in pcs.codes}
    shown = []
    for wrong in pcs.source_codes:
        explained = break_down(wrong.code, pcs.release.end, facts.pcs)
        named = f"Characters of {wrong.code}"
        shown.append(
            {
                "code": wrong,
                "says": explained.value.says,
                "html": rendered.region(explained, facts.pcs, INDEX_ROOT, named),
                "instead": [(code, titles[code]) for code in wrong.instead],
            }
        )
    return render("pcs_source_codes.html", codes=shown, pcs=pcs)


def _tables(pcs: Pcs) -> list[dict[str, Any]]:
    roots = {
        value.after + value.value: value for value in pcs.values if value.position == ROOT_TYPE
    }
    return [
        {
            "key": key,
            "title": roots[key].title,
            "definition": roots[key].definition,
            "codes": held,
            "new": [code for code in held if code.is_new],
            "msdrg": sum(code.msdrg_since is not None for code in held),
        }
        for key in pcs.tables
        for held in [[code for code in pcs.codes if code.code.startswith(key)]]
    ]


def _rows(pcs: Pcs, table: str) -> list[dict[str, Any]]:
    codes = {code.code: code for code in pcs.codes}
    return [_row(pcs, row, codes) for row in pcs.rows if row.table == table]


def _row(pcs: Pcs, row: PcsRow, codes: dict[str, PcsCode]) -> dict[str, Any]:
    return {
        "row": row,
        "codes": [codes[code] for code in sorted(row.codes)],
        "axes": [
            (pcs.axes[position - 1].title, _named(pcs, position, table, allowed))
            for position, table, allowed in (
                (REGION, "", row.regions),
                (TYPE_QUALIFIER, row.table, row.type_qualifiers),
                (EQUIPMENT, "", row.equipment),
                (QUALIFIER, "", row.qualifiers),
            )
        ],
    }


def _named(pcs: Pcs, position: int, after: str, allowed: str) -> list[PcsValue]:
    return [value for value in _values(pcs, position, after) if value.value in allowed]


def _values(pcs: Pcs, position: int, after: str) -> list[PcsValue]:
    places = (position, after)
    return [value for value in pcs.values if (value.position, value.after) == places]
