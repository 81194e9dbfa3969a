"""Figures that no file of numbers carries, by hand: KX thresholds, the deductible, shares.

`read` takes a form filled in as YAML; `python -m scripts.importers form` asks field by
field, checks each answer when it is given, and writes into content/. Days are days of service.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from scripts.content import yaml_file
from scripts.content.model import FigureFile, SourceFile
from scripts.content.refusals import refusals
from scripts.content.values import Figure as Digits, Frozen, Key, Text
from scripts.importers import figure_files
from scripts.importers.archive import Member
from scripts.importers.held import Held
from scripts.importers.imported import Figure, Imported, Period, Refused, Source

SUFFIX = ".yaml"
FAR = Decimal("0.25")  # of the value before: further off, it is asked about
Address = Annotated[str, Field(pattern=r"^https?://\S+$")]


class NewSource(Frozen):
    """Where the figure was read, if that is no source yet."""

    title: Text
    at: Address
    seen: date = Field(alias="date")
    extent: Literal["whole", "part", "quoted"]


class Form(Frozen):
    """A figure, its days, and where it was read. `release` names the rule or change request."""

    figure: Key
    start: date = Field(alias="from")
    end: date = Field(alias="to")
    value: Digits
    release: Text
    standing: Literal["official", "secondary", "derived"]
    source: Key
    new_source: NewSource | None = None


def read(member: Member, held: Held) -> Imported:
    """Read a filled form; raises `Refused` with every field that is missing or wrong."""
    with member.opened() as stream:
        text = stream.read().decode("utf-8", errors="replace")
    document = yaml_file.parse(member.name, text)
    problems = list(document.problems)
    if not problems:
        try:
            form = Form.model_validate(document.value)
        except ValidationError as error:
            problems = refusals(member.name, Form, error, document.line)
        else:
            return imported(member.name, form, held)
    lines = "\n".join(f"  {problem}" for problem in problems)
    fields = ", ".join(field.alias or name for name, field in Form.model_fields.items())
    raise Refused(f"{member.name} is no filled form:\n{lines}\n  expected the fields {fields}.")


def imported(name: str, form: Form, held: Held) -> Imported:
    """Check a form against what is held, and give it as an import."""
    for field, said in check(form, held):
        raise Refused(f"{name}: {field}: {said}.")
    before = held.figures[form.figure].periods[-1]
    notes = []
    if far(form.value, before.value):
        notes.append(f"{form.figure}: {form.value}, after {before.value}: far from it. Look again.")
    period = Period(form.start, form.end)
    shown = (form.figure, f"{form.value:f}", form.release, period, _source(form, held))
    figure = Figure(*shown, form.standing)
    return Imported("figure", form.release, period, (name,), (), (figure,), tuple(notes))


def check(form: Form, held: Held) -> list[tuple[str, str]]:
    """List the fields that do not fit what is held, with what they take."""
    figures, found = held.figures, list[tuple[str, str]]()
    if form.figure not in figures:
        return [("figure", f"found {form.figure}; expected one of {', '.join(figures)}")]
    late = figure_files.refusal(form.figure, figures[form.figure].periods, form.start)
    if late:
        found.append(("from", late))
    if form.end < form.start:
        found.append(("to", f"found {form.end}; expected {form.start} or a later day"))
    decimals = places(figures[form.figure])
    if -int(form.value.as_tuple().exponent) != decimals:
        found.append(("value", f"found {form.value}; expected {decimals} decimals"))
    if form.source not in held.sources and form.new_source is None:
        what = f"found {form.source}, which content/sources/ lacks; expected its new_source as well"
        found.append(("source", what))
    return found


def places(figure: FigureFile) -> int:
    """Tell how many decimals a figure is written with."""
    return -int(figure.periods[-1].value.as_tuple().exponent)


def far(value: Decimal, before: Decimal) -> bool:
    """Tell whether a value is so far from the one before that a slip is likely."""
    return abs(value - before) > FAR * before


def _source(form: Form, held: Held) -> Source:
    sources: Mapping[str, SourceFile] = held.sources
    known = sources.get(form.source)
    if known is not None:
        return Source(form.source, known.title, known.seen.at or "", known.seen.on)
    if form.new_source is None:
        raise Refused(f"{form.source} is no source yet; expected its title, address and day.")
    new = form.new_source
    return Source(form.source, new.title, new.at, new.seen, form.standing, new.extent, says=None)
