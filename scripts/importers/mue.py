"""MUE: the most units of a code for one patient and day. The quarter stands in the name alone."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from scripts.content.values import Setting
from scripts.importers import cells, quarters
from scripts.importers.archive import Member
from scripts.importers.held import Held
from scripts.importers.imported import Period, Refused, Row, Source, Table
from scripts.importers.yaml_text import Value

NAME = re.compile(
    r"MCR_MUE_(?P<table>PractitionerServices|OutpatientHospitalServices)"
    r"_Eff_(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d{4})",
    re.IGNORECASE,
)
SETTINGS: Mapping[str, Setting] = {
    "practitionerservices": "practitioner",
    "outpatienthospitalservices": "hospital",
}
VALUES: Mapping[Setting, str] = {
    "practitioner": "Practitioner Services MUE Values",
    "hospital": "Outpatient Hospital Services MUE Values",
}
CODE, MAI, RATIONALE = "HCPCS/ CPT Code", "MUE Adjudication Indicator", "MUE Rationale"
INDICATOR = re.compile(r"([123]) \S.*")
COLUMNS = ("code", "setting", "value", "mai", "rationale")
ORDER: tuple[Setting, ...] = ("practitioner", "hospital")
SEEN_XLSX = "was never seen here, only what others read in it"
PAGE = (
    "https://www.cms.gov/medicare/coding-billing/national-correct-coding-initiative-ncci-edits/"
    "medicare-ncci-medically-unlikely-edits-mues"
)


def named(member: Member) -> tuple[Setting, date]:
    """Tell the setting and the first day of the quarter by the member's name."""
    found = NAME.match(member.name)
    if found is None:
        due = "MCR_MUE_PractitionerServices_Eff_07-01-2026.csv"
        raise Refused(f"{member.name}: expected a name such as {due}.")
    month, day = int(found["month"]), int(found["day"])
    if month not in quarters.NAMES or day != 1:
        wrong = f"{member.name}: effective from {found['month']}-{found['day']}"
        raise Refused(f"{wrong}; expected the first day of a quarter.")
    start = date(int(found["year"]), month, 1)
    zipped = re.search(r"(20\d\d)-?q(\d)", member.path.name, re.IGNORECASE)
    if zipped and (int(zipped[1]), int(zipped[2])) != (start.year, (month + 2) // 3):
        both = f"{member.path.name} holds {member.name}"
        raise Refused(f"{both}: two quarters; expected one. Fetch the zip anew.")
    return SETTINGS[found["table"].lower()], start


def read(members: tuple[Member, ...], held: Held) -> tuple[Table, list[str]]:
    """Read the table of one setting, or of both, of one quarter, beside what is held of it."""
    settings = {named(member)[0]: member for member in members}
    starts = sorted({named(member)[1] for member in members})
    if len(starts) != 1:
        days = " and ".join(map(str, starts))
        raise Refused(f"MUE tables from {days} together; expected one quarter at a time.")
    start = starts[0]
    number = (start.month + 2) // 3
    path = f"mue/mue-{start.year}q{number}"
    rows, notes = list[Row](), list[str]()
    for setting, member in settings.items():
        rows += _rows(member, setting, held, notes)
    kept, cites, before = _beside(held, path, settings, f"{start.year}q{number}")
    rows += kept
    rows.sort(key=lambda row: (row["code"], ORDER.index(row["setting"])))
    name = f"NCCI MUE {start.year} Q{number}"
    sources = tuple(_source(setting, start, number, settings[setting]) for setting in settings)
    period = quarters.quarter(start.year, start.month)
    whole = Table(path, name, period, COLUMNS, tuple(rows), sources, cites, before)
    return whole, notes


def _key(setting: str, quarter: str) -> str:
    return f"cms-mue-{quarter}-{setting}"


def _source(setting: Setting, start: date, number: int, member: Member) -> Source:
    words = {"practitioner": "practitioners", "hospital": "outpatient hospital"}[setting]
    title = f"CMS, NCCI medically unlikely edits, {start.year} Q{number}, {words}"
    return Source(_key(setting, f"{start.year}q{number}"), title, PAGE, member.fetched)


def _beside(
    held: Held, path: str, settings: Mapping[Setting, Member], quarter: str
) -> tuple[list[Row], tuple[str, ...], Mapping[str, Value]]:
    """Give the rows held of the other setting, all that is cited, and what part is held."""
    mine = [_key(setting, quarter) for setting in ORDER if setting in settings]
    table = next((each for each in held.mue if each.path == path), None)
    others = [row for row in table.rows if row.setting not in settings] if table else []
    if table is None or not others:
        alone = f"{next(iter(settings))} alone"
        return [], tuple(mine), {} if len(settings) == len(ORDER) else {"part": alone}
    other = others[0].setting
    rows: list[Row] = [
        {
            "code": row.code,
            "setting": row.setting,
            "value": str(row.value),
            "mai": row.mai,
            "rationale": row.rationale or "",
        }
        for row in others
    ]
    if _key(other, quarter) in table.release.sources:
        return rows, tuple(_key(setting, quarter) for setting in ORDER), {}
    cites = dict.fromkeys((*table.release.sources, *mine))
    return rows, tuple(cites), {"part": f"{next(iter(settings))} whole, {other} in part"}


def _rows(member: Member, setting: Setting, held: Held, notes: list[str]) -> Iterator[Row]:
    if member.suffix == ".xlsx":
        notes.append(f"{member.name}: an xlsx of this table {SEEN_XLSX}. Compare some values.")
    family, found = set(held.codes), set[str]()
    for record in _named(member, setting):
        code, mai = record[CODE], INDICATOR.fullmatch(record[MAI])
        value = record[VALUES[setting]]
        if mai is None or not value.isdecimal():
            got = f"{code}: found value {value}, indicator {record[MAI]}"
            takes = "a whole number, and 1, 2 or 3 with its words"
            raise Refused(f"{member.name}: {got}; expected {takes}.")
        if code in found:
            raise Refused(f"{member.name}: {code} comes twice; expected each code once.")
        found.add(code)
        if code in family:
            row = {"code": code, "setting": setting, "value": value, "mai": mai[1]}
            yield row | {"rationale": record[RATIONALE]}
    if family - found:
        missing = ", ".join(sorted(family - found))
        notes.append(f"{member.name} has no row for {missing}: deleted, or not published.")


def _named(member: Member, setting: Setting) -> Iterator[Mapping[str, str]]:
    expected = (CODE, VALUES[setting], MAI, RATIONALE)
    before, table = cells.headed(member, CODE, expected)
    places = cells.columns(member, before[-1], expected)
    return cells.records(member, table, places)


def period(member: Member) -> Period:
    """Give the quarter a member is for."""
    start = named(member)[1]
    return quarters.quarter(start.year, start.month)
