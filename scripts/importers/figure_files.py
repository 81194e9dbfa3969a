"""content/figures/: a figure put among its periods, by an import or by hand."""

from datetime import date, timedelta

from pydantic import ValidationError

from scripts.content import yaml_file
from scripts.content.model import FigureFile, FigurePeriod
from scripts.importers import yaml_text
from scripts.importers.edits import Edits
from scripts.importers.imported import Refused

DAY = timedelta(days=1)
PERIODS = "\nperiods:\n"


def put(edits: Edits, key: str, new: FigurePeriod) -> None:
    """Put a period among those of figures/<key>.yaml, unless they say the same already."""
    file = f"figures/{key}.yaml"
    text = edits.text(file)
    if text is None:
        raise Refused(f"{file}: no such figure; expected one that content/ holds.")
    document = yaml_file.parse(file, text)
    try:
        held = FigureFile.model_validate(document.value).periods
    except ValidationError as error:
        raise Refused(f"{file}: {error}. Mend it first: make check") from error
    periods = placed(file, held, new)
    if periods == list(held):
        return
    head, mark, tail = text.partition(PERIODS)
    if not mark or "#" in tail:
        raise Refused(
            f"{file}: words of people among its periods; expected none. Change it by hand."
        )
    edits.put(file, head + mark + "".join(map(_written, periods)))


def placed(file: str, held: tuple[FigurePeriod, ...], new: FigurePeriod) -> list[FigurePeriod]:
    """Give the periods with the new one: it splits the one it begins in, or follows the last."""
    for place, old in enumerate(held):
        if not old.holds_on(new.start):
            continue
        if old.value == new.value:
            return list(held)
        split = _until(new, old.end)
        before = [_until(old, new.start - DAY)] if old.start < new.start else []
        return [*held[:place], *before, split, *held[place + 1 :]]
    first, last = held[0], held[-1]
    if new.start == last.end + DAY:
        return [*held, new]
    if new.end + DAY == first.start:
        return [new, *held]
    due = f"{last.end + DAY}, so that periods meet, or a day within {first.start} to {last.end}"
    raise Refused(f"{file}: found {new.start} as the first day; expected {due}.")


def refusal(key: str, held: tuple[FigurePeriod, ...], start: date) -> str | None:
    """Say why a period cannot begin on a day, if it cannot."""
    if held[0].start <= start <= held[-1].end + DAY:
        return None
    return f"{key}: found {start}; expected a day from {held[0].start} to {held[-1].end + DAY}"


def _until(period: FigurePeriod, end: date) -> FigurePeriod:
    return period.model_copy(update={"end": end})


def _written(period: FigurePeriod) -> str:
    record: dict[str, yaml_text.Value] = {
        "from": period.start,
        "to": period.end,
        "value": f"{period.value:f}",
        "release": period.release,
        "standing": period.standing,
        "sources": period.sources,
    }
    lines = yaml_text.fields(record, "    ")
    return f"  - {lines.removeprefix('    ')}"
