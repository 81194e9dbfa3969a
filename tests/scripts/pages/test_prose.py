"""What a written page is refused for."""

from pathlib import Path

import pytest

from scripts.pages import prose


@pytest.fixture
def include(tmp_path: Path) -> Path:
    """A folder with a figure and a table to include."""
    (tmp_path / "one.md").write_text("$1.00\n")
    (tmp_path / "table.html").write_text("<table>\n</table>\n")
    return tmp_path


def found(text: str, include: Path) -> list[str]:
    """The problems of a page."""
    return list(prose.problems(text, "docs/page.md", include, figures=True))


@pytest.mark.parametrize(
    "text",
    [
        "It is {!one.md!} a year.",
        "{!table.html!}",
        "I69.351 is a name, and so are M54.50, G35.A and M25.50x.",
        "Code 97530, section 20.2, on 2026-03-02, with 15 minutes to a unit.",
        "```example\nservices: 97530 38\nexpect:\n  allowed: '1.00'\n```",
    ],
)
def test_a_page_in_order(include: Path, text: str) -> None:
    assert found(text, include) == []


def test_a_head_that_is_no_yaml(include: Path) -> None:
    page = "---\ndescription: fine\ntitle: Units: again\n---\n# Units\n"

    assert found(page, include) == ["docs/page.md:3: not YAML: mapping values are not allowed here"]


def test_an_include_that_leads_nowhere(include: Path) -> None:
    assert found("\n{!two.md!}", include) == [
        "docs/page.md:2: nothing to include: got two.md, takes a file of build/include"
    ]


def test_an_include_of_several_lines_inside_a_line(include: Path) -> None:
    assert found("* {!table.html!}", include) == [
        "docs/page.md:1: table.html has several lines and must begin its own"
    ]


@pytest.mark.parametrize(
    ("text", "got"),
    [
        ("The threshold is $2,480.", "$2"),
        ("It keeps 50 % of it.", "0 %"),
        ("It keeps 50% of it.", "0%"),
        ("The factor is 33.4009.", "33.4009"),
        ("It takes 8 minutes.", "8 minutes"),
        ("That makes 3 units.", "3 units"),
    ],
)
def test_a_figure_typed_by_hand(include: Path, text: str, got: str) -> None:
    takes = "takes an include or an example, so that it is computed"
    assert found(f"First.\n{text}", include) == [
        f"docs/page.md:2: a typed figure: got '{got}', {takes}"
    ]


def test_lines_keep_their_numbers_after_a_block(include: Path) -> None:
    problems = found("```example\nservices: 97530 38\n```\nIt costs $1.", include)

    assert [each.split(" ")[0] for each in problems] == ["docs/page.md:4:"]
