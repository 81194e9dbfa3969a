"""Claims in order of receipt: totals by bucket and year, where KX begins, the deductible."""

import json
from typing import Any

import pytest

from calculator import sequence_door
from calculator.reference.bundle import Reference
from tests.calculator.conftest import visit

RUNNING = ("threshold_used", "deductible_remaining")


def bare(services: list[tuple[str, int]] | None = None, **changes: object) -> dict[str, object]:
    """Make a visit without what runs through all of them."""
    made = visit(services or [("97530", 38)], **changes)  # $85.17 in 2026, $87.90 in 2025
    return {key: value for key, value in made.items() if key not in RUNNING}


def year(
    number: int = 2026, pt: str = "0.00", ot: str = "0.00", left: str = "0.00"
) -> dict[str, object]:
    used = {"PT with SLP": pt, "OT": ot}
    return {"year": number, "threshold_used": used, "deductible_remaining": left}


def ask(reference: Reference, visits: list[Any], *years: object) -> dict[str, Any]:
    question = json.dumps({"visits": visits, "years": [*years]})
    answered: dict[str, Any] = json.loads(sequence_door.sequence(question, reference, "../"))
    return answered


def buckets(answered: dict[str, Any], *names: str) -> list[list[Any]]:
    return [
        [bucket[name] for name in names]
        for claim in answered["claims"]
        for bucket in claim["buckets"]
    ]


def test_kx_begins_with_the_claim_that_goes_above_and_stays(reference: Reference) -> None:
    # 2309.66 + 85.17 = 2394.83, + 85.17 = 2480.00, which is not above; the third is.
    answered = ask(reference, [bare()] * 4, year(pt="2309.66"))

    assert buckets(answered, "used_after", "kx", "kx_begins", "remains") == [
        ["2394.83", False, False, "85.17"],
        ["2480.00", False, False, "0.00"],
        ["2565.17", True, True, "0.00"],
        ["2650.34", True, False, "0.00"],
    ]
    assert answered["sentence"] == "PT with SLP, 2026: KX begins with claim 3."


def test_a_cent_more_before_and_kx_begins_a_claim_earlier(reference: Reference) -> None:
    answered = ask(reference, [bare()] * 2, year(pt="2309.67"))

    assert buckets(answered, "kx") == [[False], [True]]


def test_the_order_of_receipt_counts_and_not_that_of_the_dates(reference: Reference) -> None:
    early, late = bare(date="2026-02-02"), bare(date="2026-06-01")
    answered = ask(reference, [late, early], year(pt="2400.00"))

    assert [claim["date"] for claim in answered["claims"]] == ["2026-06-01", "2026-02-02"]
    assert buckets(answered, "used_before") == [["2400.00"], ["2485.17"]]


def test_each_calendar_year_has_its_own_totals(reference: Reference) -> None:
    old, new = bare(date="2025-12-31"), bare(date="2026-01-01")
    answered = ask(reference, [new, old, new], year(2026, "10.00"), year(2025, "20.00"))

    assert buckets(answered, "used_before") == [["10.00"], ["20.00"], ["95.17"]]
    assert buckets(answered, "threshold") == [["2480.00"], ["2410.00"], ["2480.00"]]


def test_the_two_buckets_run_apart_also_within_one_claim(reference: Reference) -> None:
    services = [
        {"code": "97530", "minutes": 23, "discipline": "SLP"},
        {"code": "97535", "minutes": 23, "discipline": "OT"},
    ]
    both = {**bare(), "services": services}
    answered = ask(reference, [bare(), both], year(pt="100.00", ot="200.00"))

    assert [row[0] for row in buckets(answered, "bucket")] == ["PT with SLP", "PT with SLP", "OT"]
    assert buckets(answered, "used_before") == [["100.00"], ["185.17"], ["200.00"]]


def test_the_review_amount_is_passed_once_and_equal_is_not_passed(reference: Reference) -> None:
    # 2829.66 + 85.17 = 2914.83, + 85.17 = 3000.00
    answered = ask(reference, [bare()] * 4, year(pt="2829.66"))

    assert buckets(answered, "review_passed") == [[False], [False], [True], [False]]
    assert "claim 3 passes the review amount" in answered["sentence"]


@pytest.mark.parametrize(
    ("left", "after"),
    [("85.17", ["0.00", "0.00"]), ("85.18", ["0.01", "0.00"]), ("0.00", ["0.00", "0.00"])],
)
def test_the_deductible_runs_down(reference: Reference, left: str, after: list[str]) -> None:
    answered = ask(reference, [bare()] * 2, year(left=left))

    assert [claim["deductible_remaining"] for claim in answered["claims"]] == after


def test_a_line_without_a_national_amount_is_told_and_not_counted(reference: Reference) -> None:
    answered = ask(reference, [bare([("97530", 38), ("97039", 1)]), bare()], year())

    assert buckets(answered, "used_after", "unknown_amount") == [["85.17", True], ["170.34", False]]


def test_a_line_of_which_no_payment_is_expected_adds_nothing(reference: Reference) -> None:
    service = {"code": "97530", "minutes": 38, "coverage": "not_necessary"}
    denied = {**bare(), "services": [service]}
    answered = ask(reference, [denied, bare()], year(pt="2394.83"))

    # Only the second claim's 85.17 count, and 2480.00 is not above.
    assert buckets(answered, "used_after", "kx") == [["2394.83", False], ["2480.00", False]]


def test_a_claim_that_earns_nothing_adds_nothing(reference: Reference) -> None:
    answered = ask(reference, [bare([("97530", 7)]), bare()], year(pt="5.00"))

    assert answered["claims"][0]["buckets"] == []
    assert buckets(answered, "used_before") == [["5.00"]]


def refused(answered: dict[str, Any]) -> list[str]:
    assert answered["ok"] is False
    return [problem["field"] for problem in answered["problems"]]


def test_a_year_without_its_beginning_is_refused(reference: Reference) -> None:
    assert refused(ask(reference, [bare(date="2025-12-31")], year(2026))) == ["years"]


def test_a_year_twice_is_refused_at_the_second(reference: Reference) -> None:
    assert refused(ask(reference, [bare()], year(), year())) == ["years[1].year"]


def test_what_runs_through_all_visits_is_refused_in_one_of_them(reference: Reference) -> None:
    assert refused(ask(reference, [bare(), visit([("97530", 38)])], year())) == [
        "visits[1].threshold_used",
        "visits[1].deductible_remaining",
    ]


@pytest.mark.parametrize(
    ("entry", "fields"),
    [
        ({**year(), "year": 2024}, ["years[0].year", "years"]),
        ({**year(), "deductible_remaining": "5"}, ["years[0].deductible_remaining", "years"]),
        (
            {**year(), "threshold_used": {"OT": "0.00"}},
            ["years[0].threshold_used.PT with SLP", "years"],
        ),
        ({**year(), "threshold_used": "0.00"}, ["years[0].threshold_used", "years"]),
        (2026, ["years[0]", "years"]),
    ],
)  # fmt: skip
def test_a_years_beginning_is_refused_at_its_path(
    reference: Reference, entry: object, fields: list[str]
) -> None:
    assert refused(ask(reference, [bare()], entry)) == fields


def test_a_visit_is_refused_at_its_place(reference: Reference) -> None:
    assert refused(ask(reference, [bare(), bare([("97530", -1)])], year())) == [
        "visits[1].services[0].minutes"
    ]
    assert refused(ask(reference, [bare(), 5], year())) == ["visits[1]"]
    assert "visits" in refused(ask(reference, [], year()))
