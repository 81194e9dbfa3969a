"""Files in the layouts of CMS and NCHS, made small: invented rows, no descriptor of any code."""

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl

Cell = str | int | float | None

# The five stacked rows of PPRRVU's header, column by column from the top; 2026 added PRIC IND.
STACKED = (
    "||||HCPCS",
    "||||MOD",
    "||||DESCRIPTION",
    "|||STATUS|CODE",
    "|NOT USED|FOR|MEDICARE |PAYMENT",
    "|||WORK|RVU",
    "|||NON-FAC|PE RVU",
    "||NON-FAC|NA|INDICATOR",
    "|||FACILITY|PE RVU",
    "||FACILITY |NA|INDICATOR",
    "|||MP|RVU",
    "|||NON-FACILITY|TOTAL",
    "|||FACILITY|TOTAL",
    "|||PCTC|IND",
    "|||GLOB|DAYS",
    "|||PRE|OP",
    "|||INTRA|OP",
    "|||POST|OP",
    "|||MULT|PROC",
    "|||BILAT|SURG",
    "|||ASST|SURG",
    "|||CO-|SURG",
    "|||TEAM|SURG",
    "|||PRIC|IND",
    "|||ENDO|BASE",
    "|||CONV|FACTOR",
    "|PHYSICIAN|SUPERVISION OF|DIAGNOSTIC|PROCEDURES",
    "|||CALCULATION|FLAG",
    "|DIAGNOSTIC|IMAGING|FAMILY|INDICATOR",
    "NON-FACILITY|PE USED|FOR OPPS|PAYMENT|AMOUNT",
    "FACILITY|PE USED|FOR OPPS|PAYMENT|AMOUNT",
    "|MP USED|FOR OPPS|PAYMENT|AMOUNT",
)
PRIC = 23
# Code: work, practice expense, facility practice expense, malpractice, and their totals.
RVUS: Mapping[str, tuple[str, str, str, str, str, str]] = {
    "00100": ("0.00", "0.00", "0.00", "0.00", "0.00", "0.00"),
    "97129": ("0.50", "0.16", "0.08", "0.01", "0.67", "0.59"),
    "97130": ("0.48", "0.15", "0.07", "0.00", "0.63", "0.55"),
    "97799": ("0.44", "0.62", "0.62", "0.01", "1.07", "1.07"),
}


def pprrvu_rows(
    title: str, factor: str, pric: str | None = "9", rvus: Mapping[str, Sequence[str]] = RVUS
) -> list[list[str]]:
    """Give all rows of a PPRRVU; without `pric` in the 31 columns of 2025."""
    kept = [place for place in range(len(STACKED)) if pric is not None or place != PRIC]
    names = [STACKED[place].split("|") for place in kept]
    width = len(kept)
    before = [["", "", title], ["", "", "words"], ["", "", "words"], ["", " "], []]
    rows = [[*row, *[""] * (width - len(row))] for row in before]
    rows += [[column[place] for column in names] for place in range(5)]
    for code, (work, expense, facility, malpractice, total, facility_total) in rvus.items():
        row = [code, "", "WORDS, WORDS", "A", "", work, expense, "", facility, "NA", malpractice]
        row += [total, facility_total, "7", "XXX", "0.00", "0.00", "0.00", "5", "0", "0", "0", "0"]
        row += [pric or "", "", factor, "09", "0", "99", "0.00", "0.00", "0.00"]
        rows.append([row[place] for place in kept])
    return rows


def pprrvu_line(code: str, factor: str) -> str:
    """Give a line of the txt of 2025, 171 characters."""
    work, expense, facility, malpractice, total, facility_total = RVUS[code]
    line = f"{code}  {'WORDS':50}A {work:>6} {expense:>6}   {facility:>6}NA {malpractice:>5} "
    line += f"{total:>6}{facility_total:>6}7XXX.00.00.0050000{'':12}{factor:>8} 090 99"
    return f"{line}{'0.00':>10}{'0.00':>7}{'0.00':>7}"


def gpci_rows(year: int, works: Sequence[str], values: Sequence[str]) -> list[list[str]]:
    """Give a GPCI of one locality; `works` name its columns of the work GPCI."""
    names = [f"{year} PW GPCI ({each})" for each in works]
    header = ["Medicare Administrative Contractor (MAC)", "State", "Locality Number"]
    header += ["Locality Name", *names, f"{year} PE GPCI", f"{year} MP GPCI"]
    blank = [""] * len(header)
    rows = [["ADDENDUM E. INDICES", *blank[1:]], blank, header]
    rows.append(["07102", "AR", "13", "ARKANSAS*", *values])
    footers = ("MAC Assignments as of November 22, 2023", "", "*Work GPCI reflects a floor.")
    return rows + [[footer, *blank[1:]] for footer in footers]


NCCI_HEAD = (
    ("words",),
    ("Column1/Column2 Edits",),
    (
        "Column 1",
        "Column 2",
        "*=in existence",
        "Effective",
        "Deletion",
        "Modifier",
        "PTP Edit Rationale",
    ),
    ("", "", "prior to 1996", "Date", "Date", "0=not allowed"),
    ("", "", "", "", "*=no data", "1=allowed"),
    ("", "", "", "", "", "9=not applicable"),
)


def ncci(edits: Sequence[Sequence[str]], head: Sequence[Sequence[str]] = NCCI_HEAD) -> bytes:
    """Give a part of the PTP edits: tabs, seven fields on every line."""
    lines = ["\t".join([*row, *[""] * (7 - len(row))]) for row in (*head, *edits)]
    return "".join(f"{line}\r\n" for line in lines).encode("latin-1")


def mue(column: str, rows: Sequence[str]) -> bytes:
    """Give an MUE table: line feeds within quotes, carriage returns without, a byte above 127."""
    before = b'"words\n\nwords \xae\n\nwords",,,\r\n'
    header = f'"HCPCS/\nCPT Code",{column},MUE Adjudication Indicator,MUE Rationale\r\n'
    return before + header.encode() + "".join(f"{row}\r\n" for row in rows).encode()


def hcc_rows(year: int, rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Give mappings of V24 and V28, with flags for the payment year, and the notes below."""
    models = [f"CMS-HCC\nModel\nCategory\n{model}" for model in ("V24", "V28")]
    header = ["Diagnosis\nCode", "Description", *models]
    header += [f"{model} for {year}\nPayment Year" for model in models]
    blank = [""] * len(header)
    notes = [[words, *blank[1:]] for words in ("", "Notes:", "1. Words, words.", "Source: words ")]
    return [["words", *blank[1:]], ["words", *blank[1:]], blank, header, *map(list, rows), *notes]


def order_line(number: int, code: str, flag: str, title: str) -> str:
    """Give a line of the order files of ICD-10-CM and ICD-10-PCS."""
    return f"{number:05d} {code:7} {flag} {title[:60]:60} {title}"


def crlf(lines: Sequence[str]) -> bytes:
    """Give lines with their ends as CMS writes them."""
    return "".join(f"{line}\r\n" for line in lines).encode("latin-1")


def as_csv(rows: Sequence[Sequence[str]]) -> bytes:
    """Write rows as CMS's csv."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode("latin-1")


def as_xlsx(rows: Sequence[Sequence[Cell]]) -> bytes:
    """Write rows as a book of one sheet; what looks like a number, with no zero first, is one."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append([_typed(cell) for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _typed(cell: Cell) -> Cell:
    if not isinstance(cell, str) or not cell:
        return cell or None
    if cell.isdecimal():
        return cell if cell[0] == "0" and cell != "0" else int(cell)
    return float(cell) if cell.replace(".", "", 1).isdecimal() else cell


def zipped(path: Path, members: Mapping[str, bytes]) -> Path:
    """Write a zip."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path
