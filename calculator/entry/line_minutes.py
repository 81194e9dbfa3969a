"""Minutes in a line: counted by who gave them, or shown by times of the clock."""

import re
from dataclasses import dataclass, field

from calculator.entry.line_words import GIVERS
from calculator.words.blocks import HOUR
from calculator.words.visit import MINUTES_IN_A_DAY
from calculator.words.vocabulary import Giver

NAMED = {Giver.ASSISTANT: "PTA", Giver.TOGETHER: "together"}
FIELDS = {
    Giver.THERAPIST: "minutes",
    Giver.ASSISTANT: "assistant_minutes",
    Giver.TOGETHER: "together_minutes",
}

_TIMES = re.compile(r"(\d{1,2}):?(\d{2})[-–—](\d{1,2}):?(\d{2})(?:/([A-Za-z]+))?")
_DAY = 24 * HOUR


@dataclass
class Counted:
    """Numbers as they stand in the line, each with who gave those minutes.

    While `open`, a word such as PTA may still say who gave the last of them.
    """

    parts: list[tuple[str, Giver]] = field(default_factory=list)
    open: bool = False

    def add(self, number: str, giver: Giver) -> None:
        """Count further minutes."""
        self.parts.append((number, giver))
        self.open = True

    def given_by(self, giver: Giver) -> bool:
        """Say who gave the minutes that were counted last; False where that is said already."""
        if not self.parts or not self.open:
            return False
        self.parts[-1] = (self.parts[-1][0], giver)
        self.open = False
        return True

    def whole(self, number: str) -> bool:
        """Tell whether a text is a number of minutes that a day can hold."""
        return number.isdecimal() and len(number) < len("10000") and int(number) <= MINUTES_IN_A_DAY

    def of(self, giver: Giver) -> int | str | None:
        """Add what one gave: a text where it is none that a field takes, None where not told."""
        numbers = [number for number, each in self.parts if each is giver]
        if not numbers:
            return None
        if all(map(self.whole, numbers)):
            return sum(map(int, numbers))
        return numbers[0] if len(numbers) == 1 else " + ".join(numbers)

    def move(self, count: int) -> None:
        """Give so many of the therapist's minutes to the assistant."""
        own, others = self.of(Giver.THERAPIST), self.of(Giver.ASSISTANT)
        if isinstance(own, int) and (others is None or isinstance(others, int)):
            kept = [part for part in self.parts if part[1] is Giver.TOGETHER]
            moved = (str((others or 0) + count), Giver.ASSISTANT)
            self.parts = [(str(own - count), Giver.THERAPIST), moved, *kept]

    def fields(self) -> dict[str, object]:
        """Write the fields of a service; none of the therapist's where only others are told."""
        told = {name: self.of(giver) for giver, name in FIELDS.items()}
        if self.parts and told["minutes"] is None:
            told["minutes"] = 0
        return {
            name: count
            for name, count in told.items()
            if count or (name == "minutes" and count is not None)
        }

    def says(self) -> str:
        """Say the minutes as a reading shows them: 12 min therapist, 10 min assistant."""
        told = [(self.of(giver), giver) for giver in FIELDS]
        given = [(count, giver) for count, giver in told if count is not None]
        shown = [each for each in given if each[0] != 0] or given
        return ", ".join(f"{count} min {giver}" for count, giver in shown)

    def shown(self, blocks: list[dict[str, object]]) -> str:
        """Write the minutes that times of the clock show, as they would be typed."""
        if any(_minute(str(each["to"])) <= _minute(str(each["from"])) for each in blocks):
            return ""
        sums = dict.fromkeys(FIELDS, 0)
        for each in blocks:
            sums[Giver(str(each["by"]))] += _minute(str(each["to"])) - _minute(str(each["from"]))
        return written(sums[Giver.THERAPIST], sums[Giver.ASSISTANT], sums[Giver.TOGETHER])


def written(therapist: int, assistant: int, together: int) -> str:
    """Write minutes as one types them: 12 +10 PTA +5 together; empty where there are none."""
    parts = [
        str(therapist) if therapist else "",
        f"{assistant} {NAMED[Giver.ASSISTANT]}" if assistant else "",
        f"{together} {NAMED[Giver.TOGETHER]}" if together else "",
    ]
    return " +".join(filter(None, parts))


def times(text: str) -> tuple[dict[str, object] | None, str]:
    """Read 9:00-9:23 or 09:23-09:31/PTA: the block, and what is wrong with it."""
    found = _TIMES.fullmatch(text)
    giver = GIVERS.get((found[5] or "therapist").lower()) if found else None
    if not found or giver is None:
        return None, ""
    start, end = (f"{int(found[at]):02}:{found[at + 1]}" for at in (1, 3))
    block: dict[str, object] = {"from": start, "to": end, "by": str(giver)}
    late = _minute(end) > _DAY or any(int(found[at]) >= HOUR for at in (2, 4))
    if late or _minute(start) >= _minute(end):
        return block, f"times: got {text}; takes two times of one day, the earlier first"
    return block, ""


def _minute(clock: str) -> int:
    hour, minute = clock.split(":")
    return HOUR * int(hour) + int(minute)
