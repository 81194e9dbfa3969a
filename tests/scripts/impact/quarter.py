"""A made-up quarter in the official layouts: one RVU, one MUE and one edit differ from content/."""

import csv
import shutil
import subprocess
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from tests.scripts.importers import layouts

ROOT = Path(__file__).resolve().parents[3]
CODE = "97530"
PAIR = ("97163", "97161")
CENT = Decimal("0.01")
FACTORS = {"nonQPP": ("33.4009", "9"), "QPP": ("33.5675", "1")}
ENDED = "20261231"


def project(root: Path) -> Path:
    """Lay out a project with content of its own, written pages and cases, and one commit."""
    shutil.copytree(ROOT / "content", root / "content")
    (root / "tests").mkdir()
    (root / "docs").symlink_to(ROOT / "docs")
    (root / "tests/vectors").symlink_to(ROOT / "tests/vectors")
    named = ("-c", "user.name=A maintainer", "-c", "user.email=maintainer@example.org")
    for command in (("init", "-q"), ("add", "content"), (*named, "commit", "-qm", "Before")):
        subprocess.run(("git", *command), cwd=root, check=True)
    return root


def rvu26c(folder: Path) -> Path:
    """Write a fee schedule of July 2026, with a hundredth more work in the code."""
    members = {
        f"PPRRVU2026_Jul_{name}.csv": layouts.as_csv([*_head(factor, pric), *_rows(factor, pric)])
        for name, (factor, pric) in FACTORS.items()
    }
    return layouts.zipped(folder / "rvu26c.zip", members)


def _head(factor: str, pric: str) -> list[list[str]]:
    title = "2026 National Physician Fee Schedule Relative Value File July Release"
    return layouts.pprrvu_rows(title, factor, pric, {})


def _rows(factor: str, pric: str) -> Iterator[list[str]]:
    for row in _held("rvu/rvu26b"):
        work = [row["work"], row["nonfacility_total"], row["facility_total"]]
        if row["code"] == CODE:
            work = [str(Decimal(each) + CENT) for each in work]
        yield [
            *(row["code"], "", "WORDS", row["status"], "", work[0], row["practice_expense"]),
            *(row["nonfacility_na"], row["facility_practice_expense"], row["facility_na"]),
            *(row["malpractice"], work[1], work[2], row["pc_tc"], row["global_days"]),
            *("0.00", "0.00", "0.00", row["multiple_procedure"], row["bilateral"]),
            *(row["assistant_at_surgery"], row["co_surgeons"], row["team_surgery"], pric, ""),
            *(factor, "09", "0", "99", "0.00", "0.00", "0.00"),
        ]


def mue2027(folder: Path) -> Path:
    """Write the practitioners' limits of January 2027, the code's two units lower."""
    rows = [
        f"{row['code']},{4 if row['code'] == CODE else row['value']},{row['mai']} Words,Words"
        for row in _held("mue/mue-2026q4")
        if row["setting"] == "practitioner"
    ]
    path = folder / "MCR_MUE_PractitionerServices_Eff_01-01-2027.csv"
    path.write_bytes(layouts.mue("Practitioner Services MUE Values", rows))
    return path


def ptp2027(folder: Path) -> Path:
    """Write the practitioners' edits of January 2027 in four parts, one of them deleted."""
    edits = [[*_edit(row)] for row in _held("ptp/practitioner-2026q4")]
    parts = folder / "edits"
    parts.mkdir()
    for part in range(1, 5):
        (parts / f"ccipra-v330r0-f{part}.TXT").write_bytes(layouts.ncci(edits[part - 1 :: 4]))
    return parts


def _edit(row: dict[str, str]) -> Iterator[str]:
    pair = (row["column_one"], row["column_two"])
    yield from (*pair, "", row["effective"].replace("-", ""))
    yield ENDED if pair == PAIR else row["deleted"].replace("-", "") or "*"
    yield from (row["indicator"], "Words")


def _held(path: str) -> list[dict[str, str]]:
    with (ROOT / f"content/{path}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
