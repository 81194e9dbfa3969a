"""Answers as HTML and as text: the same numbers, everything escaped, no inline style."""

import json
import re
from html.parser import HTMLParser

from calculator import door
from calculator.render.markup import element, text
from tests.calculator.conftest import Door, visit

VOID = {"br"}


class Outline(HTMLParser):
    """Checks that elements close in order, and gathers classes and attributes."""

    def __init__(self, html: str) -> None:
        """Read a whole piece of HTML."""
        super().__init__()
        self.open: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element's opening."""
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Match an element's end with the last one opened."""
        assert self.open.pop() == tag


def html_of(front_door: Door, services: list[tuple[str, int]], root: str = "../") -> str:
    written = door.evaluate(json.dumps(visit(services)), front_door.reference, root)
    html: str = json.loads(written)["html"]
    return html


def test_text_cannot_become_markup() -> None:
    assert text('<a & "b">') == "&lt;a &amp; &quot;b&quot;&gt;"
    assert element("p", text("<b>"), class_='"x"') == '<p class="&quot;x&quot;">&lt;b&gt;</p>'


def test_html_comes_only_where_a_page_asks_for_it(front_door: Door) -> None:
    assert "html" not in front_door.visit([("97530", 38)])
    assert html_of(front_door, [("97530", 38)]).startswith("<section")


def test_every_kind_of_answer_is_well_formed_and_without_inline_style(front_door: Door) -> None:
    days = [
        [("97530", 38), ("97110", 23), ("97140", 4), ("G0283", 15)],
        [("97530", 7)],
        [("97039", 0), ("97010", 5), ("97129", 40)],
        [(code, 15) for code in front_door.reference.codes],
    ]
    for services in days:
        outline = Outline(html_of(front_door, services))
        names = {name for name, _ in outline.attributes}
        assert "style" not in names
        assert not any(name.startswith("on") for name in names)


def test_links_lead_from_the_page_to_the_sites_root(front_door: Door) -> None:
    html = html_of(front_door, [("97530", 38), ("G0283", 15)], root="../../")

    links = re.findall(r'href="([^"]*)"', html)
    assert links
    assert all(link.startswith("../../") for link in links)
    assert "../../codes/g0283/" in links


def test_the_region_shows_the_doors_own_numbers(front_door: Door) -> None:
    services = [("97530", 38), ("97110", 23)]
    answer = front_door.visit(services)
    html = html_of(front_door, services)

    assert answer["sentence"] in html
    assert "2026-03-02 · PT plan of care · CMS total time · national · no qualifying APM" in html
    for step in answer["steps"]:
        assert text(step["says"]) in html
    for key in ("medicare_pays", "patient_pays", "sequestration"):
        assert f"${answer['net'][key]}" in html
    assert "35.07 + 2 × 25.05" in html


def test_a_tie_is_a_note_with_the_other_claims(front_door: Door) -> None:
    html = html_of(front_door, [("97530", 38), ("97110", 23)])

    assert 'role="note" aria-label="Tie"' in html
    assert (
        "One unit may go to 97530 (shown) or 97110. CMS leaves the choice to the provider." in html
    )
    assert "97530 × 2 GP, 97110 × 2 GP" in html
    assert 'aria-label="Tie"' not in html_of(front_door, [("97530", 38)])


def test_a_wide_tie_says_how_many_claims_are_not_written_out(front_door: Door) -> None:
    codes = ["97032", "97033", "97034", "97035", "97036", "97110", "97112", "97113", "97116"]

    html = html_of(front_door, [(code, 7) for code in codes])

    assert "126 allocations are allowed" in html
    assert "115 further allocations not written out here." in html
    assert html.count('class="claim-lines"') == 11


def test_figures_used_name_release_period_and_standing(front_door: Door) -> None:
    html = html_of(front_door, [("97530", 38)])

    assert 'data-from="2026-01-01" data-to="2026-12-31"' in html
    assert "RVU26B" in html
    assert 'class="standing official"' in html


def test_a_missing_amount_is_never_a_price_of_zero(front_door: Door) -> None:
    html = html_of(front_door, [("97039", 0)])

    assert "no national amount" in html
    assert "$0.00" not in html


def test_figures_used_name_the_factor_that_priced_the_visit(front_door: Door) -> None:
    def html(*, qualifying_apm: bool) -> str:
        asked = json.dumps(visit([("97530", 38)], qualifying_apm=qualifying_apm))
        shown: str = json.loads(door.evaluate(asked, front_door.reference, "../"))["html"]
        return shown.rpartition("Figures used")[2]

    assert "cms-rvu26b-qpp" in html(qualifying_apm=True)
    assert "cms-rvu26b-qpp" not in html(qualifying_apm=False)


def test_the_text_for_people_holds_lines_money_and_sources(front_door: Door) -> None:
    asked = json.dumps(visit([("97530", 20), ("97110", 20)], deductible_remaining="10.00"))

    said = door.explain(asked, front_door.reference)

    assert "97530  GP       2  35.07 + 25.05                 60.12" in said
    assert "Tie. One unit may go to 97530 (shown) or 97110." in said
    assert "Medicare pays $56.71, the patient $24.46." in said
    assert "42 USC 1395w-4(b)(7)" in said
