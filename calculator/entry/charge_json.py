"""What a unit of a service is charged, as other programs hand it in."""

import re
from decimal import Decimal

from calculator.entry.fields import Fields, Problems
from calculator.entry.raw_json import Raw
from calculator.words.visit import Row, Service

TAKES = "dollars a unit with two decimals, 0.00 to 9999999.99"

_CHARGE = re.compile(r"[0-9]{1,7}\.[0-9]{2}")


def read(service: Fields) -> Decimal | None:
    """Read the charge of a service, None where none is given."""
    return service.read_if_given("charge", TAKES, _charge, None)


def refuse_second(rows: list[Service | None], problems: Problems) -> None:
    """Refuse a second charge of one code of a plan: its units stand on one line."""
    charged: dict[Row, Decimal] = {}
    for place, service in enumerate(rows):
        if service is None or service.charge is None:
            continue
        first = charged.setdefault((service.discipline, service.code), service.charge)
        if service.charge != first:
            takes = f"{first}, the charge of {service.code} in a row before"
            says = f"Charge, row {place + 1}: got {service.charge}; takes {takes}."
            problems.add(f"services[{place}].charge", str(service.charge), takes, says)


def _charge(raw: Raw) -> Decimal | None:
    given = isinstance(raw.value, str) and _CHARGE.fullmatch(raw.value)
    return Decimal(given.group()) if given else None
