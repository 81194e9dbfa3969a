"""A visit as other programs hand it in: one JSON object, or every reason to refuse it."""

from datetime import date

from calculator.entry import amounts, blocks_json, charge_json
from calculator.entry.fields import Fields, Problems
from calculator.entry.question import held_day, opened, top
from calculator.entry.raw_json import Pairs, Raw
from calculator.entry.values import known, rows, whole, word
from calculator.reference.bundle import Reference
from calculator.reference.localities import NATIONAL
from calculator.words.problem import BadVisit
from calculator.words.sentences import listed
from calculator.words.visit import MINUTES_IN_A_DAY, Minutes, Row, Service, Visit
from calculator.words.vocabulary import (
    Coverage,
    Discipline,
    Episode,
    Method,
    Notice,
    Participation,
    Setting,
)

MOST_SERVICES = 500
VISIT_FIELDS = {
    "date": "Date of service",
    "discipline": "Discipline",
    "method": "Counting method",
    "locality": "Locality",
    "qualifying_apm": "Conversion factor",
    "threshold_used": "Threshold used so far",
    "threshold_used_other": "Used so far, other bucket",
    "deductible_remaining": "Deductible left",
    "setting": "Setting",
    "participation": "Participation",
    "episode": "Episode",
    "services": "Services",
}
SERVICE_FIELDS = {
    "code": "Code",
    "minutes": "Minutes",
    "assistant_minutes": "Assistant minutes",
    "together_minutes": "Together minutes",
    "discipline": "Plan of care",
    "coverage": "Coverage",
    "notice": "Notice",
    "blocks": "Times",
    "charge": "Charge",
}
DISCIPLINE = "PT, OT or SLP"
SETTING = "practitioner or hospital"
PARTICIPATION = listed(Participation, "or")
COVERAGE = listed(Coverage, "or")
NOTICE = listed(Notice, "or")
MINUTES = f"a whole number from 0 to {MINUTES_IN_A_DAY}"


def read_visit(text: str, reference: Reference) -> Visit:
    """Read a visit that the reference can answer, or raise `BadVisit` with every problem it has."""
    return _visit(top(text, VISIT_FIELDS, "visit"), reference)


def visit_given(raw: Raw, reference: Reference) -> Visit:
    """Read a visit that was parsed already, or raise likewise."""
    return _visit(opened(raw, VISIT_FIELDS, "visit"), reference)


def _visit(given: Pairs, reference: Reference) -> Visit:
    problems = Problems()
    fields = Fields(given, VISIT_FIELDS, problems)
    fields.refuse_strangers()
    day = held_day(fields, reference.days, "No figures are held", "the calculator answers")
    discipline = fields.read("discipline", DISCIPLINE, word(Discipline))
    method = fields.read("method", "cms or midpoint", word(Method))
    places = "national, or MAC-locality such as 07102-13"
    locality = fields.read("locality", places, known({NATIONAL, *reference.localities}))
    qualifying_apm = fields.read("qualifying_apm", "true or false", _truth)
    threshold_used = fields.read("threshold_used", amounts.TAKES, amounts.dollars)
    other = fields.read_if_given("threshold_used_other", amounts.TAKES, amounts.dollars, None)
    deductible_remaining = fields.read("deductible_remaining", amounts.TAKES, amounts.dollars)
    setting = fields.read_if_given("setting", SETTING, word(Setting), None)
    participation = fields.read_if_given(
        "participation", PARTICIPATION, word(Participation), Participation.PARTICIPATING
    )
    episode = fields.read_if_given("episode", listed(Episode, "or"), word(Episode), Episode.NONE)
    services = _services(fields, day, discipline, reference)
    if (  # any of these has left a problem; spelled out for the type checker
        problems.met
        or day is None
        or discipline is None
        or method is None
        or locality is None
        or qualifying_apm is None
        or threshold_used is None
        or deductible_remaining is None
    ):
        raise BadVisit(tuple(problems.met))
    return Visit(
        day,
        discipline,
        method,
        locality,
        qualifying_apm,
        threshold_used,
        other,
        deductible_remaining,
        services,
        setting,
        participation=participation,
        episode=episode,
    )


def _services(
    fields: Fields, day: date | None, plan: Discipline | None, reference: Reference
) -> tuple[Service, ...]:
    takes = f"a list of 1 to {MOST_SERVICES} services"
    given = fields.read("services", takes, rows(1, MOST_SERVICES)) or ()
    read_rows = [
        _service(row, place, (day, plan), reference, fields) for place, row in enumerate(given)
    ]
    services = tuple(service for service in read_rows if service)
    _refuse_two_minds(read_rows, reference, fields.problems)
    for code, added in _minutes_by_code(services).items():
        if added > MINUTES_IN_A_DAY:
            takes = f"at most {MINUTES_IN_A_DAY} minutes of one code"
            says = f"Services: got {added} minutes of {code} in all; takes {takes}."
            fields.refuse("services", takes, says)
    charge_json.refuse_second(read_rows, fields.problems)
    return services


def _refuse_two_minds(rows: list[Service | None], reference: Reference, problems: Problems) -> None:
    """Refuse rows of one service that differ in what they say of coverage or notice."""
    first_of = {code.further: code.code for code in reference.codes.values() if code.further}
    met: dict[Row, tuple[int, Service]] = {}
    for place, service in enumerate(rows):
        if service is None:
            continue
        row = (service.discipline, first_of.get(service.code, service.code))
        at, before = met.setdefault(row, (place, service))
        for key in ("coverage", "notice"):
            got, due = getattr(service, key), getattr(before, key)
            if got != due:
                takes = f"{due}, as in row {at + 1}: the two rows are one service"
                says = f"{SERVICE_FIELDS[key]}, row {place + 1}: got {got}; takes {takes}."
                problems.add(f"services[{place}].{key}", got, takes, says)


def _minutes_by_code(services: tuple[Service, ...]) -> dict[str, int]:
    minutes: dict[str, int] = {}
    for service in services:
        minutes[service.code] = minutes.get(service.code, 0) + service.minutes.total
    return minutes


def _service(
    row: Raw,
    place: int,
    of_visit: tuple[date | None, Discipline | None],
    reference: Reference,
    visit: Fields,
) -> Service | None:
    named = f", row {place + 1}"
    fields = visit.inside(row, f"services[{place}]", SERVICE_FIELDS, named)
    if fields is None:
        return None
    day, of_the_visit = of_visit
    code = fields.read("code", "a code of the family", known(reference.codes))
    if code and day and not reference.codes[code].valuations.held(day):
        fields.refuse("code", f"a code with figures for {day}")
    plan = fields.read_if_given("discipline", DISCIPLINE, word(Discipline), of_the_visit)
    minutes = _minutes_of(fields, plan)
    coverage = fields.read_if_given("coverage", COVERAGE, word(Coverage), Coverage.EXPECTED)
    notice = fields.read_if_given("notice", NOTICE, word(Notice), Notice.NONE)
    blocks = blocks_json.read(fields)
    charge = charge_json.read(fields)
    if code is None or minutes is None or plan is None:
        return None
    return Service(code, minutes, plan, coverage, notice, blocks, charge)


def _minutes_of(fields: Fields, plan: Discipline | None) -> Minutes | None:
    therapist = fields.read("minutes", MINUTES, whole(0, MINUTES_IN_A_DAY))
    assistant = fields.read_if_given("assistant_minutes", MINUTES, whole(0, MINUTES_IN_A_DAY), 0)
    together = fields.read_if_given("together_minutes", MINUTES, whole(0, MINUTES_IN_A_DAY), 0)
    if assistant and plan and not plan.assistants_modifier:
        takes = f"0 under {plan}: no modifier for its assistants exists"
        fields.refuse("assistant_minutes", takes)
    return None if therapist is None else Minutes(therapist, assistant, together)


def _truth(raw: Raw) -> bool | None:
    return raw.value if isinstance(raw.value, bool) else None
