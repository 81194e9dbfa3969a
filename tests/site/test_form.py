"""What else the form asks: assistants, plans of care, thresholds, and what is folded away."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.site.calculator_page import (
    PATH,
    answer,
    button,
    code,
    field,
    is_answered,
    link,
    minutes,
    note_questions,
    question,
    says,
    visit,
)
from tests.site.conftest import Open

BUILT_IN = visit(("97530", 38), ("97110", 22))
FOLDED = "Coverage, charges, times"
OTHER = "Used so far, other bucket"
MINUTES = "a whole number from 0 to 1440"


@pytest.fixture
def page(open_page: Open) -> Page:
    """Open the calculator, keep its questions, and wait until Python has answered."""
    opened = open_page("glossary/")
    note_questions(opened)
    opened.goto(opened.url.replace("glossary/", PATH))
    is_answered(opened)
    return opened


def opened_at(page: Page, asked: dict[str, object]) -> None:
    """Follow a link to a visit within the page."""
    page.evaluate("hash => { location.hash = hash; }", link(asked).partition("#")[2])


def with_rows(*rows: dict[str, object], **changes: object) -> dict[str, object]:
    """Make a visit of whole rows."""
    return {**visit(**changes), "services": list(rows)}


def block(start: str, end: str, by: str = "therapist") -> dict[str, str]:
    """Make a block of times."""
    return {"from": start, "to": end, "by": by}


def asks(page: Page, asked: dict[str, object]) -> None:
    """Expect this to be the last question put."""
    expect(page.locator("therapy-calculator")).to_be_visible()
    for _ in range(100):
        if question(page) == asked:
            return
        page.wait_for_timeout(100)
    assert question(page) == asked


def test_a_form_at_rest_asks_the_plain_question(page: Page) -> None:
    minutes(page, 1).fill("53")
    says(page, visit(("97530", 53), ("97110", 22)))

    assert question(page) == visit(("97530", 53), ("97110", 22))
    assert list(question(page)) == list(BUILT_IN)
    assert page.evaluate("questions.at(-1)").endswith(
        '"services":[{"code":"97530","minutes":53},{"code":"97110","minutes":22}]}'
    )


def test_what_is_typed_in_a_row_goes_into_its_service(page: Page) -> None:
    page.get_by_text(FOLDED).click()
    row: dict[str, object] = {"code": "97110", "minutes": 22}
    for name, typed, key, value in (
        ("Assistant minutes, row 2", "9", "assistant_minutes", 9),
        ("Together minutes, row 2", "12", "together_minutes", 12),
        ("Charge, row 2", "$60", "charge", "60.00"),
        ("Times, row 2", "9:00 to 9:22", "blocks", [block("09:00", "09:22")]),
    ):
        field(page, name).fill(typed)
        field(page, name).press("Tab")
        row[key] = value
        asks(page, with_rows({"code": "97530", "minutes": 38}, row))


def test_choices_about_the_visit_go_into_the_question_and_rest_again(page: Page) -> None:
    page.get_by_text(FOLDED).click()
    for name, values in {
        "Setting": ("practitioner", "hospital"),
        "Episode": ("part_a_snf", "home_health"),
        "Participation": ("assigned", "unassigned"),
    }.items():
        for value in values:
            field(page, name).select_option(value)
            asks(page, {**BUILT_IN, name.lower(): value})
        field(page, name).select_option(index=0)
        asks(page, BUILT_IN)


def test_choices_in_a_row_go_into_its_service_and_rest_again(page: Page) -> None:
    page.get_by_text(FOLDED).click()
    rest = {"code": "97110", "minutes": 22}
    for name, key, values in (
        ("Plan of care", "discipline", ("PT", "SLP")),
        ("Coverage", "coverage", ("expected", "not_necessary", "excluded")),
        ("Notice", "notice", ("none", "required", "voluntary")),
    ):
        for value in values:
            field(page, f"{name}, row 1").select_option(value)
            row = {"code": "97530", "minutes": 38, key: value}
            asks(page, with_rows(row, rest))
        field(page, f"{name}, row 1").select_option("")
        asks(page, BUILT_IN)


def test_minutes_of_the_assistant_alone_need_none_of_the_therapist(page: Page) -> None:
    field(page, "Assistant minutes, row 2").fill("22")
    minutes(page, 2).fill("")

    rows = ({"code": "97530", "minutes": 38}, {"code": "97110", "minutes": 0})
    asked = with_rows(rows[0], {**rows[1], "assistant_minutes": 22})
    says(page, asked)
    asks(page, asked)
    expect(answer(page).get_by_role("table", name="Claim lines")).to_contain_text("CQ")


def test_no_minutes_of_the_assistant_are_left_out(page: Page) -> None:
    field(page, "Assistant minutes, row 1").fill("0")
    field(page, "Together minutes, row 1").fill("0")
    minutes(page, 2).fill("23")

    asks(page, visit(("97530", 38), ("97110", 23)))


def test_minutes_of_others_that_are_none_are_refused_at_their_field(page: Page) -> None:
    for name in ("Assistant minutes, row 1", "Together minutes, row 1"):
        refused = field(page, name)
        refused.fill("1.5")
        expect(refused).to_have_attribute("aria-invalid", "true")
        expect(refused).to_have_accessible_description(f"{name}: got 1.5; takes {MINUTES}.")
        answer(page).get_by_role("link", name=name, exact=True).click()
        expect(refused).to_be_focused()
        refused.fill("")
        says(page, BUILT_IN)


def test_an_assistant_under_slp_is_refused_at_the_assistant(page: Page) -> None:
    field(page, "Assistant minutes, row 2").fill("9")
    page.get_by_label("Discipline", exact=True).select_option("SLP")

    refused = field(page, "Assistant minutes, row 2")
    expect(refused).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#assistant_minutes-2-problem")).to_contain_text(
        "Assistant minutes, row 2: got 9; takes 0 under SLP"
    )
    expect(answer(page)).to_contain_class("is-greyed")


def test_the_other_bucket_is_asked_for_where_a_row_counts_towards_it(page: Page) -> None:
    other = field(page, OTHER)
    expect(other).to_be_hidden()
    expect(field(page, "Threshold used so far")).to_have_accessible_description("PT with SLP")

    field(page, "Plan of care, row 2").select_option("SLP")
    expect(other).to_be_hidden()
    field(page, "Plan of care, row 2").select_option("OT")
    expect(other).to_be_visible()
    expect(other).to_have_accessible_description("OT")
    other.fill("1,240")
    other.press("Tab")
    expect(other).to_have_value("1240.00")
    asked = with_rows(
        {"code": "97530", "minutes": 38},
        {"code": "97110", "minutes": 22, "discipline": "OT"},
        threshold_used_other="1240.00",
    )
    says(page, asked)
    asks(page, asked)

    page.get_by_label("Discipline", exact=True).select_option("OT")
    expect(other).to_be_hidden()
    expect(field(page, "Threshold used so far")).to_have_accessible_description("OT")
    assert "threshold_used_other" not in question(page)


def test_the_other_bucket_left_empty_is_refused_at_its_field(page: Page) -> None:
    field(page, "Plan of care, row 2").select_option("OT")
    other = field(page, OTHER)
    other.fill("")
    other.press("Tab")

    expect(other).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#threshold-other-problem")).to_contain_text(
        "Used so far, other bucket (OT): got nothing; takes"
    )
    expect(answer(page).get_by_role("link", name=OTHER)).to_be_visible()


def test_a_link_that_lacks_the_other_bucket_is_refused_and_not_filled_up(page: Page) -> None:
    opened_at(page, with_rows({"code": "97530", "minutes": 38, "discipline": "OT"}))

    expect(field(page, OTHER)).to_have_value("")
    expect(page.locator("#threshold-other-problem")).to_contain_text("got nothing")


def test_the_threshold_reaches_the_answer(page: Page) -> None:
    field(page, "Threshold used so far").fill("2,480")
    field(page, "Threshold used so far").press("Tab")

    says(page, visit(("97530", 38), ("97110", 22), threshold_used="2480.00"))
    expect(answer(page).get_by_role("table", name="Claim lines")).to_contain_text("KX")


def test_a_link_brings_everything_and_asks_it_unchanged(page: Page) -> None:
    asked = with_rows(
        {
            "code": "97530",
            "minutes": 17,
            "assistant_minutes": 9,
            "together_minutes": 5,
            "charge": "60.00",
            "coverage": "not_necessary",
            "notice": "required",
            "blocks": [
                {"from": "09:00", "to": "09:17", "by": "therapist"},
                {"from": "09:17", "to": "09:26", "by": "assistant"},
                {"from": "09:26", "to": "09:31", "by": "together"},
            ],
        },
        {"code": "97110", "minutes": 0, "together_minutes": 12, "discipline": "OT"},
        threshold_used="2400.00",
        threshold_used_other="1240.00",
        setting="hospital",
        episode="home_health",
        participation="assigned",
    )
    opened_at(page, asked)

    asks(page, asked)
    for name, value in {
        "Assistant minutes, row 1": "9",
        "Together minutes, row 1": "5",
        "Plan of care, row 1": "",
        "Plan of care, row 2": "OT",
        "Threshold used so far": "2400.00",
        OTHER: "1240.00",
        "Setting": "hospital",
        "Episode": "home_health",
        "Participation": "assigned",
        "Charge, row 1": "60.00",
        "Coverage, row 1": "not_necessary",
        "Notice, row 1": "required",
        "Times, row 1": "09:00-09:17 therapist, 09:17-09:26 assistant, 09:26-09:31 together",
    }.items():
        expect(field(page, name)).to_have_value(value)
        expect(field(page, name)).to_be_visible()


def test_a_link_without_the_further_fields_leaves_them_at_rest(page: Page) -> None:
    field(page, "Setting").select_option("hospital")
    field(page, "Assistant minutes, row 1").fill("9")
    field(page, "Plan of care, row 2").select_option("OT")
    other = visit(("97140", 31), ("97110", 8), date="2025-05-06")
    opened_at(page, other)

    says(page, other)
    asks(page, other)
    expect(field(page, OTHER)).to_be_hidden()


def test_a_link_that_asks_what_the_form_does_not_offer_says_why(page: Page) -> None:
    cases: tuple[tuple[dict[str, object], dict[str, object], str], ...] = (
        ({"coverage": "maybe"}, {}, "services[0].coverage: got maybe; takes expected or"),
        ({"discipline": "MD"}, {}, "services[0].discipline: got MD; takes PT or OT or SLP"),
        ({"blocks": "9-10"}, {}, "services[0].blocks is no list"),
        ({"blocks": [{"till": "9"}]}, {}, "services[0].blocks[0].till is no field of this form"),
        ({"units": 2}, {}, "services[0].units is no field of this form"),
        ({}, {"setting": "home"}, "setting: got home; takes practitioner or hospital"),
    )
    for row, changes, cause in cases:
        opened_at(page, with_rows({"code": "97530", "minutes": 8, **row}, **changes))
        expect(page.get_by_role("alert")).to_contain_text(cause)
        expect(code(page, 1)).to_have_value("97530")
        expect(minutes(page, 1)).to_have_value("38")


def test_times_are_read_into_blocks_and_what_cannot_be_read_goes_in_as_typed(page: Page) -> None:
    page.get_by_text(FOLDED).click()
    times = field(page, "Times, row 1")
    cases: tuple[tuple[str, list[dict[str, str]], str], ...] = (
        (
            "09:00-09:23 assistant 09:23-09:31",
            [block("09:00", "09:23", "assistant"), block("09:23", "09:31")],
            "09:00-09:23 assistant, 09:23-09:31 therapist",
        ),
        ("9:00–9:23", [block("09:00", "09:23")], "09:00-09:23"),
        (
            "0900 - 0923; 1005 - 1020",
            [block("09:00", "09:23"), block("10:05", "10:20")],
            "09:00-09:23, 10:05-10:20",
        ),
        (
            "12:55pm to 1:10 p.m. Together",
            [block("12:55", "13:10", "together")],
            "12:55-13:10 together",
        ),
        ("12:05 am-12:20 am", [block("00:05", "00:20")], "00:05-00:20"),
        ("9:23-9:00", [block("09:23", "09:00")], "09:23-09:00"),
        ("9:60-10:00 aide", [block("09:60", "10:00", "aide")], "9:60-10:00 aide"),
        (
            "at noon",
            [{"from": "at", "by": "therapist"}, {"from": "noon", "by": "therapist"}],
            "at noon",
        ),
        ("9:00-", [{"from": "09:00", "by": "therapist"}], "9:00-"),
    )
    for typed, blocks, settled in cases:
        times.fill(typed)
        times.press("Tab")
        row = {"code": "97530", "minutes": 38, "blocks": blocks}
        asks(page, with_rows(row, {"code": "97110", "minutes": 22}))
        expect(times).to_have_value(settled)


def test_undo_and_redo_take_the_further_fields_along(page: Page) -> None:
    field(page, "Setting").select_option("hospital")
    field(page, "Plan of care, row 2").select_option("OT")
    field(page, "Assistant minutes, row 1").fill("9")
    for _ in range(3):
        button(page, "Undo").click()

    says(page, BUILT_IN)
    asks(page, BUILT_IN)
    expect(field(page, OTHER)).to_be_hidden()
    button(page, "Redo").click()
    button(page, "Redo").click()
    expect(field(page, "Setting")).to_have_value("hospital")
    expect(field(page, OTHER)).to_be_visible()


def test_clear_empties_what_belongs_to_one_patient(page: Page) -> None:
    page.get_by_text(FOLDED).click()
    field(page, "Setting").select_option("hospital")
    field(page, "Threshold used so far").fill("900")
    field(page, "Charge, row 1").fill("60")
    field(page, "Episode").select_option("home_health")
    button(page, "Clear").click()
    code(page, 1).fill("97530")
    minutes(page, 1).fill("38")
    minutes(page, 1).press("Tab")

    asks(page, visit(("97530", 38), setting="hospital"))
    expect(field(page, "Charge, row 1")).to_have_value("")


def test_what_is_folded_follows_the_rows(page: Page) -> None:
    page.get_by_text(FOLDED).click()
    button(page, "Add a service").click()
    expect(field(page, "Charge, row 3")).to_be_hidden()
    code(page, 3).fill("97140")
    expect(field(page, "Charge, row 3")).to_be_visible()

    field(page, "Charge, row 2").fill("44")
    button(page, "Remove row 1").click()
    expect(field(page, "Charge, row 1")).to_have_value("44.00")
    expect(page.locator(".further:visible .named")).to_have_text(["97110", "97140"])


def test_a_refusal_unfolds_what_hides_its_field(page: Page) -> None:
    page.get_by_text(FOLDED).click()
    field(page, "Charge, row 1").fill("sixty")
    page.get_by_text(FOLDED).click()
    field(page, "Setting").focus()

    expect(field(page, "Charge, row 1")).to_have_attribute("aria-invalid", "true")
    expect(field(page, "Charge, row 1")).to_be_visible()


def helps(page: Page, name: str) -> Locator:
    return page.locator(f"summary[aria-label='{name}']")


def test_keys_go_through_a_row_then_the_year_then_what_is_folded(page: Page) -> None:
    code(page, 2).focus()
    order = [
        "Minutes, row 2",
        "Assistant minutes, row 2",
        "Together minutes, row 2",
        "Remove row 2",
        "Plan of care, row 2",
    ]
    for name in order:
        page.keyboard.press("Tab")
        expect(field(page, name)).to_be_focused()
    for name in ("Add a service", "Undo", "Redo", "Clear", "Keyboard shortcuts"):
        page.keyboard.press("Tab")
        expect(button(page, name)).to_be_focused()
    page.keyboard.press("Tab")
    expect(helps(page, "What the year holds")).to_be_focused()
    for name in ("Deductible left", "Threshold used so far"):
        page.keyboard.press("Tab")
        expect(field(page, name)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("summary", has_text=FOLDED)).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(helps(page, "What a denial depends on")).to_be_focused()
    page.keyboard.press("Tab")
    expect(field(page, "Episode")).to_be_focused()


def test_enter_in_any_minutes_goes_to_the_next_row(page: Page) -> None:
    for row, part in enumerate(("Minutes", "Assistant minutes", "Together minutes"), start=1):
        field(page, f"{part}, row {row}").press("Enter")
        expect(code(page, row + 1)).to_be_focused()


def test_arrows_count_minutes_of_others_too(page: Page) -> None:
    row = {"code": "97530", "minutes": 38}
    for part in ("Assistant minutes", "Together minutes"):
        counted = field(page, f"{part}, row 1")
        counted.press("ArrowUp")
        counted.press("ArrowUp")
        expect(counted).to_have_attribute("aria-valuenow", "2")
        row[part.lower().replace(" ", "_")] = 2
        asks(page, with_rows(row, {"code": "97110", "minutes": 22}))


def test_a_row_with_a_code_and_no_minutes_of_anybody_is_half_a_row(page: Page) -> None:
    button(page, "Add a service").click()
    code(page, 3).fill("97140")
    field(page, "Together minutes, row 3").focus()
    page.wait_for_timeout(1500)
    expect(page.locator("[aria-invalid]")).to_have_count(0)

    button(page, "Undo").focus()
    expect(minutes(page, 3)).to_have_attribute("aria-invalid", "true")
    field(page, "Together minutes, row 3").fill("8")
    expect(page.locator("[aria-invalid]")).to_have_count(0)
