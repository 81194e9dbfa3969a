"""What a changed figure does to pages, examples and cases, and how it is told."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from scripts.content.model.updates import Moves
from scripts.impact import pages, report, revision, state, tell
from scripts.impact.pages import Site
from scripts.impact.report import Report
from scripts.impact.state import State
from scripts.pages import assemble, codes, fees
from scripts.stages import Refused

ROOT = Path(__file__).resolve().parents[3]
BEFORE = "97530,A,0.44,0.60,,0.60,NA,0.01,1.05,1.05,"
NOW = "97530,A,0.45,0.60,,0.60,NA,0.01,1.06,1.06,"


@dataclass(frozen=True)
class Corrected:
    """The content as it is, the same with one work RVU a hundredth higher, and the report."""

    before: State
    after: State
    report: Report


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corrected]:
    """Correct the release of the examples; pages of codes are left out, for they take longest."""
    content = shutil.copytree(ROOT / "content", tmp_path_factory.mktemp("corrected") / "content")
    table = content / "rvu/rvu26b.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(BEFORE, NOW), encoding="utf-8")
    before, after = state.load(ROOT / "content", ROOT), state.load(content, ROOT)
    with pytest.MonkeyPatch.context() as patch:
        few = tuple(each for each in assemble.PAGES if each not in (codes.pages, fees.pages))
        patch.setattr(pages, "PAGES", few)
        yield Corrected(before, after, report.compare(before, after, ROOT))


def test_every_part_of_an_example_that_moved_is_told_with_its_page(corrected: Corrected) -> None:
    knee = [
        (each.what.rpartition(": ")[2], each.before, each.now)
        for each in corrected.report.moved.examples
        if each.page == "examples/knee-replacement/"
    ]

    assert knee == [
        ("allowed", "60.12", "60.78"),
        ("coinsurance", "12.02", "12.16"),
        ("sequestration", "0.96", "0.97"),
        ("medicare pays", "47.14", "47.65"),
        ("patient pays", "12.02", "12.16"),
    ]


def test_cases_that_are_answered_otherwise_are_told_and_the_others_are_not(
    corrected: Corrected,
) -> None:
    moved = {each.what for each in corrected.report.moved.vectors}

    assert "mppr: The only unit is paid whole: lines, allowed" in moved
    assert not any(each.startswith("refusals: ") for each in moved)


def test_pages_that_read_otherwise_are_told_by_address(corrected: Corrected) -> None:
    moved = corrected.report.moved

    assert {"./", "examples/knee-replacement/", "codes/tree/", "fees/changes/"} <= {*moved.pages}
    assert {"glossary/", "freshness/", "about/", "modifiers/"} & {*moved.pages} == set()


def test_all_prose_that_disagrees_is_listed_and_not_only_the_first(corrected: Corrected) -> None:
    said = corrected.report.disagreements
    files = {each.partition(":")[0] for each in said}
    knee = [each for each in said if each.startswith("content/examples/knee-replacement.yaml:")]

    assert len(knee) == 5
    assert {
        "docs/rules/mppr.md",
        "docs/rules/fees.md",
        "content/examples/kx-at-the-line.yaml",
    } <= files
    assert all("the page says" in each for each in said)


def test_what_is_to_do_names_each_file_once_and_how_cases_are_written(
    corrected: Corrected,
) -> None:
    todo = corrected.report.todo

    assert sum(each.startswith("content/examples/knee-replacement.yaml: ") for each in todo) == 1
    assert todo[-1].endswith(".venv/bin/python -m tests.oracle.cases.write")


def test_markdown_folds_its_tables_and_keeps_marks_as_they_are(corrected: Corrected) -> None:
    text = tell.markdown(corrected.report, corrected.after, "a * b | <c>")

    assert text.startswith("## Impact\n\na \\* b \\| \\<c\\>\n")
    assert "<details><summary>Worked examples: " in text
    assert text.count("<details>") == text.count("</details>")
    assert "\n### What to do next\n\n1. content/examples/" in text
    assert len(text) < 65_536  # what a comment on a pull request takes


def test_an_empty_report_says_that_it_is_empty(corrected: Corrected) -> None:
    same = Report(Moves(), (), ())
    text = tell.text(same, corrected.before)

    assert same.nothing
    assert text.splitlines() == [tell.NOTHING, "", tell.IN_ORDER]
    assert tell.NOTHING in tell.markdown(same, corrected.before, "")


def test_a_page_on_which_only_days_and_names_of_releases_moved_is_counted_apart(
    corrected: Corrected,
) -> None:
    old = Site({"a/": "1.05, RVU26B, from 2026-01-01", "b/": "1.05, RVU26B", "c/": "same"}, ())
    new = Site({"a/": "1.05, RVU25D, from 2026-07-01", "b/": "1.06, RVU25D", "c/": "same"}, ())
    compared = pages.compared(corrected.before, corrected.after, old, new)

    assert (compared.moved, compared.dated) == (("b/",), 1)


def test_a_revision_that_is_not_there_is_refused_with_what_is_taken(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"--before no-such-thing: .*takes a revision of git"):
        revision.unpack(ROOT, "no-such-thing", tmp_path)
