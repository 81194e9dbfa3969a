"""Units of a day against the MUE, at the limit and one above it, by line and by day."""

from datetime import date, timedelta

import pytest

from calculator.reference.limits import Limit, limit_on
from calculator.rules.mue import check
from calculator.words.explained import Explained, Finding, Step
from calculator.words.vocabulary import Discipline, Setting

DAY = date(2026, 11, 3)
START, END = date(2026, 10, 1), date(2026, 12, 31)
PT, OT = Discipline.PT, Discipline.OT


def limit(units: int = 6, indicator: str = "3") -> Limit:
    return Limit(units, indicator, "NCCI MUE 2026 Q4", START, END, ("cms-mue",))


def ask(
    lines: list[tuple[str, int, Discipline]], held: Limit | None, day: date = DAY
) -> Explained[tuple[str, ...]]:
    limits = {code: held for code, _, _ in lines}
    return check(tuple(lines), limits, Setting.PRACTITIONER, day)


@pytest.mark.parametrize(("units", "beyond"), [(5, ()), (6, ()), (7, ("97530",))])
def test_as_many_units_as_the_mue_are_within_it_and_one_more_is_above(
    units: int, beyond: tuple[str, ...]
) -> None:
    explained = ask([("97530", units, PT)], limit())

    assert explained.value == beyond
    assert [step.gives for step in explained.steps] == ["above" if beyond else "within"]
    assert len(explained.findings) == len(beyond)


def test_what_is_above_is_counted_and_names_limit_setting_and_release() -> None:
    found = ask([("97530", 8, PT)], limit()).findings[0]

    assert found.says.startswith(
        "97530: 8 units, two above its MUE of 6 (practitioner, NCCI MUE 2026 Q4). MAI 3 "
    )
    assert found.cites[0] == "cms-mue"


@pytest.mark.parametrize(
    ("indicator", "beyond", "means"),
    [
        ("1", (), ""),
        ("2", ("97530",), "no record and no modifier opens it"),
        ("3", ("97530",), "may be paid where the record shows"),
    ],
)
def test_indicator_1_counts_each_line_and_the_others_the_whole_day(
    indicator: str, beyond: tuple[str, ...], means: str
) -> None:
    explained = ask([("97530", 6, PT), ("97530", 1, OT)], limit(6, indicator))

    assert explained.value == beyond
    assert all(means in finding.says for finding in explained.findings)


def test_indicator_1_is_above_where_one_line_is() -> None:
    explained = ask([("97530", 7, PT), ("97530", 1, OT)], limit(6, "1"))

    assert explained.value == ("97530",)
    assert "7 units, one above" in explained.findings[0].says


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (START, "which answers for 2026-10-01"),
        (END, "which answers for 2026-12-31"),
        (END + timedelta(days=1), "the last seen before 2027-01-01"),
    ],
)
def test_after_its_quarter_an_mue_is_only_last_seen(day: date, said: str) -> None:
    explained = ask([("97530", 7, PT)], limit(), day)

    assert said in explained.steps[0].says
    assert ("last seen" in explained.findings[0].says) is (day > END)


def test_a_code_without_an_mue_held_is_not_compared_and_says_so() -> None:
    explained = ask([("97530", 90, PT)], None)

    assert (explained.value, explained.steps) == ((), ())
    assert explained.findings[0].says == (
        "No MUE of 97530 is held for the practitioner on 2026-11-03: the units were not compared."
        " That is not the same as no limit."
    )


def test_a_day_of_nothing_says_nothing() -> None:
    assert check((), {}, Setting.HOSPITAL, DAY) == Explained((), (), ())


def record(setting: str, first: str, last: str, value: int) -> dict[str, object]:
    return {
        "setting": setting,
        "from": first,
        "to": last,
        "value": value,
        "mai": "3",
        "release": f"from {first}",
        "sources": ["cms-mue"],
    }


RECORDS = [
    record("practitioner", "2026-10-01", "2026-12-31", 6),
    record("practitioner", "2024-07-01", "2024-09-30", 5),
    record("hospital", "2026-10-01", "2026-12-31", 4),
]


@pytest.mark.parametrize(
    ("setting", "day", "units"),
    [
        (Setting.PRACTITIONER, date(2024, 6, 30), None),
        (Setting.PRACTITIONER, date(2024, 7, 1), 5),
        (Setting.PRACTITIONER, date(2026, 9, 30), 5),
        (Setting.PRACTITIONER, date(2026, 10, 1), 6),
        (Setting.HOSPITAL, date(2026, 9, 30), None),
        (Setting.HOSPITAL, date(2026, 10, 1), 4),
    ],
)
def test_the_newest_mue_of_the_setting_that_had_begun_answers(
    setting: Setting, day: date, units: int | None
) -> None:
    found = limit_on(RECORDS, setting, day)

    assert (found.units if found else None) == units


def test_codes_of_one_release_share_a_step_and_the_newest_release_stands_first() -> None:
    old = Limit(4, "3", "NCCI MUE 2026 Q3", date(2026, 7, 1), date(2026, 9, 30), ("old",))
    limits: dict[str, Limit | None] = {"97110": old, "97140": limit(8), "97530": limit(6)}
    lines = tuple((code, 1, PT) for code in limits)

    steps = check(lines, limits, Setting.PRACTITIONER, DAY).steps

    assert [step.says.rpartition(": ")[2] for step in steps] == [
        "97140 1 of 8 and 97530 1 of 6.",
        "97110 1 of 4.",
    ]
    assert [step.cites for step in steps] == [("cms-mue",), ("old",)]


def test_what_is_above_in_an_older_file_is_told_whole() -> None:
    explained = ask([("97530", 7, PT), ("97530", 1, OT)], limit(), END + timedelta(days=1))

    compared = (
        "NCCI MUE 2026 Q4, practitioner, the last seen before 2027-01-01. Units billed of those"
        " likely: 97530 8 of 6."
    )
    above = (
        "97530: 8 units, two above its MUE of 6 (practitioner, last seen in NCCI MUE 2026 Q4; no"
        " later file that has it and answers for 2027-01-01 is held here). MAI 3 counts all units"
        " of the day, against a clinical benchmark: above it a denial comes first, and the units"
        " may be paid where the record shows that they were given, needed and coded rightly."
        " Whether such a denial takes the whole line or only the units above the limit is not"
        " settled by what is held here."
    )
    assert explained.steps == (Step("mue", compared, ("cms-mue",), "above"),)
    cites = ("cms-mue", "mue-indicators-ngs", "mue-indicators-coding-site")
    assert explained.findings == (Finding("mue", above, cites),)


@pytest.mark.parametrize(("units", "gives"), [(1, "within"), (7, "above")])
def test_a_step_is_above_where_one_of_its_codes_is(units: int, gives: str) -> None:
    limits: dict[str, Limit | None] = {"97110": limit(), "97530": limit()}
    lines = (("97110", 6, PT), ("97530", units, PT))

    explained = check(lines, limits, Setting.PRACTITIONER, DAY)

    assert [step.gives for step in explained.steps] == [gives]
    assert explained.value == (("97530",) if units > 6 else ())


def test_every_code_without_an_mue_is_named_behind_what_is_above() -> None:
    limits = {"97110": None, "97530": limit(), "97140": None}
    lines = (("97110", 6, PT), ("97530", 7, PT), ("97140", 1, PT))

    found = check(lines, limits, Setting.HOSPITAL, DAY).findings

    assert [finding.says.partition(":")[0] for finding in found] == [
        "97530",
        "No MUE of 97110 and 97140 is held for the outpatient hospital on 2026-11-03",
    ]
    assert (found[1].rule, found[1].cites) == ("mue", ())


@pytest.mark.parametrize("indicator", ["1", "2", "3"])
def test_how_far_a_denial_reaches_is_said_not_to_be_settled(indicator: str) -> None:
    (found,) = ask([("97530", 7, PT)], limit(6, indicator)).findings

    assert "the whole line or only the units above the limit is not settled" in found.says
