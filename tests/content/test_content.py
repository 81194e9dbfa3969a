"""What content/ holds, against facts known apart from it."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from scripts.content.joined import Locality
from scripts.content.library import Library, holding, load

ROOT = Path(__file__).resolve().parents[2]
QUARTER_HOURS = (
    "97032 97033 97034 97035 97036 97110 97112 97113 97116 97124 97140 97530 97533 97535 97537 "
    "97542 97750 97755 97760 97761 97763"
)
DAYS = {2025: date(2025, 6, 2), 2026: date(2026, 3, 2)}


@pytest.fixture(scope="module")
def library() -> Library:
    return load(ROOT / "content")


def figure(library: Library, key: str, year: int) -> Decimal:
    period = holding(library.figures[key].periods, DAYS[year])
    assert period is not None
    return period.value


def price(library: Library, code: str, place: Locality | None, year: int = 2026) -> Decimal:
    rvus = holding(library.codes[code].periods, DAYS[year])
    assert rvus is not None
    index = holding(place.periods, DAYS[year]) if place else None
    work, expense, malpractice = (
        (index.work, index.practice_expense, index.malpractice) if index else (Decimal(1),) * 3
    )
    total = rvus.work * work + rvus.practice_expense * expense + rvus.malpractice * malpractice
    exact = total * figure(library, "conversion-factor", year)
    return exact.quantize(Decimal("0.01"), ROUND_HALF_UP)


def test_every_code_of_the_family_is_held_and_four_are_new_in_2026(library: Library) -> None:
    held = {
        year: {code.code for code in library.codes.values() if holding(code.periods, day)}
        for year, day in DAYS.items()
    }

    assert len(library.codes) == len(held[2026]) == 154
    assert held[2026] - held[2025] == {"98979", "98984", "98985", "98986"}


def test_every_locality_has_its_indices_in_both_years(library: Library) -> None:
    assert len(library.localities) == 109
    for place in library.localities.values():
        assert [period.start.year for period in place.periods] == [2025, 2026]


def test_97530_in_2026(library: Library) -> None:
    rvus = holding(library.codes["97530"].periods, DAYS[2026])

    assert rvus is not None
    assert (rvus.work, rvus.practice_expense, rvus.malpractice) == (
        Decimal("0.44"),
        Decimal("0.60"),
        Decimal("0.01"),
    )
    assert rvus.nonfacility_total == rvus.facility_total == Decimal("1.05")
    assert (rvus.status, rvus.global_days, rvus.pc_tc, rvus.multiple_procedure) == (
        "A",
        "XXX",
        "7",
        "5",
    )
    assert rvus.facility_na
    assert not rvus.nonfacility_na


@pytest.mark.parametrize(
    ("key", "year", "value"),
    [
        ("conversion-factor", 2025, "32.3465"),
        ("conversion-factor", 2026, "33.4009"),
        ("conversion-factor-qp", 2026, "33.5675"),
        ("kx-threshold-ot", 2025, "2410.00"),
        ("kx-threshold-pt-slp", 2026, "2480.00"),
        ("medical-review-threshold", 2026, "3000.00"),
        ("deductible", 2025, "257.00"),
        ("deductible", 2026, "283.00"),
        ("mppr-kept-share", 2026, "0.50"),
        ("coinsurance-share", 2025, "0.20"),
        ("sequestration-share", 2026, "0.02"),
    ],
)
def test_figures(library: Library, key: str, year: int, value: str) -> None:
    assert str(figure(library, key, year)) == value


@pytest.mark.parametrize(
    ("code", "year", "amount"),
    [("97530", 2026, "35.07"), ("97530", 2025, "34.61"), ("97161", 2026, "97.86")],
)
def test_national_prices_as_others_publish_them(
    library: Library, code: str, year: int, amount: str
) -> None:
    assert price(library, code, None, year) == Decimal(amount)


def test_97530_costs_from_arkansas_to_san_benito_what_a_third_site_prints(library: Library) -> None:
    prices = {key: price(library, "97530", place) for key, place in library.localities.items()}

    assert min(prices.items(), key=lambda item: item[1]) == ("07102-13", Decimal("32.08"))
    assert max(prices.items(), key=lambda item: item[1]) == ("01112-65", Decimal("45.39"))
    assert prices["01112-09"] == Decimal("45.34")
    assert round(sum(prices.values()) / len(prices), 2) == Decimal("36.20")


def test_the_work_index_is_the_floored_one_and_the_other_is_kept(library: Library) -> None:
    arkansas = library.localities["07102-13"].periods[1]

    assert (arkansas.work, arkansas.work_without_floor) == (Decimal("1.000"), Decimal("0.974"))
    assert all(place.periods[1].work >= 1 for place in library.localities.values())


def test_the_therapy_mppr_reaches_fifty_active_codes_one_restricted_and_one_unpriced(
    library: Library,
) -> None:
    statuses = [
        period.status
        for code in library.codes.values()
        for period in code.periods[-1:]
        if period.multiple_procedure == "5"
    ]

    assert sorted(statuses) == ["A"] * 50 + ["C", "R"]


def test_codes_that_count_by_minutes(library: Library) -> None:
    quarter_hours = {
        code.code for code in library.codes.values() if code.time.timing == "quarter_hour"
    }

    assert " ".join(sorted(quarter_hours)) == QUARTER_HOURS
    assert library.codes["97129"].time.further == "97130"


def test_codes_that_speech_language_pathologists_do_not_bill(library: Library) -> None:
    unusual = {code.code for code in library.codes.values() if code.unusual_for}

    assert unusual == {"97110", "97112", "97150", "97530"}


def test_the_mue_of_97530_is_six_in_every_table_and_setting(library: Library) -> None:
    mue = library.codes["97530"].mue

    assert [(entry.value, entry.mai) for entry in mue] == [(6, "3")] * 4
    assert mue[0].start > mue[-1].start


def test_evaluations_kept_their_work_and_others_took_the_cut(library: Library) -> None:
    cut = {
        code.code
        for code in library.codes.values()
        if len(code.periods) > 1
        and code.periods[1].status == "A"
        and code.periods[1].work < code.periods[0].work
    }

    assert len(cut) == 22
    assert {"97012", "95992"} <= cut
    assert library.codes["97161"].periods[1].work == Decimal("1.54")


def test_where_a_source_is_cited_can_be_looked_up(library: Library) -> None:
    assert "figures/deductible.yaml" in library.citations["fr-2025-20251"]
    assert set(library.citations) == set(library.sources)


def test_values_of_indicators_are_said_in_words(library: Library) -> None:
    assert library.meaning("status", "A") is not None
    assert library.meaning("status", "?") is None
    assert library.meaning("no such field", "A") is None


def test_groups_stand_in_order_and_hold_the_codes(library: Library) -> None:
    codes = [code for group in library.groups for code in library.codes_in(group.key)]

    assert sorted(code.code for code in codes) == list(library.codes)
    assert {group.key for group in library.groups_in(None)} <= {
        group.key for group in library.groups
    }


def test_no_day_outside_the_two_years_is_held(library: Library) -> None:
    assert library.days == (date(2025, 1, 1), date(2026, 12, 31))
    assert holding(library.codes["97530"].periods, date(2027, 1, 1)) is None
