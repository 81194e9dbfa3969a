"""The quick reference of a code: what each field of the fee schedule says, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from calculator.reference.codes import NEVER_PAID
from calculator.words.money import dollars
from scripts.content.joined import Code, CodePeriod, Mue
from scripts.content.library import Library
from scripts.pages import prices
from scripts.pages.facts import Facts

# The fields of the RVU file as the library names them, in reading order.
INDICATORS = (
    "multiple_procedure",
    "pc_tc",
    "global_days",
    "bilateral",
    "assistant_at_surgery",
    "co_surgeons",
    "team_surgery",
)
SETTINGS = {"practitioner": "practitioner", "hospital": "outpatient hospital"}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the quick reference; `doubt` is the words' standing where it is not official."""

    name: str
    value: str
    words: str
    release: str
    end: date | None
    standing: str
    sources: tuple[str, ...]
    doubt: str = ""


def rows(facts: Facts, code: Code) -> list[Row]:
    """Write every line for which there is a fact, in reading order."""
    library = facts.library
    newest = code.periods[-1] if code.periods else None
    found: list[Row] = []
    if newest:
        found.append(_indicator(library, newest, "status"))
    found += _time(code)
    if newest:
        found += _rvus(newest)
        found += _price(facts, code, newest)
        found += [_indicator(library, newest, field) for field in INDICATORS]
        found += _settings(library, newest)
    found += _mue(library, code.mue)
    found += _therapy(code)
    return found


def _indicator(library: Library, period: CodePeriod, field: str) -> Row:
    value = str(getattr(period, field))
    meaning = library.meaning(field, value)
    weak = meaning is not None and meaning.standing != "official"
    return Row(
        name=library.indicators[field].label if field in library.indicators else field,
        value=value,
        words=meaning.means if meaning else "what this value means is not held here",
        release=period.release,
        end=period.end,
        standing=period.standing,
        sources=(*period.sources, *(meaning.sources if meaning else ())),
        doubt=meaning.standing if meaning and weak else "",
    )


def never_paid(code: Code) -> bool:
    """Tell whether the newest status leaves the code without a payment of its own."""
    return bool(code.periods) and code.periods[-1].status in NEVER_PAID


def _time(code: Code) -> Iterator[Row]:
    if never_paid(code):
        says = "no line is worked out here, and its minutes count for nothing"
        yield Row("Time base", "—", says, "", None, "derived", code.periods[-1].sources)
        return
    if code.time.standing is None:
        return
    further = f"; each further unit is {code.time.further}" if code.time.further else ""
    says = {
        "quarter_hour": "minutes are pooled with the plan’s other timed codes",
        "first_of_pair": f"minutes are pooled with the plan’s other timed codes{further}",
        "further_of_pair": "each further unit of its pair, never alone",
        "untimed": "one unit, whatever the minutes; these stay outside the timed total",
        "other": "one unit, whatever the minutes; units by this time base are not worked out here",
        "not_held": "one unit, whatever the minutes; its time base is not held here",
    }[code.time.timing]
    base = code.time.base
    yield Row("Time base", base, says, "", None, code.time.standing, code.time.sources)


def _rvus(period: CodePeriod) -> Iterator[Row]:
    def row(name: str, value: object, words: str) -> Row:
        return Row(
            name, str(value), words, period.release, period.end, period.standing, period.sources
        )

    outside = (
        f"work {period.work} + practice {period.practice_expense}"
        f" + malpractice {period.malpractice}; the non-facility total, which prices therapy"
    )
    yield row("RVUs", period.nonfacility_total, outside)
    inside = (
        f"work {period.work} + practice {period.facility_practice_expense}"
        f" + malpractice {period.malpractice}; not used for therapy"
    )
    yield row("RVUs, facility", period.facility_total, inside)


def _price(facts: Facts, code: Code, period: CodePeriod) -> Iterator[Row]:
    amount = prices.amount(facts.reference, code.code, period.start)
    if amount is None:
        return
    factor = facts.reference.figure(prices.FACTOR, period.start)
    words = f"{period.nonfacility_total} × {factor.value}"
    other = prices.amount(facts.reference, code.code, period.start, factor=prices.FACTOR_QP)
    if other is not None:
        qp = facts.reference.figure(prices.FACTOR_QP, period.start).value
        words += f"; qualifying APM, {qp}: {dollars(other)}"
    yield Row(
        "National price",
        dollars(amount),
        words,
        "worked out here",
        period.end,
        "derived",
        (*period.sources, *factor.cites),
    )


def _settings(library: Library, period: CodePeriod) -> Iterator[Row]:
    for field in ("nonfacility_na", "facility_na"):
        if getattr(period, field):
            meaning = library.meaning(field, "NA")
            name = "Non-facility" if field == "nonfacility_na" else "Facility"
            yield Row(
                name=library.indicators[field].label if field in library.indicators else name,
                value="NA",
                words=meaning.means if meaning else "rarely or never furnished in this setting",
                release=period.release,
                end=period.end,
                standing=period.standing,
                sources=(*period.sources, *(meaning.sources if meaning else ())),
                doubt=meaning.standing if meaning and meaning.standing != "official" else "",
            )


def _mue(library: Library, held: tuple[Mue, ...]) -> Iterator[Row]:
    for setting, named in SETTINGS.items():
        newest = next((entry for entry in held if entry.setting == setting), None)
        if newest is None:
            continue
        meaning = library.meaning("mai", newest.mai)
        words = [f"MAI {newest.mai}", meaning.means if meaning else "", newest.rationale or ""]
        yield Row(
            name=f"Units a day (MUE), {named}",
            value=str(newest.value),
            words="; ".join(filter(None, words)),
            release=newest.release,
            end=newest.end,
            standing=newest.standing,
            sources=newest.sources,
            doubt=meaning.standing if meaning and meaning.standing != "official" else "",
        )


def _therapy(code: Code) -> Iterator[Row]:
    if code.therapy:
        words = {
            "always": "therapy whoever furnishes it; every line carries GP, GO or GN",
            "sometimes": "therapy only under a plan of care; then its line carries GP, GO or GN",
        }[code.therapy.status]
        held = code.therapy
        yield Row("Therapy", held.status, words, "", None, held.standing, held.sources)
    if code.unusual_for:
        named = ", ".join(code.unusual_for.disciplines)
        yield Row(
            "Unusual for",
            named,
            "not a normal line under this plan of care",
            "",
            None,
            code.unusual_for.standing,
            code.unusual_for.sources,
        )
