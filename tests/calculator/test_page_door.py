"""The page's door: the top of an answer first, then part by part what is read after it."""

import json
import re

from calculator import door, page_door
from tests.calculator.conftest import Door, visit

TIED = [("97530", 8), ("97110", 8), ("97140", 8), ("97112", 8), ("97116", 8)]


def told(front_door: Door, asked: dict[str, object]) -> list[str]:
    return list(page_door.tell(json.dumps(asked), front_door.reference, "../"))


def whole(front_door: Door, asked: dict[str, object]) -> dict[str, str]:
    answer: dict[str, str] = json.loads(
        door.evaluate(json.dumps(asked), front_door.reference, "../")
    )
    return answer


def without_asking(html: str) -> str:
    """Leave out what only a page has that can ask again: buttons of a tie, and other ways."""
    html = re.sub(r'<p class="switch">.*?</p>', "", html)
    return re.sub(r'<section class="side-by-side".*?</section>', "", html)


def test_top_and_parts_put_together_are_the_answer_of_the_json_door(front_door: Door) -> None:
    for services in (TIED, [("97530", 38)], [("97530", 7)], [("97161", 20), ("97530", 23)]):
        for method in ("cms", "midpoint"):
            asked = visit(services, method=method)
            top, *parts = told(front_door, asked)
            first, html = json.loads(top), json.loads(top)["html"]
            for name in ("others", "minutes", "below"):
                stretches = [words for each, words in map(json.loads, parts) if each == name]
                place = f'<div class="{name}" data-part="{name}">'
                html = html.replace(f"{place}</div>", f"{place}{''.join(stretches)}</div>")
            assert without_asking(html) == whole(front_door, asked)["html"]
            assert first["sentence"] == whole(front_door, asked)["sentence"]


def test_the_top_has_lines_tie_and_money_and_leaves_reasons_for_later(front_door: Door) -> None:
    html = json.loads(told(front_door, visit(TIED))[0])["html"]
    for shown in ("Claim lines", "Tie.", "Show 9 other allowed claims", "Medicare pays"):
        assert shown in html
    for later in ("Remittance", "Why", "Figures used", "What the record has to hold"):
        assert later not in html


def test_a_refusal_is_told_alone_as_the_json_door_tells_it(front_door: Door) -> None:
    asked = visit([("97530", -5)])
    (refusal,) = told(front_door, asked)
    assert refusal == door.evaluate(json.dumps(asked), front_door.reference, "../")


def test_pairs_are_wanted_where_a_setting_is_named_and_nobody_looks_them_up(
    front_door: Door,
) -> None:
    for changes, wanted in (({}, False), ({"setting": "practitioner"}, True)):
        top = told(front_door, visit([("97530", 38)], **changes))[0]
        assert json.loads(top)["pairs_wanted"] is wanted
