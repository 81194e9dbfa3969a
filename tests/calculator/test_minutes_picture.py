"""The picture of the day's minutes holds the answer's own numbers, and draws ties as ties."""

import json
import re

from calculator import page_door
from calculator.entry.visit_json import read_visit
from calculator.evaluate import evaluate
from calculator.reference.bundle import Reference
from calculator.render import day, minutes
from calculator.words.answer import Answer
from tests.calculator.conftest import visit

TIED = [("97530", 38), ("97110", 23), ("97140", 4), ("G0283", 15)]


def answered(reference: Reference, services: object, **changes: object) -> Answer:
    asked = {**visit([]), **changes, "services": services}
    return evaluate(read_visit(json.dumps(asked), reference), reference)


def rows(services: list[tuple[str, int]]) -> list[dict[str, object]]:
    return [{"code": code, "minutes": given} for code, given in services]


def picture(answer: Answer, reference: Reference) -> str:
    return minutes.section(answer, reference, "../")


def texts(html: str, class_: str) -> list[str]:
    return re.findall(rf'<text class="{class_}[^"]*"[^>]*>([^<]*)<', html)


def widths(html: str, class_: str) -> list[float]:
    return [float(w) for w in re.findall(rf'<rect class="{class_}"[^>]* width="([\d.]+)%"', html)]


def test_the_pictures_bars_add_up_to_the_minutes_of_the_answer(reference: Reference) -> None:
    answer = answered(reference, rows(TIED))
    shown = day.plans(answer)

    assert [bar.minutes.total for plan in shown for bar in plan.timed] == [38, 23, 4]
    assert [bar.units for plan in shown for bar in plan.timed] == [3, 1, 0]
    assert [(bar.name, bar.units) for bar in shown[0].untimed] == [("G0283", 1)]
    for bar in shown[0].timed:
        assert sum(piece.minutes for piece in bar.pieces) == bar.minutes.total
    # 65 minutes twice: all of them end to end, and each service from nothing; 15 beside the count.
    drawn = re.findall(
        r'class="block[^"]*" x="[\d.]+%" width="([\d.]+)%"', picture(answer, reference)
    )
    assert round(sum(map(float, drawn)) * day.scale(shown) / 100) == 65 + 65 + 15


def test_the_boundary_in_force_and_the_next_are_those_of_the_units(reference: Reference) -> None:
    html = picture(answered(reference, rows(TIED)), reference)

    assert texts(html, "minute in-force") == ["53"]
    assert texts(html, "units in-force") == ["4 units"]
    assert texts(html, "minute next") == ["68"]
    assert "65 min → 4 units" in html
    assert "53 to 67; the next begins at 68" in html


def test_a_tie_is_drawn_as_equal_blocks_that_are_joined(reference: Reference) -> None:
    html = picture(answered(reference, rows(TIED)), reference)

    assert len(widths(html, "block therapist tied")) == 2
    assert len(set(widths(html, "block therapist tied"))) == 1
    assert html.count('class="elbow"') == 2
    assert texts(html, "tie-words") == ["tie: 8 each, 1 unit left"]
    assert "◆ 3 units, or 2" in html
    assert "1 unit, or 2 ◇" in html


def test_the_line_of_a_tie_passes_the_services_between(reference: Reference) -> None:
    day_ = [("97530", 23), ("97140", 4), ("97110", 23)]
    html = picture(answered(reference, rows(day_)), reference)

    assert re.findall(r'class="join (\w+)"', html) == ["from", "through", "to"]


def test_minutes_that_earn_nothing_are_told_apart(reference: Reference) -> None:
    html = picture(answered(reference, rows(TIED)), reference)

    assert len(widths(html, "block therapist unearned")) == 1
    assert "97140: 4 therapist; 0 units (counted, earns none)." in html
    assert len(widths(html, "block nobody outside")) == 1


def test_each_plan_of_care_has_its_own_bar_on_one_scale(reference: Reference) -> None:
    services = [
        {"code": "97530", "minutes": 20, "together_minutes": 10, "assistant_minutes": 8},
        {"code": "97530", "minutes": 23, "discipline": "OT"},
    ]
    html = picture(answered(reference, services, threshold_used_other="0.00"), reference)

    assert html.count("All timed minutes") == 2
    assert texts(html, "units in-force") == ["3 units", "2 units"]
    assert html.count("strip axis") == 1
    assert "97530: 20 therapist, 10 together and 8 assistant; 3 units" in html
    assert 'class="second-edge"' in html


def test_counted_by_the_midpoint_no_bar_adds_the_minutes(reference: Reference) -> None:
    html = picture(answered(reference, rows(TIED), method="midpoint"), reference)

    assert "All timed minutes" not in html
    assert "97110: 23 therapist; 2 units (1 whole, 8 left earn one)." in html
    assert 'href="../rules/midpoint/"' in html


def test_a_day_without_minutes_has_no_picture(reference: Reference) -> None:
    assert picture(answered(reference, rows([("97010", 0)])), reference) == ""


def test_the_page_gets_the_picture_first_of_what_follows_the_top(reference: Reference) -> None:
    told = page_door.tell(json.dumps(visit(TIED)), reference, "../")
    first = json.loads(next(told))

    assert 'data-part="minutes"></div>' in first["html"]
    name, html = json.loads(next(told))
    assert name == "minutes"
    assert 'role="img" aria-label="The day&#x27;s minutes"' in html
