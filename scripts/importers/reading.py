"""From the name of a file to its importer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from scripts.importers import (
    fee_release,
    form,
    gpci,
    hcc,
    icd10cm,
    icd10pcs,
    mue,
    ncci,
    ncci_release,
    pprrvu,
    quarters,
    taken,
)
from scripts.importers.archive import Member, members
from scripts.importers.held import Held
from scripts.importers.imported import Imported, Period, Refused

NAMES = {
    "pprrvu": fee_release.NAME,
    "gpci": gpci.NAME,
    "ncci": ncci_release.NAME,
    "mue": mue.NAME,
    "icd10cm": icd10cm.NAME,
    "icd10pcs": icd10pcs.NAME,
    "hcc": hcc.NAME,
}
SUFFIXES = {".csv": 0, ".txt": 1, ".xml": 1, ".xlsx": 2}
TEXT_LAST = {"pprrvu", "gpci"}  # their txt names no columns
Found = Mapping[str, Sequence[Member]]


def read(path: Path, content: Path) -> Imported:
    """Read what `path` holds of one kind; the GPCIs go along with the RVUs they come with."""
    given = members(path)
    if len(given) == 1 and given[0].suffix == form.SUFFIX:
        return form.read(given[0], Held(content))
    refused = taken.refusal(path.name)
    found = _by_kind(given) if refused is None else {}
    if not found:
        raise Refused(_unknown(path, given))
    together = set(found) - {"gpci"} if "pprrvu" in found else set(found)
    if len(together) != 1:
        raise Refused(f"{path.name}: files of {', '.join(sorted(together))}; expected one kind.")
    kind = together.pop()
    imported = READERS[kind](found, Held(content))
    return _with_notes(imported, given)


def _by_kind(given: Sequence[Member]) -> dict[str, list[Member]]:
    """Sort the members by kind; of one file in several formats, the best is kept."""
    best: dict[tuple[str, str], Member] = {}
    for member in given:
        kind = _kind(member)
        if kind is None:
            continue
        key = (
            kind,
            f"{member.path}" * (kind == "ncci") + member.name[: -len(member.suffix)].lower(),
        )
        if key not in best or _rank(kind, member) < _rank(kind, best[key]):
            best[key] = member
    found: dict[str, list[Member]] = {}
    for (kind, _), member in sorted(best.items(), key=lambda item: item[0]):
        found.setdefault(kind, []).append(member)
    return found


def _kind(member: Member) -> str | None:
    if taken.refusal(member.name) or member.suffix not in SUFFIXES:
        return None
    return next((kind for kind, name in NAMES.items() if name.match(member.name)), None)


def _rank(kind: str, member: Member) -> int:
    return 3 if kind in TEXT_LAST and member.suffix == ".txt" else SUFFIXES[member.suffix]


def _unknown(path: Path, given: Sequence[Member]) -> str:
    whys = {each.name: taken.refusal(each.name) for each in given}
    zipped = taken.refusal(path.name)
    if zipped:
        return f"{path.name} is not imported: {zipped.why}"
    said = [f"{name} is not imported: {why.why}" for name, why in whys.items() if why]
    if said and len(said) == len(whys):
        return "\n".join(said)
    names = ", ".join(sorted(whys)[:20]) or "nothing"
    expected = "\n".join(f"    {name}" for kind in taken.KINDS.values() for name in kind.members)
    return f"{path.name}: an unknown file.\n  found: {names}\n  expected one of:\n{expected}"


def _with_notes(imported: Imported, given: Sequence[Member]) -> Imported:
    aside = [each.name for each in given if each.name not in imported.members]
    notes = [*imported.notes, *([f"Left aside: {', '.join(sorted(aside))}."] if aside else [])]
    return replace(imported, notes=tuple(notes))


def _pprrvu(found: Found, held: Held) -> Imported:
    release, tables, figures, notes = pprrvu.read(tuple(found["pprrvu"]), held)
    names = [each.name for each in found["pprrvu"]]
    if "gpci" in found:
        more, said = gpci.read(found["gpci"][0], held)
        tables, notes = (*tables, *more), [*notes, *said]
        names.append(found["gpci"][0].name)
    notes += _ends(held, figures[0].period)
    return Imported(
        "pprrvu", release.name, release.period, tuple(names), tables, figures, tuple(notes)
    )


def _ends(held: Held, period: Period) -> list[str]:
    """Name the figures that a person has to enter before the days of a new year can be priced."""
    last = period.end
    early = [key for key, file in held.figures.items() if file.periods[-1].end < last]
    by_hand = [key for key in early if not key.startswith("conversion-factor")]
    if not by_hand:
        return []
    command = "python -m scripts.importers form"
    return [f"These figures end before {last}: {', '.join(by_hand)}. Enter them with: {command}"]


def _gpci(found: Found, held: Held) -> Imported:
    member = found["gpci"][0]
    tables, notes = gpci.read(member, held)
    release = gpci.release_of(member)
    period = release.quarter or quarters.year(release.year)
    name = f"GPCI {release.year}"
    return Imported("gpci", name, period, (member.name,), tables, (), tuple(notes))


def _ncci(found: Found, held: Held) -> Imported:
    given = found["ncci"]
    if len(given) < len(ncci.PARTS):
        given = ncci.siblings(given[0])
    release, table, names, notes = ncci.read(given, held)
    return Imported("ncci", release.name, release.period, names, (table,), (), tuple(notes))


def _mue(found: Found, held: Held) -> Imported:
    table, notes = mue.read(tuple(found["mue"]), held)
    names = tuple(each.name for each in found["mue"])
    return Imported("mue", table.release, table.period, names, (table,), (), tuple(notes))


def _icd10cm(found: Found, held: Held) -> Imported:
    release, table, member, notes = icd10cm.read(found["icd10cm"], held)
    shown = (release.name, release.period, (member.name,), (table,))
    return Imported("icd10cm", *shown, notes=tuple(notes))


def _icd10pcs(found: Found, held: Held) -> Imported:
    release, tables, names, notes = icd10pcs.read(found["icd10pcs"], held)
    shown = (release.name, release.period, names, tables)
    return Imported("icd10pcs", *shown, notes=tuple(notes))


def _hcc(found: Found, held: Held) -> Imported:
    member = found["hcc"][0]
    release, tables, notes = hcc.read(member, held)
    name = f"HCC mappings {release.year}, {release.stage}"
    shown = (name, quarters.year(release.year), (member.name,), tables)
    return Imported("hcc", *shown, notes=tuple(notes))


READERS: Mapping[str, Callable[[Found, Held], Imported]] = {
    "pprrvu": _pprrvu,
    "gpci": _gpci,
    "ncci": _ncci,
    "mue": _mue,
    "icd10cm": _icd10cm,
    "icd10pcs": _icd10pcs,
    "hcc": _hcc,
}
