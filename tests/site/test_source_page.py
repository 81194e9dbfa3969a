"""Nothing of the page that this reference began from is lost: each part has its place here."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.site.conftest import there

PARTS: list[dict[str, Any]] = yaml.safe_load(
    Path("tests/site/source_page.yaml").read_text(encoding="utf-8")
)
# As the page has them: what is left out here is left out of the site.
SECTIONS = 26
ROWS = {"Includes": 6, "Excludes": 5, "Modifiers": 9, "Pitfalls": 6, "Sources": 11}


@pytest.mark.parametrize("part", PARTS, ids=lambda part: str(part["section"]))
def test_a_section_and_its_rows_have_their_places(site: Path, part: dict[str, Any]) -> None:
    places = [part["at"], *(row["at"] for row in part.get("rows", []))]
    assert [at for at in places if not there(site, at)] == []


def test_no_section_and_no_row_is_missing() -> None:
    assert len({part["section"] for part in PARTS}) == SECTIONS
    counted = {part["section"]: len(part.get("rows", [])) for part in PARTS}
    assert {section: counted[section] for section in ROWS} == ROWS


def test_every_code_that_the_page_names_in_a_row_is_named_at_its_place(site: Path) -> None:
    code = re.compile(r"\d{5}|[A-Z]\d\d\.\w+|F0\w{5}")
    lost = [
        row
        for part in PARTS
        for row in part.get("rows", [])
        if code.fullmatch(str(row["row"]))
        and str(row["row"]) not in (site / row["at"].partition("#")[0] / "index.html").read_text()
    ]
    assert lost == []
