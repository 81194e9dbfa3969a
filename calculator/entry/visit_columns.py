"""The columns of a CSV of visits: what each holds, what heads may call it, which are private."""

from typing import NamedTuple

from calculator.reference.names import plain


class Column(NamedTuple):
    """A column by the field that it fills; `of` says whether a visit, a service or a claim line."""

    key: str
    of: str
    means: str
    called: tuple[str, ...] = ()
    needed: bool = False


COLUMNS = (
    Column(
        "visit",
        "visit",
        "a number of your own, the same in each row of the visit; the rows stand together",
        ("visit number", "visit no", "visit id", "encounter", "encounter id", "session"),
        needed=True,
    ),
    Column(
        "date",
        "visit",
        "date of service, 2026-03-02 or 3/2/2026",
        ("date of service", "dos", "service date", "visit date"),
        needed=True,
    ),
    Column(
        "discipline",
        "visit",
        "PT, OT or SLP; a later row may name another plan of care",
        ("plan of care", "plan", "therapy"),
    ),
    Column("method", "visit", "cms or midpoint", ("counting method", "rule")),
    Column("locality", "visit", "MAC-locality such as 01112-65, or national"),
    Column(
        "code",
        "service",
        "HCPCS code",
        ("cpt", "hcpcs", "cpt code", "hcpcs code", "procedure", "procedure code"),
        needed=True,
    ),
    Column(
        "minutes",
        "service",
        "the therapist’s minutes; empty where the row was billed and not documented",
        ("min", "mins", "therapist minutes", "treatment minutes", "timed minutes", "duration"),
        needed=True,
    ),
    Column(
        "assistant_minutes",
        "service",
        "the assistant’s minutes",
        ("assistant", "pta minutes", "ota minutes", "pta", "ota", "asst min"),
    ),
    Column(
        "together_minutes",
        "service",
        "minutes of both together",
        ("together", "both", "joint minutes"),
    ),
    Column(
        "billed_units",
        "claim",
        "units billed for the code; with any in it, the visit is audited",
        ("units", "units billed", "billed", "qty", "quantity"),
    ),
    Column(
        "modifiers",
        "claim",
        "modifiers billed with them: GP KX",
        ("modifier", "mods", "mod", "billed modifiers"),
    ),
    Column("qualifying_apm", "visit", "true or false", ("conversion factor",)),
    Column("threshold_used", "visit", "dollars used of the year’s threshold before the visit"),
    Column("threshold_used_other", "visit", "the same of the other bucket, where plans differ"),
    Column("deductible_remaining", "visit", "dollars left of the deductible", ("deductible left",)),
)
KEYS = tuple(each.key for each in COLUMNS)
NEEDED = tuple(each.key for each in COLUMNS if each.needed)
OF_VISIT = tuple(each.key for each in COLUMNS if each.of == "visit" and each.key != "visit")

# Heads that say whose visit it was. No field is filled from such a column, whatever it is called.
_PRIVATE_WORDS = frozenset(
    (
        *("name", "names", "firstname", "lastname", "surname", "patientname", "fname", "lname"),
        *("patient", "dob", "birth", "birthdate", "birthday", "born", "mrn", "ssn"),
        *("mbi", "hicn", "record", "chart", "account", "acct", "member", "subscriber"),
        *("phone", "telephone", "address", "street", "email", "mail"),
    )
)
_PRIVATE_PAIRS = ("social security", "medicare number", "medicare id", "insurance id", "policy no")

TEMPLATE = (
    "V1,2026-03-02,PT,cms,01112-65,97530,38,,,3,GP,false,0.00,0.00,0.00",
    "V1,,,,,97110,,22,,1,GP CQ,,,,",
    "V2,2026-03-03,OT,cms,national,97535,25,,,,,false,0.00,0.00,0.00",
)


def template() -> str:
    """Write a CSV with every column and two visits, one of them billed."""
    return "".join(f"{line}\r\n" for line in (",".join(KEYS), *TEMPLATE))


def is_private(head: str) -> bool:
    """Tell whether a column by this head may say whose visit it was."""
    said = plain(head.replace("_", " "))
    return bool(_PRIVATE_WORDS & {*said.split()}) or any(pair in said for pair in _PRIVATE_PAIRS)


def guessed(heads: list[str]) -> dict[str, int]:
    """Find the column of each field by its head; a field without one is left out."""
    said = [plain(head.replace("_", " ")) for head in heads]
    found: dict[str, int] = {}
    for column in COLUMNS:
        for name in (column.key.replace("_", " "), *column.called):
            if name in said and not is_private(heads[said.index(name)]):
                found.setdefault(column.key, said.index(name))
    return found
