"""What is taken, and a form that is asked field by field.

python -m scripts.importers            lists the files that are taken and refused
python -m scripts.importers form       asks for a figure, such as the KX threshold of a year
"""

import sys
from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from scripts.importers import CONTENT, KINDS, REFUSED, Refused, form, write
from scripts.importers.held import Held

T = TypeVar("T")
DAY = timedelta(days=1)
STANDINGS = "official, secondary, derived"


def asked(
    label: str, take: Callable[[str], T], hear: Callable[[str], str] = input, default: str = ""
) -> T:
    """Ask until the answer is taken; an empty answer takes the default, where there is one."""
    hint = f" [{default}]" if default else ""
    while True:
        answer = hear(f"{label}{hint}: ").strip() or default
        try:
            return take(answer)
        except ValueError as error:
            print(f"  got {answer or 'nothing'}, takes {_takes(error)}")


def _takes(error: ValueError) -> str:
    if isinstance(error, ValidationError):
        return str(error.errors()[0]["msg"]).removeprefix("Value error, ")
    return str(error)


def _one_of(*names: str) -> Callable[[str], str]:
    def take(answer: str) -> str:
        if answer not in names:
            raise ValueError(f"one of {', '.join(names)}")
        return answer

    return take


def _day(answer: str) -> date:
    try:
        return date.fromisoformat(answer)
    except ValueError:
        raise ValueError("a day such as 2027-01-01") from None


def _field(name: str) -> Callable[[str], object]:
    """Take what a field of the form takes."""
    field = form.Form.model_fields[name]
    adapter: TypeAdapter[object] = TypeAdapter(field.rebuild_annotation())
    return lambda answer: adapter.validate_python(answer, strict=True)


def ask(held: Held, hear: Callable[[str], str] = input) -> form.Form:
    """Ask for every field of the form, each checked when it is given."""
    figures = held.figures
    print("Figures: " + ", ".join(figures))
    key = asked("Figure", _one_of(*figures), hear)
    last = figures[key].periods[-1]
    print(f"{figures[key].label}, {figures[key].unit}. To {last.end}: {last.value}")
    start = asked("First day", _day, hear, str(last.end + DAY))
    fields: dict[str, object] = {"figure": key, "from": start}
    fields["to"] = asked("Last day", _day, hear, str(date(start.year, 12, 31)))
    fields["value"] = asked(f"Value, {form.places(figures[key])} decimals", _field("value"), hear)
    fields["release"] = asked("Named in (a rule, a change request)", _field("release"), hear)
    fields["standing"] = asked(f"Standing ({STANDINGS})", _field("standing"), hear)
    source = asked("Key of its source", _field("source"), hear)
    fields["source"] = source
    if source not in held.sources:
        print("That is a new source.")
        fields["new_source"] = {
            "title": asked("Title", _field("release"), hear),
            "at": asked("Address, https://…", str, hear),
            "date": asked("Read on", _day, hear),
            "extent": asked("Read how far", _one_of("whole", "part", "quoted"), hear),
        }
    return form.Form.model_validate(fields)


def by_hand(hear: Callable[[str], str] = input) -> None:
    """Ask, show what was understood, and write after a yes."""
    held = Held(CONTENT)
    try:
        imported = form.imported("The form", ask(held, hear), held)
    except (Refused, ValidationError) as error:
        raise SystemExit(str(error)) from None
    figure = imported.figures[0]
    print(f"{figure.key}: {figure.value} from {figure.period.start} to {figure.period.end}")
    for note in imported.notes:
        print(note)
    if asked("Write it (yes, no)", _one_of("yes", "no"), hear) == "yes":
        for path in write(imported, CONTENT):
            print(path)


def listed() -> None:
    """Print what is taken and what is refused."""
    for key, kind in KINDS.items():
        print(f"{key}: {kind.what}\n  to: {', '.join(kind.feeds)}\n  seen: {kind.seen}")
        for name in (*kind.zips, *kind.members):
            print(f"    {name}")
    print("refused:")
    for refusal in REFUSED:
        print(f"    {refusal.name}: {refusal.why}")


if __name__ == "__main__":
    if sys.argv[1:] == ["form"]:
        by_hand()
    else:
        listed()
