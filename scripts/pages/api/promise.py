"""What v1 promises: every field that was published, with its type, as tests/ has recorded it.

`python -m scripts.pages.api.promise` records fields that are new, and only those.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from scripts.pages import vectors
from scripts.pages.api import index, schema
from scripts.pages.api.layout import laid_out
from scripts.pages.api.published import Published, published
from scripts.pages.facts import load

RECORD = Path("tests/scripts/pages/api_v1.json")
MEND = (
    f"{index.VERSION} keeps its fields: other programs read them. Leave the field as it was, with "
    "a new one beside it; or publish a new version beside this one (docs/api/index.md)."
)

Promise = Mapping[str, Mapping[str, str]]  # file, path of a field, type


def kept(made: Published, root: Path) -> Promise:
    """List the fields of all files as they are now; `root` is the project's."""
    found = {"index.json": _fields(schema.of(index.Index))}
    for kind in made.kinds:
        addresses = [kind.files[0].address, kind.items]
        for address, shape in zip(addresses, kind.shapes.values(), strict=False):
            found[address] = _fields(schema.of(shape))
    cases = json.loads((root / vectors.CASES / f"{vectors.SCHEMA}.json").read_text("utf-8"))
    asked = schema.below(cases["$defs"]["visit"], cases, "cases[].input")
    visit = {row.path: row.type for row in asked}
    return found | {"vectors/{key}.json": _fields(cases) | visit}


def recorded(root: Path) -> Promise:
    """Read what was promised."""
    promise: Promise = json.loads((root / RECORD).read_text(encoding="utf-8"))
    return promise


def broken(promise: Promise, now: Promise) -> list[str]:
    """Say which promised fields are gone or have another type."""
    found = []
    for file, fields in promise.items():
        for path, kind in fields.items():
            got = now.get(file, {}).get(path, "nothing")
            if got != kind:
                found.append(f"{file}: {path}: got {got}, takes {kind}")
    return found


def added(promise: Promise, now: Promise) -> list[str]:
    """Name the fields that are published and not yet promised."""
    return [
        f"{file}: {path}"
        for file, fields in now.items()
        for path in fields
        if path not in promise.get(file, {})
    ]


def _fields(made: schema.Schema) -> dict[str, str]:
    return {row.path: row.type for row in schema.fields(made)}


def main(root: Path = Path()) -> None:
    """Record what is new; ends with status 1 and changes nothing where a promise is broken."""
    now = kept(published(load(root), root), root)
    before = recorded(root) if (root / RECORD).exists() else {}
    lost = broken(before, now)
    if lost:
        sys.exit("\n".join([*lost, MEND]))
    (root / RECORD).write_text(laid_out(now) + "\n", encoding="utf-8")
    print("\n".join(added(before, now)) or "Nothing is new.")


if __name__ == "__main__":
    main()
