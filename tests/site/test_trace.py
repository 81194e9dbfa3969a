"""Behind every figure of every built page stands a file of content/."""

import shutil
from pathlib import Path

import pytest

from scripts import trace

ROOT = Path(__file__).resolve().parents[2]


def test_every_figure_has_its_file(site: Path) -> None:
    assert trace.lost(ROOT, site) == []


@pytest.mark.parametrize("typed", ["$35.08", "1.234 RVU", "21.3 %", "37 %", "$9,876"])
def test_a_figure_that_somebody_typed_is_found(site: Path, tmp_path: Path, typed: str) -> None:
    page = Path("rules/units/index.html")
    text = (site / page).read_text(encoding="utf-8")
    (tmp_path / page).parent.mkdir(parents=True)
    (tmp_path / page).write_text(text.replace("</article>", f"<p>{typed}</p></article>"), "utf-8")

    assert trace.lost(ROOT, tmp_path) == [f"{page}: {typed.removesuffix(' RVU')}"]


def test_a_figure_is_known_only_on_the_page_of_its_code(site: Path, tmp_path: Path) -> None:
    own, other = Path("codes/97530/index.html"), Path("codes/97110/index.html")
    for page in (own, other):
        (tmp_path / page).parent.mkdir(parents=True)
    shutil.copy(site / own, tmp_path / own)
    shutil.copy(site / own, tmp_path / other)

    assert {line.partition(":")[0] for line in trace.lost(ROOT, tmp_path)} == {str(other)}
