"""The family's edits as a picture: row is column one, column is column two, one for a setting."""

from dataclasses import dataclass
from datetime import date

from calculator.reference.edits import Edits, Sight
from calculator.words.vocabulary import Setting
from scripts.pages.edit_cells import cells, newest_day
from scripts.pages.template import render

GROUPS = (
    ("Supervised", "97012 97016 97018 97022 97024 97026 97028"),
    ("Attended", "97032 97033 97034 97035 97036"),
    (
        "Procedures",
        "97110 97112 97113 97116 97124 97129 97130 97140 97150 97530 97533 97535 97537 97542 97545",
    ),
    ("Evaluations", "97161 97162 97163 97164 97165 97166 97167 97168"),
    ("Caregivers", "97550 97551 97552"),
    ("Tests, devices", "97750 97755 97760 97761 97763"),
    ("Speech", "92507 92508 92526"),
)
CODES = tuple(code for _, codes in GROUPS for code in codes.split())
CELL, GAP, LEFT, TOP = 16, 6, 46, 48
SIZE = 10  # of a mark
# In data-cells, a letter a cell, row by row.
OPEN, NEVER, OPEN_OLD, NEVER_OLD, NONE, NOT_HELD, SELF = "1", "0", "o", "x", ".", "?", " "


@dataclass(frozen=True, slots=True)
class Picture:
    """One setting: the marks as paths, the letters of every cell, and what they add up to."""

    setting: Setting
    paths: dict[str, str]
    letters: str
    opened: int
    never: int
    old: int
    not_held: int
    releases: tuple[str, ...]


def picture(edits: Edits, day: date) -> str:
    """Draw both settings, with the same as a table."""
    places = _places()
    drawn = [_draw(edits, setting, day, places) for setting in Setting]
    return render(
        "matrix.html",
        pictures=drawn,
        codes=[(code, places[code]) for code in CODES],
        held=len(edits.codes),
        groups=[(name, places[codes.split()[0]]) for name, codes in GROUPS],
        left=LEFT,
        top=TOP,
        cell=CELL,
        width=LEFT + places[CODES[-1]] + CELL + 4,
        height=TOP + places[CODES[-1]] + CELL + 4,
        rows=_rows(edits, day),
        day=newest_day(edits),
    )


def _places() -> dict[str, int]:
    """Find where each code begins along both sides, with a gap between chapters."""
    places, at = {}, 0
    for _, codes in GROUPS:
        for code in codes.split():
            places[code] = at
            at += CELL
        at += GAP
    return places


def _draw(edits: Edits, setting: Setting, day: date, places: dict[str, int]) -> Picture:
    paths = dict.fromkeys(("filled", "crossed", "outlined", "dots", "hatched"), "")
    letters = ""
    sights: list[Sight] = []
    for one in CODES:
        for two in CODES:
            sight = edits.see(one, two, setting, day) if one != two else Sight(None, None)
            letter = SELF if one == two else _letter(sight, one)
            letters += letter
            x = LEFT + places[two] + (CELL - SIZE) // 2
            y = TOP + places[one] + (CELL - SIZE) // 2
            for name, path in _marks(letter, x, y):
                paths[name] += path
            if one < two:
                sights.append(sight)
    return Picture(
        setting=setting,
        paths=paths,
        letters=letters,
        opened=letters.count(OPEN) + letters.count(OPEN_OLD),
        never=letters.count(NEVER) + letters.count(NEVER_OLD),
        old=letters.count(OPEN_OLD) + letters.count(NEVER_OLD),
        not_held=sum(sight.release is None for sight in sights),
        releases=tuple(
            sorted({sight.release.release for sight in sights if sight.release}, reverse=True)
        ),
    )


def _letter(sight: Sight, one: str) -> str:
    if sight.release is None:
        return NOT_HELD
    if sight.edit is None or sight.edit.column_one != one:
        return NONE
    if sight.edit.indicator == "0":
        return NEVER if sight.exact else NEVER_OLD
    return OPEN if sight.exact else OPEN_OLD


def _marks(letter: str, x: int, y: int) -> list[tuple[str, str]]:
    square = f"M{x} {y}h{SIZE}v{SIZE}h-{SIZE}z"
    cross = f"M{x + 1} {y + 1}l8 8m0-8l-8 8"
    return {
        OPEN: [("filled", square)],
        NEVER: [("crossed", cross)],
        OPEN_OLD: [("outlined", square)],
        NEVER_OLD: [("outlined", square), ("crossed", f"M{x + 2} {y + 2}l6 6m0-6l-6 6")],
        NONE: [("dots", f"M{x + 5} {y + 5}h0")],
        NOT_HELD: [("hatched", f"M{x} {y + 6}l6-6M{x + 1} {y + 10}l9-9M{x + 6} {y + 10}l4-4")],
        SELF: [],
    }[letter]


def _rows(edits: Edits, day: date) -> list[tuple[str, str, list[str], str]]:
    """List every pair with an active edit: columns, what each setting has, CMS's reason."""
    found = []
    for place, one in enumerate(CODES):
        for two in CODES[place + 1 :]:
            seen = cells(edits, one, two, day)
            active = next((cell.edit for cell in seen if cell.edit), None)
            if active:
                reasons = dict.fromkeys(cell.sight.reason[0] for cell in seen if cell.sight.reason)
                words = [cell.words for cell in seen]
                found.append((active.column_one, active.column_two, words, "; ".join(reasons)))
    return sorted(found)
