"""A pasted text, from a note or a spreadsheet, read into services; the rest is handed back."""

import re
from collections.abc import Iterator

from calculator.entry import line_days, one_line
from calculator.entry.line_services import CODE
from calculator.entry.line_words import GIVERS, PLANS, WORDS, dollars
from calculator.reference.names import Names, plain
from calculator.words.reading import State
from calculator.words.vocabulary import Giver

Row = dict[str, object]
Read = tuple[dict[str, object], list[str]]

# What heads of columns are called, by the field that a column fills.
HEADS = {
    "code": ("code", "cpt", "hcpcs", "cpt code", "hcpcs code", "procedure", "procedure code"),
    "minutes": (
        *("minutes", "min", "mins", "time", "therapist", "therapist minutes", "treatment minutes"),
        *("timed minutes", "total minutes", "duration"),
    ),
    "assistant_minutes": (
        "assistant minutes",
        "assistant",
        "pta",
        "ota",
        "pta minutes",
        "asst min",
    ),
    "together_minutes": ("together minutes", "together", "both", "joint minutes"),
    "discipline": ("discipline", "plan of care", "plan"),
    "charge": ("charge", "charge per unit"),
}
DAY_HEADS = ("date of service", "dos", "service date", "date", "visit date")
_FIELDS = {head: name for name, heads in HEADS.items() for head in heads}
_COUNTS = ("minutes", "assistant_minutes", "together_minutes")

_CODE = re.compile(rf"(?<![\w.]){CODE}(?![\w.])")
_MINUTES = re.compile(r"(?<![\w./:-])(\d{1,4})\s*(?:min(?:ute)?s?\b\.?|m\b|['’])", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w./:$-])\d{1,4}(?![\w/:%-]|\.\d)")
_LABELLED = re.compile(r"\s*([A-Za-z][A-Za-z ]*?)\s*[:=]\s*(.+?)\s*")
_CELLS = {"\t": re.compile(r"\t"), "|": re.compile(r"\|"), ";": re.compile(r";")}
_COMMA = re.compile(r",(?!\d{3}\.)")


def read(pasted: str, names: Names) -> Read:
    """Read a pasted text: the visit as far as it says it, and what was not understood."""
    lines = [line.strip("\r\f\v ") for line in pasted.split("\n")]
    lines = [line for line in lines if line.strip()]
    visit: dict[str, object] = {}
    services: list[Row] = []
    kept: list[str] = []
    heads: list[str] = []
    for line in lines:
        cells = _cells(line, pasted)
        found = _heads(cells)
        if found:
            heads = found
            continue
        row, left, said = _row(cells, heads, names) if heads else (None, [], {})
        if row is None and not said:
            rows, left, said = _free(line, cells, names)
            services += rows
        elif row:
            services.append(row)
        for name, value in said.items():
            if visit.setdefault(name, value) != value:
                left.append(f"{name}: {value}")
        kept += left
    return visit | {"services": services}, kept


def _cells(line: str, pasted: str) -> list[str]:
    for sign, between in _CELLS.items():
        if sign in pasted and sign in line:
            return [cell.strip().strip('"') for cell in between.split(line)]
    return [cell.strip().strip('"') for cell in _COMMA.split(line)]


def _heads(cells: list[str]) -> list[str]:
    """Name the field of each column, empty for one not known; no list where these are no heads."""
    named = [_FIELDS.get(plain(cell), "date" if plain(cell) in DAY_HEADS else "") for cell in cells]
    return named if "code" in named and len(cells) > 1 else []


def _row(
    cells: list[str], heads: list[str], names: Names
) -> tuple[Row | None, list[str], dict[str, object]]:
    """Read a row by the heads above it."""
    row: Row = {}
    left: list[str] = []
    said: dict[str, object] = {}
    for place, cell in enumerate(cells):
        name = heads[place] if place < len(heads) else ""
        if not cell:
            continue
        if name == "date" and (day := line_days.day(cell)):
            said["date"] = str(day)
        elif not name or not _fill(row, name, cell, names):
            left.append(cell)
    if "code" not in row:
        return None, [], {}
    return _ordered(row), left, said


def _fill(row: Row, name: str, cell: str, names: Names) -> bool:
    """Put a cell into its field; False where it holds something else."""
    if name == "code":
        code = cell.upper()
        row["code"] = code
        return re.fullmatch(CODE, code) is not None or code in names.codes
    if name in _COUNTS:
        found = re.fullmatch(r"(\d{1,4})(?:\.0+)?\s*(?:min(?:ute)?s?\.?|m)?", cell, re.IGNORECASE)
        if found:
            row[name] = int(found[1])
        return bool(found)
    if name == "charge":
        amount = dollars(cell)
        if amount:
            row["charge"] = amount
        return bool(amount)
    said = WORDS.get(plain(cell))
    plan = PLANS.get(cell.upper()) or (said.value if said and said.field == name else None)
    if plan:
        row[name] = plan
    return bool(plan)


def _free(
    line: str, cells: list[str], names: Names
) -> tuple[list[Row], list[str], dict[str, object]]:
    """Read a line without heads: as the one line is read, else cell by cell, else by its words."""
    labelled = _labelled(line)
    if labelled:
        return [], [], labelled
    reading = one_line.read(line, names)
    services = reading.visit.pop("services", [])
    whole = reading.groups and all(
        group.state in {State.READ, State.ASKED} for group in reading.groups
    )
    if whole and isinstance(services, list) and all("minutes" in each for each in services):
        return services, [], reading.visit
    if len(cells) > 1 and (row := _by_content(cells, names)):
        return [row[0]], row[1], {}
    return _by_words(line, names)


def _labelled(line: str) -> dict[str, object]:
    found = _LABELLED.fullmatch(line)
    if not found:
        return {}
    label, value = plain(found[1]), found[2]
    if label in DAY_HEADS and (day := line_days.day(value)):
        return {"date": str(day)}
    said = WORDS.get(plain(value))
    if label in {"discipline", "plan of care"} and said and said.field == "discipline":
        return {"discipline": said.value}
    return {}


def _by_content(cells: list[str], names: Names) -> tuple[Row, list[str]] | None:
    """Read a row without heads: the code where it stands, numbers in the order of the form."""
    codes = [cell.upper() for cell in cells if cell.upper() in names.codes]
    if len(codes) != 1:
        return None
    row: Row = {"code": codes[0]}
    counts = iter(_COUNTS)
    left: list[str] = []
    for cell in cells:
        if cell.upper() == codes[0] or not cell:
            continue
        field = next(counts, "") if re.match(r"\d", cell) else ""
        if not field or not _fill(row, field, cell, names):
            left.append(cell)
        elif field != _COUNTS[0]:
            left.append(
                f"{codes[0]}: {cell} read as {field.replace('_', ' ')}, as no head names it"
            )
    return (_ordered(row), left) if "minutes" in row else None


def _by_words(line: str, names: Names) -> tuple[list[Row], list[str], dict[str, object]]:
    """Find a code and its minutes in a line of words; the words go to what is left."""
    codes = [found for found in _CODE.finditer(line) if found.group().upper() in names.codes]
    if len(codes) != 1:
        return [], [line], {}
    code = codes[0]
    rest = line[: code.start()] + " " + line[code.end() :]
    counts = list(_MINUTES.finditer(rest)) or list(_NUMBER.finditer(rest))
    row: Row = {"code": code.group().upper()}
    if len(counts) != 1:
        return [row], list(_words(rest)), {}
    count = counts[0]
    after = re.match(r"\s*(?:by\s+)?(?:the\s+)?(\w+)", rest[count.end() :])
    giver = GIVERS.get(after[1].lower(), Giver.THERAPIST) if after else Giver.THERAPIST
    number = int(re.match(r"\d+", count.group()).group())  # type: ignore[union-attr] # both patterns begin with it
    end = count.end() + (after.end() if after and after[1].lower() in GIVERS else 0)
    if giver is Giver.THERAPIST:
        row["minutes"] = number
    else:
        row |= {"minutes": 0, f"{giver}_minutes": number}
    return [row], list(_words(rest[: count.start()] + " " + rest[end:])), {}


def _words(rest: str) -> Iterator[str]:
    said = " ".join(rest.split()).strip(" –—-:,;|=.()")
    if plain(said):
        yield said


def _ordered(row: Row) -> Row:
    if "minutes" not in row and any(name in row for name in _COUNTS):
        row["minutes"] = 0
    order = ("code", *_COUNTS, "discipline", "charge")
    return {name: row[name] for name in order if name in row and (row[name] or name == "minutes")}
