"""The pages of the codes: their sections, their order, what they say of themselves."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from scripts.content.prose import HEADINGS
from tests.site.conftest import Open

HEADING = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>(.*?)(?=<h2 |</article>)', re.DOTALL)
TAGS = re.compile(r"<[^>]+>|\s+")
MOST_BYTES = 300_000


def sections(page: Path) -> dict[str, str]:
    """The anchors of a page's sections, in order, each with its HTML."""
    return {anchor: body for anchor, _, body in HEADING.findall(page.read_text(encoding="utf-8"))}


def test_97530_has_every_section_and_the_look_ups_come_first(site: Path) -> None:
    held = list(sections(site / "codes/97530/index.html"))

    assert set(HEADINGS.values()) <= set(held)
    assert {"changes", "related", "sources", "one-to-six-units"} <= set(held)
    assert held[0] == "quick-reference"
    assert held.index("description") < held.index("contexts") < held.index("changes")
    assert held[-1] == "sources"


def test_no_code_has_an_empty_section_or_a_page_too_heavy(site: Path) -> None:
    pages = [each for each in (site / "codes").iterdir() if each.is_dir()]
    assert len(pages) > 150
    for folder in pages:
        page = folder / "index.html"
        assert page.stat().st_size < MOST_BYTES, folder
        for anchor, body in sections(page).items():
            assert TAGS.sub("", body), f"{folder.name}: {anchor}"


def test_every_text_says_once_how_well_it_is_supported(site: Path) -> None:
    for key, body in sections(site / "codes/97530/index.html").items():
        if key in HEADINGS.values():
            assert body.count('class="provenance support"') == 1, key
            assert body.count('class="standing') == 1, key


@pytest.mark.parametrize("anchor", ["after-surgery", "work", "activity-transfers", "not-97110"])
def test_contexts_activities_and_limits_have_anchors(site: Path, anchor: str) -> None:
    assert f'id="{anchor}"' in (site / "codes/97530/index.html").read_text(encoding="utf-8")


def test_the_tree_marks_the_readers_place_and_leads_to_its_siblings(open_page: Open) -> None:
    page = open_page("codes/97113/")
    own = page.locator("table.tree tr[aria-current]")
    expect(own).to_have_count(1)
    expect(own).to_contain_text("97113")
    page.locator("table.tree td.code").get_by_role("link", name="97110").click()

    expect(page).to_have_url(re.compile("codes/97110/$"))


def test_the_code_tree_opens_and_closes_by_keys_and_works_without_javascript(
    open_page: Open,
) -> None:
    page = open_page("codes/tree/", java_script_enabled=False)
    link = page.locator(".code-tree").get_by_role("link", name="97028")
    expect(link).to_be_visible()
    page.locator("#modalities-supervised > details > summary").focus()
    page.keyboard.press("Enter")

    expect(link).not_to_be_visible()


def test_paper_says_where_and_when_and_shows_no_controls(open_page: Open) -> None:
    page = open_page("fees/")
    page.wait_for_load_state("networkidle")
    page.emulate_media(media="print")

    expect(page.locator(".printed")).to_have_text(re.compile(r"printed \d{4}-\d\d-\d\d · http.*/fees/$"))
    for hidden in (".place-chooser", ".buttons", ".md-header", ".filter"):
        expect(page.locator(hidden).first).not_to_be_visible()
    expect(page.locator("#fees")).to_be_visible()


def test_what_scrolls_sideways_takes_focus_and_has_a_name(open_page: Open) -> None:
    page = open_page("about/decisions/locks/", size=(360, 740))
    page.wait_for_load_state("networkidle")
    page.evaluate(
        """() => {
        const wide = document.createElement('div');
        wide.className = 'md-typeset__scrollwrap';
        wide.innerHTML = `<div class="md-typeset__table"><table><caption>Wide</caption><tr>${'<td>cell of words</td>'.repeat(40)}</tr></table></div>`;
        document.querySelector('.md-content__inner').append(wide);
        }"""
    )

    expect(page.get_by_role("region", name="Wide")).to_have_attribute("tabindex", "0")
