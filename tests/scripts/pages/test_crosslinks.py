"""Every page ends with what points at it."""

from scripts.pages.crosslinks import address, joined, title
from scripts.pages.subjects import Subject

SUBJECTS = (
    Subject("code", ("97110",), "codes/97110/", "Exercise"),
    Subject("code", ("97112",), "codes/97112/", "Balance"),
)


def ended(pages: dict[str, str], page: str, fragments: dict[str, str] | None = None) -> list[str]:
    """Give the links in the section at a page's end."""
    whole = joined(pages, fragments or {}, SUBJECTS, {}).pages[page]
    return [
        part.partition('"')[0] for part in whole.partition("points-here")[2].split('href="')[1:]
    ]


def test_mentions_links_and_included_fragments_all_point() -> None:
    pages = {
        "codes/97110.md": "# 97110\n",
        "codes/97112.md": "# 97112\nUnlike 97110.\n",
        "rules/units.md": "# Units\n[exercise](../codes/97110.md)\n",
        "rules/index.md": "# Rules\n{!rules/list.html!}\n",
        "sources/one.md": '# One\n<a href="../../codes/97110/#unit">x</a>\n',
        "about/index.md": "# About\nNothing.\n",
    }
    fragments = {"rules/list.html": "<p>97110</p>"}
    expected = ["../97112/", "../../rules/", "../../rules/units/", "../../sources/one/"]
    assert ended(pages, "codes/97110.md", fragments) == expected


def test_a_page_that_nothing_points_at_has_no_such_section() -> None:
    pages = {"codes/97110.md": "# 97110\nIt is 97110.\n"}
    assert joined(pages, {}, SUBJECTS, {}).pages["codes/97110.md"].count("\n## ") == 0


def test_pages_about_the_building_lead_but_are_not_linked() -> None:
    apart = {"about/decisions/x.md": "# X\n[units](../../rules/units.md) and 97110"}
    whole = joined({"rules/units.md": "# Units\n"}, {}, SUBJECTS, apart)
    assert 'href="../../about/decisions/x/"' in whole.pages["rules/units.md"]
    assert "about/decisions/x.md" not in whole.pages


def test_an_unknown_code_is_a_problem_with_file_and_line() -> None:
    (problem,) = joined({"rules/units.md": "# Units\n\n97999\n"}, {}, SUBJECTS, {}).problems
    assert problem.startswith("rules/units.md:3: a mention that leads nowhere: got 97999, takes")


def test_a_fragment_with_mentions_is_included_at_one_depth_only() -> None:
    pages = {"rules/units.md": "{!one.html!}", "index.md": "{!one.html!}"}
    (problem,) = joined(pages, {"one.html": "97110"}, SUBJECTS, {}).problems
    assert problem.startswith("one.html: leads elsewhere from each of")


def test_titles_and_addresses_are_those_of_the_site_builder() -> None:
    assert [address(name) for name in ("index.md", "codes/index.md", "codes/97110.md")] == [
        "",
        "codes/",
        "codes/97110/",
    ]
    assert title("---\ntitle: 'It''s'\n---\n# Other") == "It's"
    assert title("# Heading\n") == "Heading"
