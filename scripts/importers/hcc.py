"""HCC mappings: which diagnosis counts for which group, model by model.

The name of a file and the payment year in its header are held against each other: a file called
2026 was seen whose columns say 2025.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from scripts.importers import cells, quarters
from scripts.importers.archive import Member
from scripts.importers.held import Held
from scripts.importers.icd10cm_codes import CODE, dotted
from scripts.importers.imported import Refused, Row, Source, Table

NAME = re.compile(
    r"(?P<year>\d{4})[ _-](?P<stage>Initial|Midyear[ _-]Final|Final)[ _-]ICD-10-CM[ _-]Mappings",
    re.IGNORECASE,
)
FIRST = "Diagnosis Code"
MODELS = ("V24", "V28")
CATEGORY = "CMS-HCC Model Category {}"
COLUMN = re.compile(
    r"(CMS-HCC|RxHCC)( ESRD)? Model Category V\d\d(?: for (?P<year>\d{4}) Payment Year)?"
)
EXPECTED = (FIRST, "Description", CATEGORY.format("V28"), "… V28 for 2026 Payment Year")
SEEN_COLUMNS = 14
COLUMNS = ("code", "hcc")
GROUP = re.compile(r"[1-9]\d{0,2}")
PAGE = "https://www.cms.gov/medicare/payment/medicare-advantage-rates-statistics/risk-adjustment"


@dataclass(frozen=True, slots=True)
class Release:
    """The mappings of a payment year: initial, or final after midyear."""

    year: int
    stage: str


def release_of(member: Member) -> Release:
    """Tell the release by the member's name."""
    named = NAME.match(member.name)
    if named is None:
        raise Refused(
            f"{member.name}: expected a name such as 2026 Initial ICD-10-CM Mappings.csv."
        )
    stage = "initial" if named["stage"].lower() == "initial" else "final"
    return Release(int(named["year"]), stage)


def read(member: Member, held: Held) -> tuple[Release, tuple[Table, ...], list[str]]:
    """Read the maps of V24 and V28, as far as the file has them."""
    release, notes = release_of(member), list[str]()
    before, table = cells.headed(member, FIRST, EXPECTED)
    places = _columns(member, before[-1], release.year)
    models = [model for model in MODELS if _flag(model, release.year) in places]
    if len(places) != SEEN_COLUMNS:
        seen = f"one with {SEEN_COLUMNS} was seen here, others only described"
        notes.append(f"{member.name} has {len(places)} columns: {seen}. Compare some groups.")
    wanted = frozenset(held.diagnoses)
    found = _groups(member, cells.records(member, table, places), models, release.year, wanted)
    tables = []
    for model in models:
        groups = found[model]
        rows = [{"code": each, "hcc": groups[each]} for each in held.diagnoses if each in groups]
        tables.append(_table(member, model, release, tuple(rows)))
        _check_stage(member, tables[-1].path, release, held)
    return release, tuple(tables), notes


def _flag(model: str, year: int) -> str:
    return f"{CATEGORY.format(model)} for {year} Payment Year"


def _columns(member: Member, header: list[str], year: int) -> Mapping[str, int]:
    names = [name for name in header if name]
    others = [COLUMN.fullmatch(name) for name in names[2:]]
    if names[:2] != [FIRST, "Description"] or None in others or len(set(names)) != len(names):
        raise Refused(cells.unlike(member, " | ".join(names), " | ".join(EXPECTED)))
    years = {int(each["year"]) for each in others if each and each["year"]}
    if years != {year}:
        said = ", ".join(map(str, sorted(years))) or "no year"
        todo = "Find out which is right; if the columns are, name the file by their year."
        found = f"{member.name}: the name says payment year {year}, the columns say {said}"
        raise Refused(f"{found}; expected the same. {todo}")
    return {name: header.index(name) for name in names}


def _groups(
    member: Member,
    records: Iterator[Mapping[str, str]],
    models: list[str],
    year: int,
    wanted: Collection[str],
) -> Mapping[str, dict[str, str]]:
    """Give the group of each wanted diagnosis by model; rows marked `--` or No do not count."""
    found: dict[str, dict[str, str]] = {model: {} for model in models}
    for record in records:
        if record[FIRST] == "Notes:":
            break
        if not CODE.fullmatch(record[FIRST]):
            got = f"{member.name}: found {record[FIRST][:60]} below the header"
            raise Refused(f"{got}; expected a diagnosis without its dot, or Notes:.")
        code = dotted(record[FIRST])
        for model in models if code in wanted else ():
            group = record[CATEGORY.format(model)]
            if record[_flag(model, year)] != "Yes":
                continue
            if not GROUP.fullmatch(group) or found[model].get(code, group) != group:
                got = (
                    f"{code} in {model}: found group {found[model].get(code, '')} {group}".rstrip()
                )
                raise Refused(f"{member.name}: {got}; expected one group beside Yes.")
            found[model][code] = group
    return found


def _table(member: Member, model: str, release: Release, rows: tuple[Row, ...]) -> Table:
    year, stage = release.year, release.stage
    key = f"cms-hcc-{year}-{stage}"
    source = Source(key, f"CMS, ICD-10-CM mappings, {year}, {stage}", PAGE, member.fetched)
    name = f"CMS-HCC {model}, payment year {year}, {stage}"
    fields = {"model": model, "year": str(year)}
    path = f"hcc/{model.lower()}-py{year}"
    return Table(path, name, quarters.year(year), COLUMNS, rows, (source,), (key,), fields)


def _check_stage(member: Member, path: str, release: Release, held: Held) -> None:
    before = next((each.release for each in held.hcc if each.path == path), None)
    if before and release.stage == "initial" and before.release.endswith("final"):
        found = f"{member.name}: initial, where content/ holds {before.release}"
        raise Refused(f"{found}; expected a final map. Nothing newer is in it.")
